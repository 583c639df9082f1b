import type { State } from '../../charter/states.ts'
import { type Day, daysBetween } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export type TaskId = Id<'task'>

export interface Task {
  readonly id: TaskId
  readonly bodyId: string
  readonly meetingId: string | null
  /** The member who owns it. */
  readonly ownerId: string
  readonly text: string
  readonly dueDay: Day
  readonly doneAt: Date | null
  readonly note: string | null
  readonly withdrawnAt: Date | null
}

export function taskState({ dueDay, doneAt }: Pick<Task, 'dueDay' | 'doneAt'>, today: Day): { state: State; daysLate: number | null } {
  if (doneAt) return { state: 'done', daysLate: null }
  return dueDay < today ? { state: 'late', daysLate: daysBetween(dueDay, today) } : { state: 'doing', daysLate: null }
}

export const dueInThePast = {
  slug: 'task-due-past',
  status: 422,
  it: 'Il termine è già passato: un compito si affida per oggi o per un giorno successivo.',
  en: 'The term is past already: a task is given for today or for a later day.',
} as const satisfies ProblemKind

export const ownerOut = {
  slug: 'task-owner-out',
  status: 422,
  it: 'Un compito si affida a chi ha un mandato in corso nel gruppo: scegli un’altra persona.',
  en: 'A task is given to somebody with a mandate in force in the body: choose another person.',
} as const satisfies ProblemKind

export const noSuchMeeting = {
  slug: 'task-meeting-unknown',
  status: 422,
  it: 'La riunione scelta non è di questo gruppo: scegline un’altra, o nessuna.',
  en: 'The meeting chosen is not of this body: choose another, or none.',
} as const satisfies ProblemKind

export const taskClosed = {
  slug: 'task-closed',
  status: 409,
  it: '{done, select, true {Il compito è già concluso.} other {Il compito è stato ritirato.}}',
  en: '{done, select, true {The task is already done.} other {The task was withdrawn.}}',
} as const satisfies ProblemKind

export function mustBeDueAhead(dueDay: Day, today: Day): void {
  if (dueDay < today) throw new Problem(dueInThePast, { field: 'dueDay' })
}

export function mustStillBeOpen({ doneAt, withdrawnAt }: Task): void {
  if (doneAt || withdrawnAt) throw new Problem(taskClosed, { done: String(doneAt !== null) })
}
