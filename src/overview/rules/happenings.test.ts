import { expect, test } from 'vitest'
import { type Phase, phases } from '../../charter/phases.ts'
import type { EcosystemView, PhaseRun } from '../../ecosystems/index.ts'
import { day } from '../../kernel/day.ts'
import { happenings } from './happenings.ts'

const untouched = { startedOn: null, concludedOn: null, derogationReason: null, expected: null, due: null, source: null }

function told(runs: Partial<Record<Phase, Partial<PhaseRun>>>) {
  const all = Object.fromEntries(phases.map((phase) => [phase, { phase, ...untouched, ...runs[phase] }]))
  const ecosystem = { cycle: { number: 1, begunOn: day('2019-01-01') }, phases: all } as unknown as EcosystemView
  return happenings(ecosystem, day('2020-07-22')).map((one) => [one.what, 'phase' in one ? one.phase : null, one.day])
}

const by = (on: string) => ({ on: day(on), precision: 'month', qualifier: 'by' }) as const

test('a phase that is over has no term to come', () => {
  expect(told({ envisioning: { startedOn: day('2019-01-02'), concludedOn: day('2019-12-01'), due: by('2019-12-31') } })).toEqual([
    ['begun', null, '2019-01-01'],
    ['started', 'envisioning', '2019-01-02'],
    ['concluded', 'envisioning', '2019-12-01'],
  ])
})

test('a term that passed is told as missed, one to come as a term', () => {
  const found = told({ design: { due: by('2020-06-30') }, growth: { due: by('2021-12-31') } })
  expect(found).toContainEqual(['dueMissed', 'design', '2020-06-30'])
  expect(found).toContainEqual(['due', 'growth', '2021-12-31'])
})

test('an expected start is told only while it may still happen', () => {
  const expected = { on: day('2021-01-01'), precision: 'month' } as const
  expect(told({ growth: { expected } })).toContainEqual(['expected', 'growth', '2021-01-01'])
  expect(told({ growth: { expected: { ...expected, on: day('2020-01-01') } } })).toHaveLength(1)
})

test('a phase started while the former was open says so', () => {
  const ecosystem = {
    cycle: { number: 1, begunOn: day('2019-01-01') },
    phases: {
      envisioning: { ...untouched, startedOn: day('2019-01-02') },
      design: { ...untouched, startedOn: day('2020-01-02') },
      'make-or-buy': untouched,
      growth: untouched,
    },
  } as unknown as EcosystemView
  expect(happenings(ecosystem, day('2020-07-22'))).toContainEqual({
    day: '2020-01-02',
    what: 'started',
    phase: 'design',
    former: 'envisioning',
  })
})
