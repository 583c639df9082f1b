import { expect, test } from 'vitest'
import { day } from './day.ts'
import { notFound, Problem, tell } from './problem.ts'
import { catalogue, fill, formatDay, formatDistance, formatList, formatNumber, say } from './words.ts'

test('a plural follows the number, in each language', () => {
  const words = catalogue({
    it: { actions: '{n, plural, =0 {nessuna azione} one {# azione} other {# azioni}}' },
    en: { actions: '{n, plural, =0 {no actions} one {# action} other {# actions}}' },
  })
  expect(say('it', words, 'actions', { n: 0 })).toBe('nessuna azione')
  expect(say('it', words, 'actions', { n: 1 })).toBe('1 azione')
  expect(say('en', words, 'actions', { n: 90 })).toBe('90 actions')
})

test('what fills a message is text, whatever it looks like', () => {
  expect(fill('it', 'Ciao {name}', { name: '<b>{n}</b>' })).toBe('Ciao <b>{n}</b>')
})

test('days and distances are told in words', () => {
  expect(formatDay('it', day('2019-12-31'))).toBe('31 dicembre 2019')
  expect(formatDay('en', day('2019-12-31'), 'month')).toBe('December 2019')
  expect(formatDistance('it', day('2020-07-22'), day('2020-08-14'))).toBe('tra 23 giorni')
  expect(formatDistance('en', day('2020-07-22'), day('2020-07-21'))).toBe('1 day ago')
  expect(formatDistance('it', day('2020-07-22'), day('2020-07-22'))).toBe('oggi')
})

test('numbers and lists follow the language', () => {
  expect(formatNumber('it', 25000)).toBe('25.000')
  expect(formatNumber('en', 25000)).toBe('25,000')
  expect(formatList('it', ['Salute', 'Economia', 'Finanze'])).toBe('Salute, Economia e Finanze')
})

test('a problem says what happened, with its facts, in the reader’s language', () => {
  const shut = {
    slug: 'too-short',
    status: 422,
    it: 'Servono {needed} giorni: {missing}.',
    en: '{needed} days are needed: {missing}.',
  } as const
  expect(tell('it', new Problem(shut, { needed: 60, missing: ['a', 'b'] }))).toBe('Servono 60 giorni: a, b.')
  expect(tell('en', new Problem(notFound))).toContain('nothing at this address')
})

test('an article before the eighth or the eleventh of a month is elided in Italian, and only there', () => {
  expect(fill('it', 'dal {from} al {to}', { from: formatDay('it', day('2019-04-08')), to: formatDay('it', day('2019-04-11')) })).toBe(
    'dall’8 aprile 2019 all’11 aprile 2019',
  )
  expect(fill('it', 'il {from}', { from: formatDay('it', day('2019-04-08')) })).toBe('l’8 aprile 2019')
  expect(fill('it', 'dal {from} al {count}', { from: formatDay('it', day('2019-04-18')), count: 8 })).toBe('dal 18 aprile 2019 al 8')
})
