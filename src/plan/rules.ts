import type { State } from '../charter/states.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import type { ProblemKind } from '../kernel/problem.ts'

export type EditionId = Id<'plan-edition'>
export type ActionId = Id<'plan-action'>
export type ResultId = Id<'action-result'>
export type DeclarationId = Id<'result-declaration'>

export const scopes = ['central', 'territorial'] as const
export type Scope = (typeof scopes)[number]

export type Qualifier = 'from' | 'by' | 'in' | 'ongoing'

/** A date as the plan gives it: 'da gennaio 2020' is {from, month, 2020-01-01}; of a month due, the day is its last. */
export interface When {
  readonly qualifier: Qualifier
  readonly precision: 'month' | 'day' | null
  readonly day: Day | null
}

/** What an officer or an analyst can say of a result. Lateness is nobody's to say: it comes from the dates. */
export const declarableStates = ['done', 'doing', 'blocked'] as const
export type DeclarableState = (typeof declarableStates)[number]

/** What is known of a result on some day. */
export interface ResultEvidence {
  readonly timing: When | null
  readonly due: When | null
  /** The day on which the platform's own records met the criterion; null while they do not, or when there is none. */
  readonly metOn: Day | null
  /** The declaration in force. */
  readonly declared: { readonly state: DeclarableState; readonly since: Day } | null
}

export interface Standing {
  readonly state: State
  /** Days of lateness: so far, or, once done, those it took past the due day. */
  readonly days: number | null
}

/** The last day to be in time. A result that is due 'from' a day, or is ongoing, has none. */
export function deadlineOf(due: When | null): Day | null {
  return due && (due.qualifier === 'by' || due.qualifier === 'in') ? due.day : null
}

/** Derived from evidence and from dates; nobody types it. */
export function resultState({ timing, due, metOn, declared }: ResultEvidence, today: Day): Standing {
  const deadline = deadlineOf(due)
  const past = (d: Day) => (deadline && d > deadline ? daysBetween(deadline, d) : null)
  const doneOn = firstOf(metOn, declared?.state === 'done' ? declared.since : null)
  if (doneOn) return { state: 'done', days: past(doneOn) }
  if (past(today)) return { state: 'late', days: past(today) }
  if (declared) return { state: declared.state, days: null }
  const opens = timing?.qualifier === 'from' ? timing.day : null
  return { state: opens && opens > today ? 'todo' : 'doing', days: null }
}

function firstOf(a: Day | null, b: Day | null): Day | null {
  return a && b ? (a < b ? a : b) : (a ?? b)
}

/** From the worst to the best. */
export const severity = ['late', 'blocked', 'unmeasured', 'doing', 'todo', 'done'] as const satisfies readonly State[]

/** An action stands where its worst result stands; without results, where its timing puts it. */
export function actionState(results: readonly Standing[], timing: When | null, today: Day): Standing {
  if (results.length === 0) return resultState({ timing, due: null, metOn: null, declared: null }, today)
  const state = severity.find((one) => results.some((result) => result.state === one)) ?? 'doing'
  const days = Math.max(0, ...results.filter((result) => result.state === state).map((result) => result.days ?? 0))
  return { state, days: days || null }
}

/** 'LA51' is number 51: the address is made of it, and holds only together with the edition. */
export function numberOf(code: string): number {
  return Number(code.replace(/^\D+/, ''))
}

/** '51' and 'la51' mean LA51. */
export function codeOf(written: string): string {
  return /^\d{1,3}$/.test(written) ? `LA${written.padStart(2, '0')}` : written.toUpperCase()
}

export const lineageKinds = ['continued', 'rescheduled', 'reformulated', 'merged', 'dropped'] as const
export type LineageKind = (typeof lineageKinds)[number]

export const noSuchEdition = {
  slug: 'no-such-edition',
  status: 404,
  it: 'L’edizione {edition} del Piano non è qui. Guarda l’elenco delle edizioni.',
  en: 'The {edition} edition of the plan is not here. See the list of editions.',
} as const satisfies ProblemKind

export const noSuchAction = {
  slug: 'no-such-action',
  status: 404,
  it: 'Nell’edizione {edition} non c’è l’azione {number}. Lo stesso numero può indicare un’altra azione in un’altra edizione.',
  en: 'The {edition} edition has no action {number}. The same number may be another action in another edition.',
} as const satisfies ProblemKind

export const notYetInPlan = {
  slug: 'not-yet-in-plan',
  status: 404,
  it: 'Il giorno {day} questa parte del Piano non c’era ancora: il testo più antico che conosciamo è del {first}.',
  en: 'On {day} this part of the plan did not exist yet: the earliest text we know is of {first}.',
} as const satisfies ProblemKind
