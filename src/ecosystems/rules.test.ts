import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { partyChanges } from './import-rules.ts'
import type { Party } from './party-rules.ts'
import { asOf, mustBeConcludable, mustBeOver, mustBeStartable, mustBeWithinCycle, type PhaseRun, phaseState } from './phase-rules.ts'
import { mustNotStandInsideItself, slugOf } from './rules.ts'

const today = day('2020-07-22')
const begun = day('2019-01-01')
const term = (on: string) => ({ on: day(on), precision: 'month', qualifier: 'by' }) as const
const run = (told: Partial<PhaseRun> = {}): PhaseRun => ({
  phase: 'envisioning',
  startedOn: null,
  concludedOn: null,
  derogationReason: null,
  expected: null,
  due: null,
  source: null,
  ...told,
})
const slug = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return (error as Error).message
  }
}

describe('the state of a phase', () => {
  test('a phase due on 31 December 2019 and not concluded is 204 days late on 22 July 2020', () => {
    expect(phaseState(run({ startedOn: begun, due: term('2019-12-31') }), today)).toEqual({ state: 'late', daysLate: 204 })
  })

  test('a phase that should have been concluded is late even when nobody started it', () => {
    expect(phaseState(run({ due: term('2019-12-31') }), today)).toEqual({ state: 'late', daysLate: 204 })
  })

  test('on its last day a phase is still in time, the day after it is one day late', () => {
    const design = run({ startedOn: day('2020-01-15'), due: term('2020-06-30') })
    expect(phaseState(design, day('2020-06-30')).state).toBe('doing')
    expect(phaseState(design, day('2020-07-01'))).toEqual({ state: 'late', daysLate: 1 })
  })

  test('a phase concluded after its term was late until the eve and is done since', () => {
    const late = run({ startedOn: begun, concludedOn: day('2020-03-10'), due: term('2019-12-31') })
    expect(phaseState(late, day('2020-03-09'))).toEqual({ state: 'late', daysLate: 69 })
    expect(phaseState(late, day('2020-03-10'))).toEqual({ state: 'done', daysLate: null })
  })

  test('before it starts a phase is to do', () => {
    expect(phaseState(run({ startedOn: day('2020-07-23') }), today).state).toBe('todo')
    expect(phaseState(run({ startedOn: today }), today).state).toBe('doing')
  })

  test('as it stood on a day, what came later had not happened', () => {
    const derogated = run({ startedOn: begun, concludedOn: day('2020-03-10'), derogationReason: 'motivo' })
    expect(asOf(derogated, day('2020-03-09'))).toEqual(run({ startedOn: begun }))
    expect(asOf(derogated, day('2018-12-31'))).toEqual(run())
  })
})

describe('starting and concluding', () => {
  test('a phase cannot start before its cycle, nor in the future, nor twice', () => {
    expect(slug(() => mustBeStartable(run(), begun, day('2018-12-31'), today))).toBe('start-before-cycle')
    expect(slug(() => mustBeStartable(run(), begun, day('2020-07-23'), today))).toBe('not-yet-happened')
    expect(slug(() => mustBeStartable(run({ startedOn: begun }), begun, today, today))).toBe('phase-already-started')
    expect(slug(() => mustBeStartable(run(), begun, begun, today))).toBeUndefined()
  })

  test('a phase cannot be concluded before it starts, nor twice', () => {
    expect(slug(() => mustBeConcludable(run(), today))).toBe('phase-not-started')
    expect(slug(() => mustBeConcludable(run({ startedOn: today }), day('2020-07-21')))).toBe('phase-concluded-before-start')
    expect(slug(() => mustBeConcludable(run({ startedOn: begun, concludedOn: today }), today))).toBe('phase-already-concluded')
    expect(slug(() => mustBeConcludable(run({ startedOn: today }), today))).toBeUndefined()
  })

  test('a term is within the cycle and not before the start', () => {
    expect(slug(() => mustBeWithinCycle({ expectedOn: null, dueOn: null }, begun))).toBe('term-empty')
    expect(slug(() => mustBeWithinCycle({ expectedOn: null, dueOn: day('2018-12-31') }, begun))).toBe('term-before-cycle')
    expect(slug(() => mustBeWithinCycle({ expectedOn: day('2020-02-01'), dueOn: day('2020-01-31') }, begun))).toBe('term-before-start')
    expect(slug(() => mustBeWithinCycle({ expectedOn: begun, dueOn: begun }, begun))).toBeUndefined()
  })

  test('a new cycle needs Growth concluded, or the outcome in words', () => {
    expect(slug(() => mustBeOver(run(), begun, today, today, null))).toBe('cycle-not-over')
    expect(slug(() => mustBeOver(run(), begun, today, today, 'Si riparte dal perimetro.'))).toBeUndefined()
    expect(slug(() => mustBeOver(run({ startedOn: begun, concludedOn: day('2020-06-30') }), begun, today, today, null))).toBeUndefined()
  })

  test('a new cycle begins after the day on which the former one closes, and not in the future', () => {
    const growth = run({ startedOn: begun, concludedOn: day('2020-06-30') })
    expect(slug(() => mustBeOver(growth, begun, day('2020-06-30'), today, null))).toBe('cycle-too-early')
    expect(slug(() => mustBeOver(growth, begun, day('2020-08-01'), today, null))).toBe('not-yet-happened')
  })
})

describe('names and tree', () => {
  test('the address comes from the Italian name, without accents or signs', () => {
    expect(slugOf('Beni culturali e turismo')).toBe('beni-culturali-e-turismo')
    expect(slugOf('L’Italia in Europa e nel Mondo')).toBe('l-italia-in-europa-e-nel-mondo')
    expect(slugOf('Difesa, sicurezza e soccorso - Legalità')).toBe('difesa-sicurezza-e-soccorso-legalita')
    expect(slugOf('Nuovo')).not.toBe('nuovo')
    expect(slug(() => slugOf('—'))).toBe('ecosystem-name-without-letters')
  })

  test('an ecosystem does not stand inside itself, however far', () => {
    const parents = new Map([
      ['museums', 'culture'],
      ['culture', null],
      ['archives', 'museums'],
    ] as [string, string | null][])
    expect(slug(() => mustNotStandInsideItself(parents, 'culture', 'archives'))).toBe('ecosystem-inside-itself')
    expect(slug(() => mustNotStandInsideItself(parents, 'culture', 'culture'))).toBe('ecosystem-inside-itself')
    expect(slug(() => mustNotStandInsideItself(parents, 'archives', 'culture'))).toBeUndefined()
  })
})

describe('the parties that a plan names', () => {
  const source = { name: 'Piano 2020-2022', from: day('2020-08-12') }
  const party = (told: Partial<Party>): Party => ({
    id: 'a',
    ecosystemId: 'e',
    organisationId: 'm1',
    label: 'Ministero uno',
    fromDay: begun,
    toDay: null,
    position: 0,
    source: 'Piano 2019-2021',
    ...told,
  })

  test('a lead that a later plan no longer names ends on the eve; one read by mistake was never there', () => {
    expect(partyChanges([party({})], [], source).end).toEqual([{ id: 'a', toDay: '2020-08-11' }])
    expect(partyChanges([party({ fromDay: source.from })], [], source).forget.map(({ id }) => id)).toEqual(['a'])
  })

  test('whoever a person appointed stays, whatever the plan says', () => {
    expect(partyChanges([party({ source: null })], [], source)).toEqual({ add: [], end: [], forget: [], identify: [] })
  })

  test('words that turn out to be an organisation are identified, not added again', () => {
    const wanted = { label: 'INAIL', organisationId: 'inail', position: 0 }
    const changes = partyChanges([party({ organisationId: null, label: 'INAIL' })], [wanted], source)
    expect(changes).toEqual({ add: [], end: [], forget: [], identify: [{ id: 'a', organisationId: 'inail' }] })
  })
})
