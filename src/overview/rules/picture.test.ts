import { describe, expect, test } from 'vitest'
import { type Phase, phases } from '../../charter/phases.ts'
import type { EcosystemView, PhaseRun } from '../../ecosystems/index.ts'
import { day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { rowOf } from '../rows.ts'
import { filtered, lateness, orderOf, sorted } from './picture.ts'

const today = day('2020-07-22')

const untouched = (phase: Phase): PhaseRun => ({
  phase,
  startedOn: null,
  concludedOn: null,
  derogationReason: null,
  expected: null,
  due: null,
  source: null,
})

const due = (on: string) => ({ due: { on: day(on), precision: 'day', qualifier: 'by' } }) as const

function row(nameIt: string, runs: Partial<Record<Phase, Partial<PhaseRun>>> = {}, priority = false) {
  const all = Object.fromEntries(phases.map((phase) => [phase, { ...untouched(phase), ...runs[phase] }])) as EcosystemView['phases']
  const ecosystem = { id: newId<'ecosystem'>(), slug: nameIt, nameIt, priority, phases: all, leads: [] } as unknown as EcosystemView
  return rowOf(ecosystem, nameIt, today)
}

const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name)

const some = [
  row('Agricoltura'),
  row('Scuola', { envisioning: { startedOn: day('2020-01-01') } }, true),
  row('Giustizia', { envisioning: { ...due('2020-07-01') } }),
  row('Welfare', { envisioning: { ...due('2019-12-31') }, design: { ...due('2020-07-20') } }),
  row('Sanità', { envisioning: { startedOn: day('2018-01-01'), concludedOn: day('2019-01-01') } }),
]

describe('the national picture', () => {
  test('begins with the latest, then the priority ones, then goes by name', () => {
    expect(names(sorted(some, null))).toEqual(['Welfare', 'Giustizia', 'Scuola', 'Agricoltura', 'Sanità'])
  })

  test('sorts by name, both ways', () => {
    expect(names(sorted(some, { by: 'nome', descending: false }))).toEqual(['Agricoltura', 'Giustizia', 'Sanità', 'Scuola', 'Welfare'])
    expect(names(sorted(some, { by: 'nome', descending: true }))).toEqual(['Welfare', 'Scuola', 'Sanità', 'Giustizia', 'Agricoltura'])
  })

  test('sorts by a phase from what presses most to what is done', () => {
    expect(names(sorted(some, { by: 'envisioning', descending: false }))).toEqual([
      'Welfare',
      'Giustizia',
      'Scuola',
      'Agricoltura',
      'Sanità',
    ])
    expect(names(sorted(some, { by: 'envisioning', descending: true }))[0]).toBe('Sanità')
  })

  test.each([
    [null, 5],
    ['prioritari', 1],
    ['ritardo', 2],
    ['in-corso', 1],
  ] as const)('filtered by %s shows %i rows', (filter, count) => {
    expect(filtered(some, filter)).toHaveLength(count)
  })

  test('counts late phases and tells the longest', () => {
    expect(lateness(some)).toEqual({ phases: 3, longest: 204 })
    expect(lateness([])).toEqual({ phases: 0, longest: 0 })
  })

  test('reads an order from the address and leaves nonsense aside', () => {
    expect(orderOf('-design')).toEqual({ by: 'design', descending: true })
    expect(orderOf('nome')).toEqual({ by: 'nome', descending: false })
    expect(orderOf('-')).toBeNull()
    expect(orderOf('prezzo')).toBeNull()
    expect(orderOf(undefined)).toBeNull()
  })
})
