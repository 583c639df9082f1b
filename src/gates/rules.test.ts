import { expect, test } from 'vitest'
import { phases } from '../charter/phases.ts'
import { day } from '../kernel/day.ts'
import { langs } from '../kernel/lang.ts'
import { conditionsOf, type Evidence, mustBeOpen, mustBeShut, type Proof, unmet } from './rules.ts'
import { conditionWords, turnWords } from './words.ts'

const met: Proof = { met: true, on: day('2020-06-12'), says: { it: 'fatto', en: 'done' } }
const begun: Proof = { ...met, met: false }

test('without evidence every condition of every phase is missing', () => {
  for (const phase of phases) expect(unmet(phase, {})).toEqual(conditionsOf(phase).map(({ id }) => id))
})

test('a condition under way is still missing, one met is not', () => {
  const evidence: Evidence = { 'document-published': met, 'consulted-sixty-days': begun }
  expect(unmet('design', evidence)).toEqual([
    'consulted-sixty-days',
    'contributions-answered',
    'outcome-published',
    'final-version-adopted',
  ])
})

test('the evidence of one phase does not open the gate of another', () => {
  expect(unmet('growth', { 'document-published': met })).toEqual(['accompaniment-started', 'monitoring-reported'])
})

test('the refusal carries the list of what is missing', () => {
  const evidence: Evidence = { 'accompaniment-started': met }
  expect(() => mustBeOpen('growth', evidence)).toThrow(
    expect.objectContaining({ message: 'gate-shut', facts: { missing: ['monitoring-reported'], count: 1, total: 2 } }),
  )
  expect(() => mustBeOpen('growth', { ...evidence, 'monitoring-reported': met })).not.toThrow()
})

test('a derogation is from something', () => {
  const evidence: Evidence = { 'accompaniment-started': met }
  expect(mustBeShut('growth', evidence)).toEqual(['monitoring-reported'])
  expect(() => mustBeShut('growth', { ...evidence, 'monitoring-reported': met })).toThrow('nothing-to-derogate')
})

test('a condition that comes after another follows it in the list of its phase', () => {
  for (const phase of phases) {
    const ids = conditionsOf(phase).map(({ id }) => id)
    for (const { id, after } of conditionsOf(phase)) if (after) expect(ids.indexOf(after), id).toBeLessThan(ids.indexOf(id))
    expect(new Set(ids).size).toBe(ids.length)
  }
})

test('every condition has all its words in both languages, different from each other', () => {
  for (const { id } of phases.flatMap((phase) => conditionsOf(phase))) {
    const [italian, english] = langs.map((lang) => conditionWords(lang, id))
    for (const key of ['sentence', 'how', 'missing', 'step', 'after'] as const) {
      expect(italian?.[key].length, `${id}.${key}`).toBeGreaterThan(3)
      expect(italian?.[key]).not.toBe(english?.[key])
    }
  }
})

test('two lead administrations are told in the plural', () => {
  expect(turnWords('it', 'lead', 1).now).toBe('Tocca all’amministrazione capofila')
  expect(turnWords('it', 'lead', 2).now).toBe('Tocca alle amministrazioni capofila')
  expect(turnWords('en', 'group', 2).now).toBe('The working group’s turn')
})
