import type { State } from '../../charter/states.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { mustBeATimeInRome } from '../../kernel/rome.ts'

export type MeetingId = Id<'meeting'>

/** The count made when attendance was recorded, by the rule of that day. */
export interface Count {
  readonly seats: number
  readonly quorum: number
  readonly filled: number
}

export interface Meeting {
  readonly id: MeetingId
  readonly bodyId: string
  readonly number: number
  readonly startsAt: Date
  readonly endsAt: Date
  readonly place: string | null
  /** Where to join from afar: for those invited alone. */
  readonly link: string | null
  /** One item a line. */
  readonly agenda: string
  readonly revision: number
  readonly convenedAt: Date
  readonly changedAt: Date
  readonly cancelledAt: Date | null
  readonly cancelReason: string | null
  readonly count: Count | null
}

export type MeetingState = 'convened' | 'under-way' | 'held' | 'cancelled'

export function meetingState(
  { startsAt, endsAt, cancelledAt }: Pick<Meeting, 'startsAt' | 'endsAt' | 'cancelledAt'>,
  now: Date,
): MeetingState {
  if (cancelledAt) return 'cancelled'
  if (endsAt <= now) return 'held'
  return startsAt <= now ? 'under-way' : 'convened'
}

export const stateOfMeeting: Record<MeetingState, State> = { convened: 'todo', 'under-way': 'doing', held: 'done', cancelled: 'blocked' }

export const endsBeforeStart = {
  slug: 'meeting-ends-before-start',
  status: 422,
  it: 'La riunione finisce prima di cominciare: correggi una delle due ore.',
  en: 'The meeting ends before it begins: correct one of the two times.',
} as const satisfies ProblemKind

export const meetingInThePast = {
  slug: 'meeting-in-the-past',
  status: 422,
  it: 'Una riunione si convoca, o si sposta, a un momento che deve ancora venire: scegli un altro giorno o un’altra ora.',
  en: 'A meeting is convened for, or moved to, a time yet to come: choose another day or time.',
} as const satisfies ProblemKind

export const whereIsIt = {
  slug: 'meeting-without-place',
  status: 422,
  it: 'Scrivi dove si tiene la riunione, o l’indirizzo per collegarsi, o entrambi.',
  en: 'Write where the meeting takes place, or the address to join it, or both.',
} as const satisfies ProblemKind

export const meetingBegun = {
  slug: 'meeting-begun',
  status: 409,
  it: 'La riunione è già cominciata: la convocazione non si può più cambiare.',
  en: 'The meeting has already begun: its convocation can no longer be changed.',
} as const satisfies ProblemKind

export const meetingNotBegun = {
  slug: 'meeting-not-begun',
  status: 409,
  it: 'La riunione non è ancora cominciata: questo si fa da quando comincia.',
  en: 'The meeting has not begun yet: this can be done from its beginning on.',
} as const satisfies ProblemKind

export const meetingCancelled = {
  slug: 'meeting-cancelled',
  status: 409,
  it: 'La riunione è stata annullata: se serve, se ne convoca un’altra.',
  en: 'The meeting was cancelled: another can be convened if needed.',
} as const satisfies ProblemKind

export const attendanceNeeded = {
  slug: 'attendance-needed',
  status: 409,
  it: 'Prima si registrano le presenze: senza non si sa se la riunione poteva decidere.',
  en: 'Record who attended first: without it there is no telling whether the meeting could decide.',
} as const satisfies ProblemKind

export const noQuorum = {
  slug: 'no-quorum',
  status: 409,
  it: 'La riunione non era valida: {filled, plural, =0 {nessun posto coperto} one {# posto coperto} other {# posti coperti}} su {seats}, ne servivano {quorum}. La decisione va presa in un’altra riunione.',
  en: 'The meeting was not valid: {filled, plural, =0 {no seat filled} one {# seat filled} other {# seats filled}} of {seats}, {quorum} were needed. The decision must be taken in another meeting.',
} as const satisfies ProblemKind

export const attendanceSettled = {
  slug: 'attendance-settled',
  status: 409,
  it: 'Su queste presenze il gruppo ha già deciso, o il verbale è già approvato: non si cambiano più. Ciò che è sbagliato si rettifica nel verbale.',
  en: 'The body has already decided on this attendance, or the minutes are approved: it can no longer be changed. What is wrong is corrected in the minutes.',
} as const satisfies ProblemKind

export interface When {
  readonly on: Day
  readonly starts: string
  readonly ends: string
}

/** The instants meant by a day and two times of the clock in Rome. */
export function timesOf({ on, starts, ends }: When): { startsAt: Date; endsAt: Date } {
  const startsAt = mustBeATimeInRome(on, starts, 'starts')
  const endsAt = mustBeATimeInRome(on, ends, 'ends')
  if (endsAt <= startsAt) throw new Problem(endsBeforeStart, { field: 'ends' })
  return { startsAt, endsAt }
}

export function mustBeAhead(startsAt: Date, now: Date): void {
  if (startsAt <= now) throw new Problem(meetingInThePast, { field: 'on' })
}

export function mustBeSomewhere({ place, link }: Pick<Meeting, 'place' | 'link'>): void {
  if (!place && !link) throw new Problem(whereIsIt, { field: 'place' })
}

export function mustStand({ cancelledAt }: Pick<Meeting, 'cancelledAt'>): void {
  if (cancelledAt) throw new Problem(meetingCancelled)
}

export function mustNotHaveBegun(meeting: Meeting, now: Date): void {
  mustStand(meeting)
  if (meeting.startsAt <= now) throw new Problem(meetingBegun)
}

export function mustHaveBegun(meeting: Meeting, now: Date): void {
  mustStand(meeting)
  if (meeting.startsAt > now) throw new Problem(meetingNotBegun)
}

export const isValid = (count: Count | null): boolean => count !== null && count.filled >= count.quorum

/** Only a meeting with its quorum decides. */
export function mustHaveQuorum({ count }: Pick<Meeting, 'count'>): Count {
  if (!count) throw new Problem(attendanceNeeded)
  if (!isValid(count)) throw new Problem(noQuorum, { ...count })
  return count
}
