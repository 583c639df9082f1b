import type { ExpressionBuilder } from 'kysely'
import type { Phase } from '../../charter/phases.ts'
import type { Day } from '../../kernel/day.ts'
import type { Schema } from '../../platform/schema.ts'
import type { PhaseRun } from '../phase-rules.ts'

/** The dates that were set for a phase by a day: the last ones. For a lateral join beside `phaseRun`. */
export function termOn(eb: ExpressionBuilder<Pick<Schema, 'phaseRun' | 'phaseTerm'>, 'phaseRun'>, day: Day) {
  return eb
    .selectFrom('phaseTerm')
    .selectAll('phaseTerm')
    .whereRef('phaseTerm.cycleId', '=', 'phaseRun.cycleId')
    .whereRef('phaseTerm.phase', '=', 'phaseRun.phase')
    .where('phaseTerm.setOn', '<=', day)
    .orderBy('phaseTerm.setOn', 'desc')
    .orderBy('phaseTerm.id', 'desc')
    .limit(1)
}

export const runColumns = [
  'phaseRun.cycleId',
  'phaseRun.phase',
  'phaseRun.startedOn',
  'phaseRun.concludedOn',
  'phaseRun.derogationReason',
  'term.expectedOn',
  'term.expectedPrecision',
  'term.dueOn',
  'term.duePrecision',
  'term.dueQualifier',
  'term.dueSource',
] as const

export interface RunRow {
  readonly phase: string
  readonly startedOn: Day | null
  readonly concludedOn: Day | null
  readonly derogationReason: string | null
  readonly expectedOn: Day | null
  readonly expectedPrecision: string | null
  readonly dueOn: Day | null
  readonly duePrecision: string | null
  readonly dueQualifier: string | null
  readonly dueSource: string | null
}

export function runFrom(row: RunRow): PhaseRun {
  const { phase, startedOn, concludedOn, derogationReason, expectedOn, expectedPrecision, dueOn, duePrecision, dueQualifier, dueSource } =
    row
  return {
    phase: phase as Phase,
    startedOn,
    concludedOn,
    derogationReason,
    expected: expectedOn ? { on: expectedOn, precision: expectedPrecision === 'month' ? 'month' : 'day' } : null,
    due: dueOn
      ? { on: dueOn, precision: duePrecision === 'month' ? 'month' : 'day', qualifier: dueQualifier === 'in' ? 'in' : 'by' }
      : null,
    source: dueSource,
  }
}
