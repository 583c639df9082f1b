import { expect, test } from 'vitest'
import { day, dayOf } from './day.ts'
import { instantInRome, isClockTime, timeInRome } from './rome.ts'

test('the same time of the clock is another instant in winter and in summer', () => {
  expect(instantInRome(day('2020-01-15'), '10:00')?.toISOString()).toBe('2020-01-15T09:00:00.000Z')
  expect(instantInRome(day('2020-07-15'), '10:00')?.toISOString()).toBe('2020-07-15T08:00:00.000Z')
})

test('on the last Sunday of March clocks skip an hour: a time in it does not exist', () => {
  expect(instantInRome(day('2020-03-29'), '02:30')).toBeNull()
  expect(instantInRome(day('2020-03-29'), '01:59')?.toISOString()).toBe('2020-03-29T00:59:00.000Z')
  expect(instantInRome(day('2020-03-29'), '03:00')?.toISOString()).toBe('2020-03-29T01:00:00.000Z')
})

test('on the last Sunday of October an hour comes twice: the first is meant', () => {
  expect(instantInRome(day('2020-10-25'), '02:30')?.toISOString()).toBe('2020-10-25T00:30:00.000Z')
})

test('an instant is told back as the clock showed it', () => {
  for (const [on, at] of [
    ['2020-03-28', '23:30'],
    ['2020-10-25', '03:15'],
    ['2020-12-31', '00:00'],
  ] as const) {
    const instant = instantInRome(day(on), at) as Date
    expect([dayOf(instant), timeInRome(instant)]).toEqual([on, at])
  }
})

test('only a time of the clock is one', () => {
  for (const text of ['9:30', '24:00', '12:60', '12:00:00', '']) expect(isClockTime(text), text).toBe(false)
  expect(isClockTime('00:00')).toBe(true)
})
