import { expect, test } from 'vitest'
import { dueDay, readTiming } from './timing.ts'

test.each([
  ['In corso', 'ongoing', null, null],
  ['Da gennaio 2020', 'from', 'month', '2020-01-01'],
  ['da   Gennaio\n2020.', 'from', 'month', '2020-01-01'],
  ['Marzo 2020', 'in', 'month', '2020-03-01'],
  ['Entro dicembre 2019', 'by', 'month', '2019-12-31'],
  ['entro febbraio 2020', 'by', 'month', '2020-02-29'],
  ['Entro il 31 dicembre 2019', 'by', 'day', '2019-12-31'],
  ['dal 1° luglio 2021', 'from', 'day', '2021-07-01'],
  ['a decorrere dal 23 settembre 2019', 'from', 'day', '2019-09-23'],
  ['15 giugno 2020', 'in', 'day', '2020-06-15'],
])('%j is placed', (text, qualifier, precision, day) => {
  expect(readTiming(text)).toMatchObject({ qualifier, precision, day })
})

test.each([
  ['Da metà 2019', 'year-only'],
  ['entro il 2019', 'year-only'],
  ['entro il 31 marzo di ogni anno', 'no-year'],
  ['31 febbraio 2020', 'impossible-day'],
  ['dalla pubblicazione del decreto', 'no-date'],
  ['tra marzo e maggio 2020', 'unknown-form'],
  ['gennaio 2020 circa', 'unknown-form'],
  ['', 'no-date'],
])('%j is not guessed', (text, reason) => {
  expect(readTiming(text)).toBe(reason)
})

const due = (text: string) => {
  const timing = readTiming(text)
  return typeof timing === 'string' ? timing : dueDay(timing)
}

test('what is due in a month is on time until its last day', () => {
  expect(due('giugno 2020')).toBe('2020-06-30')
})

test('what is due by a month or on a day is on time until that day', () => {
  expect(due('entro dicembre 2019')).toBe('2019-12-31')
  expect(due('31 marzo 2020')).toBe('2020-03-31')
})

test('what begins on a date, or goes on, has no deadline', () => {
  expect(due('da gennaio 2021')).toBeNull()
  expect(due('In corso')).toBeNull()
})
