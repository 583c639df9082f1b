import { expect, test } from 'vitest'
import { readDeadlines } from './deadlines.ts'

const days = (prose: string) => readDeadlines(prose).map(({ due }) => (due ? `${due.qualifier} ${due.day}` : null))
const reasons = (prose: string) => readDeadlines(prose).flatMap(({ unplaced }) => unplaced.map(({ reason }) => reason))

test('a date alone in parentheses is the deadline', () => {
  expect(days('Il registro è aperto (giugno 2020).')).toEqual(['in 2020-06-01'])
  expect(days('Il registro è aperto. (giugno 2020)')).toEqual(['in 2020-06-01'])
  expect(days('Il registro è aperto (data di rilascio: giugno 2020);')).toEqual(['in 2020-06-01'])
})

test('a date that closes the sentence with its own qualifier is the deadline', () => {
  expect(days('Almeno tre sportelli entro dicembre 2019.')).toEqual(['by 2019-12-31'])
  expect(days('Vale per chi aderì dal 3 maggio 2018, a decorrere dal 4 maggio 2019.')).toEqual(['from 2019-05-04'])
})

test('a date in the middle of a sentence says nothing of its end', () => {
  expect(days('Dagli sportelli aperti da gennaio 2019 si passa al doppio.')).toEqual([null])
  expect(days('Dagli sportelli aperti, da gennaio 2019, si passa al doppio (maggio 2020).')).toEqual(['in 2020-05-01'])
})

test('other parentheses are no deadlines', () => {
  expect(days('Lo sportello (legge di prova 2018) apre (rete A/B) a tutti.')).toEqual([null])
  expect(reasons('Lo sportello (legge di prova 2018) apre (rete A/B) a tutti.')).toEqual(['no-date'])
})

test('a sentence closed by a dated parenthesis ends one result', () => {
  const found = readDeadlines('Si apre il primo sportello (novembre 2019). Si apre il secondo (novembre 2020)')
  expect(found.map(({ text }) => text)).toEqual(['Si apre il primo sportello (novembre 2019).', 'Si apre il secondo (novembre 2020)'])
  expect(found.map(({ due }) => due?.day)).toEqual(['2019-11-01', '2020-11-01'])
})

test('the date at the end covers the sentences before it', () => {
  expect(days('Si apre lo sportello. Se ne misura l’uso (maggio 2020).')).toEqual(['in 2020-05-01'])
})

test('two different dates in one sentence leave the result without a deadline, and are told', () => {
  const [result] = readDeadlines('Si apre lo sportello (entro marzo 2019) e se ne aprono altri (entro dicembre 2019).')
  expect(result?.due).toBeNull()
  expect(result?.dates.map(({ day }) => day)).toEqual(['2019-03-31', '2019-12-31'])
  expect(result?.unplaced.map(({ reason }) => reason)).toEqual(['several-dates'])
})

test('the same date told thrice is one', () => {
  expect(days('Si aprono: uno (giugno 2019), due (giugno 2019), tre (giugno 2019).')).toEqual(['in 2019-06-01'])
})

test('what follows a date in its parentheses is told', () => {
  expect(days('Si apre lo sportello (dicembre 2019, poi ogni anno).')).toEqual(['in 2019-12-01'])
  expect(reasons('Si apre lo sportello (dicembre 2019, poi ogni anno).')).toEqual(['more-than-a-date'])
})

test.each([
  ['Si apre lo sportello (entro il 2019).', 'year-only'],
  ['Si apre lo sportello (entro il 31 marzo di ogni anno).', 'no-year'],
  ['Si apre lo sportello (dalla data del decreto).', 'no-date'],
  ['Si apre lo sportello (data di rilascio: da definire).', 'no-date'],
])('%j is told, not guessed', (prose, reason) => {
  expect(days(prose)).toEqual([null])
  expect(reasons(prose)).toEqual([reason])
})
