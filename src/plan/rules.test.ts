import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { evaluate, type PhaseRecord } from './criterion.ts'
import { mustHaveHappened } from './declaration-rules.ts'
import { lineFrom } from './lineage-rules.ts'
import { actionState, codeOf, type ResultEvidence, resultState, type Standing } from './rules.ts'

const today = day('2020-07-22')
const by = (d: string) => ({ qualifier: 'by', precision: 'month', day: day(d) }) as const
const result = (some: Partial<ResultEvidence>): ResultEvidence => ({ timing: null, due: null, metOn: null, declared: null, ...some })

describe('the state of a result', () => {
  test('is late from the day after it was due, with the days', () => {
    expect(resultState(result({ due: by('2020-07-22') }), today)).toEqual({ state: 'doing', days: null })
    expect(resultState(result({ due: by('2020-07-21') }), today)).toEqual({ state: 'late', days: 1 })
    expect(resultState(result({ due: by('2019-12-31') }), today)).toEqual({ state: 'late', days: 204 })
  })

  test('is done on evidence, however late, and says by how much', () => {
    expect(resultState(result({ due: by('2019-12-31'), metOn: day('2019-12-31') }), today)).toEqual({ state: 'done', days: null })
    const declared = { state: 'done', since: day('2020-01-10') } as const
    expect(resultState(result({ due: by('2019-12-31'), declared }), today)).toEqual({ state: 'done', days: 10 })
    expect(resultState(result({ due: by('2019-12-31'), declared, metOn: day('2020-01-02') }), today)).toEqual({ state: 'done', days: 2 })
  })

  test('cannot be declared out of its lateness', () => {
    for (const state of ['doing', 'blocked'] as const) {
      expect(resultState(result({ due: by('2019-12-31'), declared: { state, since: today } }), today).state).toBe('late')
      expect(resultState(result({ due: by('2020-12-31'), declared: { state, since: today } }), today).state).toBe(state)
    }
  })

  test('is not started before its action begins', () => {
    const timing = { qualifier: 'from', precision: 'month', day: day('2021-01-01') } as const
    expect(resultState(result({ timing, due: by('2021-12-31') }), today).state).toBe('todo')
    expect(resultState(result({ timing, due: by('2021-12-31') }), day('2021-01-01')).state).toBe('doing')
  })

  test('that only begins on a date is never late', () => {
    const due = { qualifier: 'from', precision: 'month', day: day('2019-01-01') } as const
    expect(resultState(result({ due }), today).state).toBe('doing')
  })
})

describe('the state of an action', () => {
  const of = (...states: Standing['state'][]) =>
    actionState(
      states.map((state) => ({ state, days: state === 'late' ? 3 : null })),
      null,
      today,
    )

  test('is that of its worst result', () => {
    expect(of('done', 'late', 'blocked')).toEqual({ state: 'late', days: 3 })
    expect(of('done', 'blocked', 'doing').state).toBe('blocked')
    expect(of('done', 'todo').state).toBe('todo')
    expect(of('done', 'done').state).toBe('done')
  })

  test('without results follows its timing', () => {
    expect(actionState([], { qualifier: 'ongoing', precision: null, day: null }, today).state).toBe('doing')
    expect(actionState([], { qualifier: 'from', precision: 'month', day: day('2021-01-01') }, today).state).toBe('todo')
  })
})

describe('a criterion on phases', () => {
  const none = { startedOn: null, concludedOn: null, derogationReason: null }
  const record = (slug: string, startedOn: string | null, concludedOn: string | null): PhaseRecord => ({
    slug,
    nameIt: slug,
    nameEn: null,
    phases: {
      envisioning: { startedOn: startedOn as never, concludedOn: concludedOn as never, derogationReason: null },
      design: none,
      'make-or-buy': none,
      growth: none,
    },
  })
  const ecosystems = [record('a', '2019-02-01', '2019-11-21'), record('b', '2019-02-01', '2020-03-01'), record('c', '2019-02-01', null)]
  const criterion = {
    kind: 'phase-concluded',
    phase: 'envisioning',
    slugs: ['a', 'b', 'c', 'd'],
    atLeast: 2,
    by: day('2019-12-31'),
  } as const
  const slugs = [...criterion.slugs]

  test('is met on the day on which enough ecosystems got there', () => {
    const verdict = evaluate({ ...criterion, slugs }, { ecosystems, groups: [], strategies: [] }, today)
    expect(verdict).toMatchObject({ count: 2, metOn: '2020-03-01' })
    expect(verdict.lines.map(({ state }) => state)).toEqual(['done', 'done', 'late', 'late'])
  })

  test('is told of any day: what came later had not happened', () => {
    const verdict = evaluate({ ...criterion, slugs }, { ecosystems, groups: [], strategies: [] }, day('2019-12-31'))
    expect(verdict).toMatchObject({ count: 1, metOn: null })
    expect(verdict.lines.map(({ state }) => state)).toEqual(['done', 'doing', 'doing', 'todo'])
  })

  test('counts starts when it asks for starts', () => {
    expect(
      evaluate({ ...criterion, slugs, kind: 'phase-started', atLeast: 3 }, { ecosystems, groups: [], strategies: [] }, today).metOn,
    ).toBe('2019-02-01')
  })
})

describe('a criterion on working groups', () => {
  const phase = { concludedOn: null, derogationReason: null }
  const phases = { envisioning: { ...phase, startedOn: day('2019-02-01') }, design: { ...phase, startedOn: null } }
  const ecosystem = (slug: string) =>
    ({ slug, nameIt: slug, nameEn: null, phases: { ...phases, 'make-or-buy': phases.design, growth: phases.design } }) as PhaseRecord
  const group = (slug: string, on: string) => ({ slug, bodyId: `of-${slug}`, actNumber: `D.D. ${slug}`, constitutedOn: day(on) })
  const records = {
    ecosystems: ['a', 'b', 'c'].map(ecosystem),
    groups: [group('a', '2019-12-09'), group('b', '2020-02-28')],
    strategies: [],
  }
  const criterion = { kind: 'working-groups-constituted' as const, slugs: ['a', 'b', 'c'], atLeast: 2, by: day('2019-12-31') }

  test('is met by the act that brings the number, late as it may be, and names each act', () => {
    const verdict = evaluate(criterion, records, today)
    expect(verdict).toMatchObject({ count: 2, metOn: '2020-02-28' })
    expect(verdict.lines.map(({ group: one, state }) => [one?.actNumber, state])).toEqual([
      ['D.D. a', 'done'],
      ['D.D. b', 'done'],
      [undefined, 'late'],
    ])
  })

  test('counts no act that was still to come on the day asked about', () => {
    const verdict = evaluate(criterion, records, day('2019-12-31'))
    expect(verdict).toMatchObject({ count: 1, metOn: null })
    expect(verdict.lines.map(({ state }) => state)).toEqual(['done', 'doing', 'doing'])
  })
})

test('a criterion on strategies is met by the consultation that brings the number, and names each consultation', () => {
  const strategies = [{ slug: 'a', consultationId: 'of-a', opensOn: day('2020-06-15') }]
  const criterion = { kind: 'strategies-consulted' as const, slugs: ['a', 'b'], atLeast: 1, by: day('2020-06-30') }
  const on = (text: string) => evaluate(criterion, { ecosystems: [], groups: [], strategies }, day(text))
  expect(on('2020-06-14')).toMatchObject({ count: 0, metOn: null })
  expect(on('2020-07-22')).toMatchObject({ count: 1, metOn: '2020-06-15' })
  expect(on('2020-07-22').lines.map(({ strategy, state }) => [strategy?.consultationId, state])).toEqual([
    ['of-a', 'done'],
    [undefined, 'late'],
  ])
})

test('nothing is declared before it happened', () => {
  mustHaveHappened(today, today)
  expect(() => mustHaveHappened(day('2020-07-23'), today)).toThrow('state-not-yet-true')
})

describe('lineage', () => {
  const here = { edition: '2019-2021', code: 'LA51' }

  test('runs from the earlier edition to the later, whichever it is told from', () => {
    expect(lineFrom(here, { edition: '2017-2019', code: 'LA07' }, 'continued')).toEqual({
      from: { edition: '2017-2019', code: 'LA07' },
      to: here,
    })
    expect(lineFrom(here, { edition: '2020-2022', code: 'LA60' }, 'merged')).toEqual({
      from: here,
      to: { edition: '2020-2022', code: 'LA60' },
    })
  })

  test('refuses what makes no sense', () => {
    expect(() => lineFrom(here, { edition: '2019-2021', code: 'LA52' }, 'continued')).toThrow('lineage-in-one-edition')
    expect(() => lineFrom(here, { edition: '2020-2022', code: null }, 'continued')).toThrow('lineage-needs-a-code')
    expect(() => lineFrom(here, { edition: '2020-2022', code: 'LA60' }, 'dropped')).toThrow('dropped-has-no-heir')
    expect(() => lineFrom(here, { edition: '2017-2019', code: null }, 'dropped')).toThrow('dropped-by-a-later-edition')
  })

  test('takes a code as people write it', () => {
    expect(['51', 'la51', 'LA51', '7', 'OB.1'].map(codeOf)).toEqual(['LA51', 'LA51', 'LA51', 'LA07', 'OB.1'])
  })
})
