import type { State } from '../charter/states.ts'
import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'

export type RemarkId = Id<'minutes-remark'>

export const sittingKinds = ['meeting', 'hearing'] as const
export type SittingKind = (typeof sittingKinds)[number]

export interface Minutes {
  /** The meeting or the hearing that they tell of. */
  readonly sittingId: string
  /** The latest version. */
  readonly version: number
  readonly sent: { readonly version: number; readonly at: Date; readonly until: Day } | null
  readonly approved: { readonly version: number; readonly on: Day; readonly by: string; readonly hash: string } | null
}

export const remarkKinds = ['agreement', 'correction'] as const

/** What somebody who was there answered to the minutes sent. */
export interface Remark {
  readonly id: RemarkId
  readonly personId: string
  /** The version it speaks of. */
  readonly version: number
  readonly kind: (typeof remarkKinds)[number]
  readonly text: string | null
  readonly at: Date
  readonly outcome: 'accepted' | 'rejected' | null
  readonly reason: string | null
}

/** What turned out to be wrong in approved minutes. */
export interface Correction {
  readonly id: string
  readonly number: number
  readonly text: string
  readonly reason: string
  readonly authorId: string
  readonly madeOn: Day
}

/** How each kind of sitting refuses, in its own words: members correct, those heard amend. */
export interface Refusals {
  readonly notWritten: ProblemKind
  readonly frozen: ProblemKind
  readonly notSent: ProblemKind
  readonly sentAlready: ProblemKind
  readonly changedSinceSent: ProblemKind
  /** Whoever approves has read another version. */
  readonly notTheOneRead: ProblemKind
  readonly termPast: ProblemKind
  readonly termRunning: ProblemKind
  readonly termOver: ProblemKind
  readonly remarksOpen: ProblemKind
  readonly notThere: ProblemKind
  readonly answeredAlready: ProblemKind
  readonly reasonNeeded: ProblemKind
  readonly notApproved: ProblemKind
}

export type MinutesState = 'draft' | 'sent' | 'approved'

export function minutesState({ sent, approved }: Pick<Minutes, 'sent' | 'approved'>): MinutesState {
  if (approved) return 'approved'
  return sent ? 'sent' : 'draft'
}

export const stateOfMinutes: Record<MinutesState, State> = { draft: 'todo', sent: 'doing', approved: 'done' }

/** Whether a person has said of the very version sent that nothing needs correcting. */
export function hasAgreed(minutes: Minutes | null, remarks: readonly Remark[], personId: string | null): boolean {
  return agreedWith(minutes, remarks).has(personId ?? '')
}

/** Who said so. */
export function agreedWith(minutes: Minutes | null, remarks: readonly Remark[]): Set<string> {
  const sent = minutes?.sent?.version
  return new Set(remarks.filter(({ kind, version }) => kind === 'agreement' && version === sent).map(({ personId }) => personId))
}

export function mustBeOpen(refusals: Refusals, minutes: Pick<Minutes, 'approved'> | null): void {
  if (minutes?.approved) throw new Problem(refusals.frozen)
}

export function mustBeSendable(refusals: Refusals, minutes: Minutes | null, until: Day, today: Day): Minutes {
  if (!minutes) throw new Problem(refusals.notWritten)
  mustBeOpen(refusals, minutes)
  if (minutes.sent?.version === minutes.version) throw new Problem(refusals.sentAlready)
  if (until < today) throw new Problem(refusals.termPast, { field: 'until' })
  return minutes
}

export function mustTakeRemarks(refusals: Refusals, minutes: Minutes | null, today: Day): NonNullable<Minutes['sent']> {
  if (!minutes?.sent) throw new Problem(refusals.notSent)
  mustBeOpen(refusals, minutes)
  const { until } = minutes.sent
  if (until < today) throw new Problem(refusals.termOver, { until })
  return minutes.sent
}

/** What is approved is what was sent, with an outcome for every correction, when the time is over or all who were there have spoken. */
export function mustBeApprovable(
  refusals: Refusals,
  minutes: Minutes | null,
  remarks: readonly Remark[],
  there: readonly string[],
  today: Day,
): Minutes {
  if (!minutes) throw new Problem(refusals.notWritten)
  mustBeOpen(refusals, minutes)
  if (!minutes.sent) throw new Problem(refusals.notSent)
  if (minutes.sent.version !== minutes.version) throw new Problem(refusals.changedSinceSent)
  const open = remarks.filter(({ kind, outcome }) => kind === 'correction' && outcome === null).length
  if (open > 0) throw new Problem(refusals.remarksOpen, { count: open })
  const { until, version } = minutes.sent
  const spoken = new Set(remarks.filter((remark) => remark.version === version).map(({ personId }) => personId))
  const all = there.length > 0 && there.every((person) => spoken.has(person))
  if (until >= today && !all) throw new Problem(refusals.termRunning, { until })
  return minutes
}

export function mustAwaitOutcome(
  refusals: Refusals,
  { kind, outcome }: Pick<Remark, 'kind' | 'outcome'>,
  answer: 'accepted' | 'rejected',
  reason: string | null,
): void {
  if (kind !== 'correction' || outcome) throw new Problem(refusals.answeredAlready)
  if (answer === 'rejected' && !reason) throw new Problem(refusals.reasonNeeded, { field: 'reason' })
}

export function mustBeApproved(refusals: Refusals, minutes: Minutes | null): NonNullable<Minutes['approved']> {
  if (!minutes?.approved) throw new Problem(refusals.notApproved)
  return minutes.approved
}
