import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, dayOf, daysBetween, endOfMonth, isDay } from './day.ts'

test('a day that does not exist is not a day', () => {
  for (const text of ['2019-02-29', '2020-13-01', '2020-00-10', '2020-1-1', '', '2020-01-01T00:00', '9999-99-99'])
    expect(isDay(text), text).toBe(false)
  expect(isDay('2020-02-29')).toBe(true)
  expect(() => day('31/12/2019')).toThrow('not a day')
})

test('days are counted with the first excluded, across daylight saving and leap years', () => {
  expect(daysBetween(day('2019-12-31'), day('2020-07-22'))).toBe(204)
  expect(daysBetween(day('2020-03-28'), day('2020-03-30'))).toBe(2)
  expect(daysBetween(day('2020-06-15'), day('2020-08-14'))).toBe(60)
})

test('adding days and counting them agree', () => {
  const start = day('2020-01-01')
  fc.assert(fc.property(fc.integer({ min: -20_000, max: 20_000 }), (n) => daysBetween(start, addDays(start, n)) === n))
})

test('an instant belongs to the day that it is in Rome', () => {
  expect(dayOf(new Date('2020-07-21T22:30:00Z'))).toBe('2020-07-22')
  expect(dayOf(new Date('2020-12-31T22:30:00Z'))).toBe('2020-12-31')
  expect(dayOf(new Date('2020-12-31T23:00:00Z'))).toBe('2021-01-01')
})

test('a month ends on its last day', () => {
  expect(endOfMonth(2020, 2)).toBe('2020-02-29')
  expect(endOfMonth(2019, 12)).toBe('2019-12-31')
})
