import type { Phase } from '../charter/phases.ts'
import type { State } from '../charter/states.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'

export type Precision = 'month' | 'day'

/** The day by which a phase is to be concluded, and who set it. */
export interface Due {
  readonly on: Day
  readonly precision: Precision
  readonly qualifier: 'by' | 'in'
}

export interface PhaseRun {
  readonly phase: Phase
  readonly startedOn: Day | null
  readonly concludedOn: Day | null
  /** Set when the phase was concluded without all its evidence. */
  readonly derogationReason: string | null
  /** When it is planned to start. */
  readonly expected: { readonly on: Day; readonly precision: Precision } | null
  readonly due: Due | null
  /** Who set the dates above: 'LA51 2019-2021'. */
  readonly source: string | null
}

/** The dates set for a phase, as they are kept. */
export interface Term {
  readonly expectedOn: Day | null
  readonly expectedPrecision: Precision | null
  readonly dueOn: Day | null
  readonly duePrecision: Precision | null
  readonly dueQualifier: Due['qualifier'] | null
  readonly dueSource: string
}

export interface PhaseState {
  readonly state: State
  readonly daysLate: number | null
}

export const startBeforeCycle = {
  slug: 'start-before-cycle',
  status: 422,
  it: 'La fase non può cominciare prima del suo ciclo ({begunOn}).',
  en: 'The phase cannot start before its cycle ({begunOn}).',
} as const satisfies ProblemKind

export const notYetHappened = {
  slug: 'not-yet-happened',
  status: 422,
  it: 'Qui si registra quello che è già accaduto: scegli un giorno non oltre oggi.',
  en: 'What already happened is recorded here: choose a day no later than today.',
} as const satisfies ProblemKind

export const alreadyStarted = {
  slug: 'phase-already-started',
  status: 409,
  it: 'La fase è già avviata ({startedOn}).',
  en: 'The phase has already started ({startedOn}).',
} as const satisfies ProblemKind

export const notStarted = {
  slug: 'phase-not-started',
  status: 409,
  it: 'La fase non è ancora avviata: prima si avvia, poi si conclude.',
  en: 'The phase has not started yet: it starts first, then it is concluded.',
} as const satisfies ProblemKind

export const alreadyConcluded = {
  slug: 'phase-already-concluded',
  status: 409,
  it: 'La fase è già conclusa ({concludedOn}).',
  en: 'The phase is already concluded ({concludedOn}).',
} as const satisfies ProblemKind

export const concludedBeforeStart = {
  slug: 'phase-concluded-before-start',
  status: 422,
  it: 'La fase non può concludersi prima del giorno in cui è cominciata ({startedOn}).',
  en: 'The phase cannot be concluded before the day it started ({startedOn}).',
} as const satisfies ProblemKind

export const termBeforeStart = {
  slug: 'term-before-start',
  status: 422,
  it: 'Il termine non può venire prima dell’inizio.',
  en: 'The term cannot come before the start.',
} as const satisfies ProblemKind

export const termBeforeCycle = {
  slug: 'term-before-cycle',
  status: 422,
  it: 'Questo giorno non può venire prima del ciclo ({begunOn}).',
  en: 'This day cannot come before the cycle ({begunOn}).',
} as const satisfies ProblemKind

export const noTerm = {
  slug: 'term-empty',
  status: 422,
  it: 'Scrivi almeno una delle due date: l’inizio previsto o il termine.',
  en: 'Write at least one of the two dates: the planned start or the term.',
} as const satisfies ProblemKind

export const cycleNotOver = {
  slug: 'cycle-not-over',
  status: 409,
  it: 'Growth non è conclusa: per cominciare un altro ciclo scrivi con quale esito si chiude questo.',
  en: 'Growth is not concluded: to begin another cycle, write with what outcome this one closes.',
} as const satisfies ProblemKind

export const cycleTooEarly = {
  slug: 'cycle-too-early',
  status: 422,
  it: 'Il nuovo ciclo deve cominciare più tardi: un giorno dopo quello con cui si chiude il ciclo di adesso ({after}).',
  en: 'The new cycle must begin later: after the day on which the present one closes ({after}).',
} as const satisfies ProblemKind

/** Derived from dates alone, so it can be told of any day, past ones too. */
export function phaseState(run: PhaseRun, today: Day): PhaseState {
  if (run.concludedOn && run.concludedOn <= today) return { state: 'done', daysLate: null }
  if (run.due && run.due.on < today) return { state: 'late', daysLate: daysBetween(run.due.on, today) }
  if (run.startedOn && run.startedOn <= today) return { state: 'doing', daysLate: null }
  return { state: 'todo', daysLate: null }
}

/** The run as it stood on a day: what came later had not happened. */
export function asOf(run: PhaseRun, today: Day): PhaseRun {
  const concluded = run.concludedOn !== null && run.concludedOn <= today
  return {
    ...run,
    startedOn: run.startedOn !== null && run.startedOn <= today ? run.startedOn : null,
    concludedOn: concluded ? run.concludedOn : null,
    derogationReason: concluded ? run.derogationReason : null,
  }
}

/** Starting before the former phase is concluded is allowed: the plan itself does so. */
export function mustBeStartable(run: PhaseRun, begunOn: Day, on: Day, today: Day): void {
  if (run.startedOn) throw new Problem(alreadyStarted, { startedOn: run.startedOn })
  if (on < begunOn) throw new Problem(startBeforeCycle, { field: 'on', begunOn })
  if (on > today) throw new Problem(notYetHappened, { field: 'on' })
}

export function mustBeConcludable(run: PhaseRun, on: Day): void {
  if (!run.startedOn) throw new Problem(notStarted)
  if (run.concludedOn) throw new Problem(alreadyConcluded, { concludedOn: run.concludedOn })
  if (on < run.startedOn) throw new Problem(concludedBeforeStart, { startedOn: run.startedOn })
}

export function mustBeWithinCycle(term: Pick<Term, 'expectedOn' | 'dueOn'>, begunOn: Day): void {
  const { expectedOn, dueOn } = term
  if (!expectedOn && !dueOn) throw new Problem(noTerm, { field: 'dueOn' })
  if (expectedOn && expectedOn < begunOn) throw new Problem(termBeforeCycle, { field: 'expectedOn', begunOn })
  if (dueOn && dueOn < begunOn) throw new Problem(termBeforeCycle, { field: 'dueOn', begunOn })
  if (expectedOn && dueOn && dueOn < expectedOn) throw new Problem(termBeforeStart, { field: 'dueOn' })
}

/** A cycle is over when its Growth is concluded; closed earlier, somebody says with what outcome. */
export function mustBeOver(growth: PhaseRun, begunOn: Day, on: Day, today: Day, outcome: string | null): void {
  if (!growth.concludedOn && !outcome) throw new Problem(cycleNotOver, { field: 'outcome' })
  if (on > today) throw new Problem(notYetHappened, { field: 'on' })
  const after = growth.concludedOn && growth.concludedOn > begunOn ? growth.concludedOn : begunOn
  if (on <= after) throw new Problem(cycleTooEarly, { field: 'on', after })
}
