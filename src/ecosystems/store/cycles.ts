import { type Phase, phases } from '../../charter/phases.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import { alreadyConcluded, alreadyStarted, asOf, type PhaseRun, type Term } from '../phase-rules.ts'
import type { Cycle, CycleId, EcosystemId } from '../rules.ts'
import { runColumns, runFrom, termOn } from './runs.ts'

const own = (db: Db) => db.$pickTables<'cycle' | 'phaseRun' | 'phaseTerm'>()

/** A cycle with its four phases and, after the first, what the former one left. */
export interface CycleView extends Cycle {
  readonly outcome: string | null
  readonly phases: Readonly<Record<Phase, PhaseRun>>
}

/** Every cycle begun by a day, the latest first. */
export async function cyclesOf(db: Db, ecosystemId: string, today: Day): Promise<CycleView[]> {
  const rows = await own(db)
    .selectFrom('cycle')
    .innerJoin('phaseRun', 'phaseRun.cycleId', 'cycle.id')
    .leftJoinLateral(
      (eb) => termOn(eb, today).as('term'),
      (join) => join.onTrue(),
    )
    .select(runColumns)
    .select(['cycle.number', 'cycle.begunOn', 'cycle.outcome'])
    .where('cycle.ecosystemId', '=', ecosystemId)
    .where('cycle.begunOn', '<=', today)
    .orderBy('cycle.number', 'desc')
    .execute()
  const found = new Map<number, CycleView & { phases: Record<Phase, PhaseRun> }>()
  for (const { number, begunOn, outcome, ...row } of rows) {
    const view = found.get(number) ?? { id: row.cycleId as CycleId, number, begunOn, outcome, phases: {} as Record<Phase, PhaseRun> }
    view.phases[row.phase as Phase] = asOf(runFrom(row), today)
    found.set(number, view)
  }
  return [...found.values()]
}

/** The cycle that each ecosystem was in on a day. */
export async function cyclesOn(db: Db, ecosystemIds: readonly string[], day: Day): Promise<Map<string, CycleId>> {
  if (ecosystemIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('cycle')
    .distinctOn('ecosystemId')
    .select(['ecosystemId', 'id'])
    .where('ecosystemId', 'in', [...ecosystemIds])
    .where('begunOn', '<=', day)
    .orderBy('ecosystemId')
    .orderBy('number', 'desc')
    .execute()
  return new Map(rows.map(({ ecosystemId, id }) => [ecosystemId, id as CycleId]))
}

export interface NewCycle {
  readonly ecosystemId: EcosystemId
  readonly number: number
  readonly begunOn: Day
  readonly from: CycleId | null
  readonly outcome: string | null
}

export async function insertCycle(db: Db, { from, ...cycle }: NewCycle): Promise<CycleId> {
  const id = newId<'cycle'>()
  await own(db)
    .insertInto('cycle')
    .values({ id, ...cycle, fromCycleId: from })
    .execute()
  await own(db)
    .insertInto('phaseRun')
    .values(phases.map((phase) => ({ cycleId: id, phase })))
    .execute()
  return id
}

const run = (db: Db, cycleId: CycleId, phase: Phase) =>
  own(db).updateTable('phaseRun').where('cycleId', '=', cycleId).where('phase', '=', phase)

/** Two people starting the same phase at once: the second is refused. */
export async function startRun(db: Db, cycleId: CycleId, phase: Phase, startedOn: Day): Promise<void> {
  const { numUpdatedRows } = await run(db, cycleId, phase).set({ startedOn }).where('startedOn', 'is', null).executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Problem(alreadyStarted, { startedOn })
}

/** What was set before stays: it held until now. */
export async function addTerm(db: Db, cycleId: CycleId, phase: Phase, term: Term, setOn: Day): Promise<void> {
  await own(db)
    .insertInto('phaseTerm')
    .values({ id: newId<'phase-term'>(), cycleId, phase, ...term, setOn })
    .execute()
}

/** Saves what the gates decided; they alone call it. */
export async function saveConclusion(
  db: Db,
  cycleId: CycleId,
  phase: Phase,
  outcome: { on: Day; derogationReason: string | null },
): Promise<void> {
  const { numUpdatedRows } = await run(db, cycleId, phase)
    .set({ concludedOn: outcome.on, derogationReason: outcome.derogationReason })
    .where('concludedOn', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Problem(alreadyConcluded, { concludedOn: outcome.on })
}
