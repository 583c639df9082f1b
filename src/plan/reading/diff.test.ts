import { expect, test } from 'vitest'
import { hashAction } from './canonical.ts'
import { diffPlan } from './diff.ts'
import { readPlan } from './read-plan.ts'
import { sample, sampleAction } from './sample.ts'

const plan = (...actions: string[]) => readPlan(sample(actions.join('')))

test('the same source, moved down a few lines, changes nothing', () => {
  const before = plan(sampleAction('LA01'))
  const after = plan('Una premessa.\n\n', sampleAction('LA01').replace('uno sportello', 'uno\n  sportello'))
  expect(diffPlan(before, after).actions).toEqual({ added: [], removed: [], changed: [], unchanged: 1 })
  expect(after.actions.map(hashAction)).toEqual(before.actions.map(hashAction))
})

test('actions added, removed and changed are told, with the words before and after', () => {
  const before = plan(sampleAction('LA01'), sampleAction('LA02'), sampleAction('LA03'))
  const after = plan(sampleAction('LA01', { tempi: 'Da maggio 2020' }), sampleAction('LA02'), sampleAction('LA04'))
  const { added, removed, changed, unchanged } = diffPlan(before, after).actions
  expect(added.map(({ code }) => code)).toEqual(['LA04'])
  expect(removed.map(({ code }) => code)).toEqual(['LA03'])
  expect(changed).toEqual([{ code: 'LA01', changes: [{ field: 'timing', before: 'In corso', after: 'Da maggio 2020' }] }])
  expect(unchanged).toBe(1)
})

test('a word put in italics is a change, though the words are the same', () => {
  const before = plan(sampleAction('LA01'))
  const after = plan(sampleAction('LA01').replace('uno sportello', 'uno *sportello*'))
  expect(diffPlan(before, after).actions.changed).toMatchObject([{ code: 'LA01', changes: [{ field: 'description' }] }])
  expect(after.actions.map(hashAction)).not.toEqual(before.actions.map(hashAction))
})

test('an ecosystem whose leads change is told', () => {
  const row = { name: 'Acque', description: 'I fiumi', actors: [], status: '', priority: null, file: 'a.rst', line: 1 }
  const { ecosystems } = diffPlan(
    { actions: [], ecosystems: [{ ...row, leads: ['Alfa'] }] },
    { actions: [], ecosystems: [{ ...row, line: 9, leads: ['Alfa', 'Beta'] }] },
  )
  expect(ecosystems).toEqual({
    added: [],
    removed: [],
    unchanged: 0,
    changed: [{ name: 'Acque', changes: [{ field: 'leads', before: 'Alfa', after: 'Alfa; Beta' }] }],
  })
})
