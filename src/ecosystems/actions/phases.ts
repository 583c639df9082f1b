import { z } from 'zod'
import { phases } from '../../charter/phases.ts'
import { allow } from '../../charter/policy.ts'
import { type Day, endOfMonth } from '../../kernel/day.ts'
import { transact } from '../../platform/db.ts'
import { dayField, line, optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustBeOver, mustBeStartable, mustBeWithinCycle, type Term } from '../phase-rules.ts'
import { placeOf } from '../rules.ts'
import * as store from '../store/cycles.ts'
import { getEcosystem } from '../store/views.ts'

const phase = z.enum(phases)

export const StartForm = z.object({ phase, on: optional(dayField()) })

export const TermForm = z.object({
  phase,
  expectedOn: optional(dayField()),
  dueOn: optional(dayField()),
  precision: z.enum(['month', 'day']),
  qualifier: z.enum(['by', 'in']),
  source: line(200),
})

export const CycleForm = z.object({ on: optional(dayField()), outcome: optional(prose(2000)) })

/** Phases may overlap: the former one need not be concluded. */
export async function startPhase(desk: Desk, slug: string, input: z.output<typeof StartForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const permit = allow(desk, 'ecosystems.start-phase', placeOf(ecosystem))

    const on = input.on ?? desk.today
    mustBeStartable(ecosystem.phases[input.phase], ecosystem.cycle.begunOn, on, desk.today)

    await store.startRun(tx, ecosystem.cycle.id, input.phase, on)
    await record(tx, permit, ecosystem.id, { phase: input.phase, cycle: ecosystem.cycle.number, on })
  })
}

export async function setPhaseTerm(desk: Desk, slug: string, input: z.output<typeof TermForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const permit = allow(desk, 'ecosystems.set-term', placeOf(ecosystem))

    const term = termOf(input)
    mustBeWithinCycle(term, ecosystem.cycle.begunOn)

    await store.addTerm(tx, ecosystem.cycle.id, input.phase, term, desk.today)
    const { expectedOn, dueOn } = term
    await record(tx, permit, ecosystem.id, { phase: input.phase, cycle: ecosystem.cycle.number, expectedOn, dueOn, source: term.dueSource })
  })
}

/** A month begins on its first day and is over on its last. */
export function termOf({ expectedOn, dueOn, precision, qualifier, source }: Omit<z.output<typeof TermForm>, 'phase'>): Term {
  const month = precision === 'month'
  return {
    expectedOn: expectedOn && month ? (`${expectedOn.slice(0, 7)}-01` as Day) : expectedOn,
    expectedPrecision: expectedOn ? precision : null,
    dueOn: dueOn && month ? endOfMonth(Number(dueOn.slice(0, 4)), Number(dueOn.slice(5, 7))) : dueOn,
    duePrecision: dueOn ? precision : null,
    dueQualifier: dueOn ? qualifier : null,
    dueSource: source,
  }
}

/** The next cycle begins from what the last one left. */
export async function beginCycle(desk: Desk, slug: string, input: z.output<typeof CycleForm>): Promise<number> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const permit = allow(desk, 'ecosystems.begin-cycle', placeOf(ecosystem))

    const on = input.on ?? desk.today
    const { cycle } = ecosystem
    mustBeOver(ecosystem.phases.growth, cycle.begunOn, on, desk.today, input.outcome)

    const number = cycle.number + 1
    await store.insertCycle(tx, { ecosystemId: ecosystem.id, number, begunOn: on, from: cycle.id, outcome: input.outcome })
    await record(tx, permit, ecosystem.id, { number, on, from: cycle.number })
    return number
  })
}
