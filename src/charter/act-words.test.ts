import { expect, test } from 'vitest'
import { langs } from '../kernel/lang.ts'
import { tellAct } from './act-words.ts'
import { laws } from './policy.ts'

test.each(Object.keys(laws))('%s is told in both languages, even when its facts are missing', (act) => {
  for (const lang of langs) expect(tellAct(lang, { act, facts: {} })).toMatch(/^\p{Lu}[^{}]+$/u)
})

test('an act is told with its phase and with the organisation it concerns', () => {
  expect(tellAct('it', { act: 'ecosystems.start-phase', facts: { phase: 'make-or-buy', on: '2020-06-22' } })).toBe(
    'Avviata la fase Make or Buy',
  )
  expect(tellAct('en', { act: 'ecosystems.appoint-lead', facts: { fromDay: '2019-01-01' } }, 'ENIT')).toBe('Appointed as lead: ENIT')
  expect(tellAct('it', { act: 'ecosystems.involve', facts: { toDay: '2020-01-01' } }, 'ENIT')).toBe('Non partecipa più: ENIT')
})

test('an act that this version does not know is told by its name', () => {
  expect(tellAct('it', { act: 'forums.open', facts: {} })).toBe('forums.open')
})
