import type { PersonId } from '../../charter/policy.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { notFound, Problem, type ProblemKind } from '../../kernel/problem.ts'
import { type Body, earliest, endBeforeStart, lastDayOf } from './bodies.ts'

export type MemberId = Id<'body-member'>

export const memberRoles = ['chair', 'secretary', 'rapporteur', 'member', 'observer'] as const
export type MemberRole = (typeof memberRoles)[number]

/** A place in a body. */
export interface Member {
  readonly id: MemberId
  readonly bodyId: string
  readonly personId: PersonId
  readonly organisationId: string | null
  readonly role: MemberRole
  /** The member whose place this one takes when that one is absent. */
  readonly substituteFor: MemberId | null
  readonly from: Day
  /** The last day; null until the body's own. */
  readonly to: Day | null
  readonly showsName: boolean
  readonly grantId: string
}

type Term = Pick<Member, 'from' | 'to'>

export const outsideBodyTerm = {
  slug: 'outside-the-body-term',
  status: 422,
  it: 'Questi giorni escono dalla durata del gruppo, {to, select, none {che comincia il {from}} other {dal {from} al {to}}}: scegline dentro.',
  en: 'These days fall outside the term of the body, {to, select, none {which begins on {from}} other {from {from} to {to}}}: choose days within it.',
} as const satisfies ProblemKind

export const alreadyMember = {
  slug: 'already-a-member',
  status: 409,
  it: 'La persona fa già parte del gruppo in giorni che si sovrappongono, dal {from}: termina prima quel mandato, oppure scegli altri giorni.',
  en: 'The person already belongs to the body on overlapping days, from {from}: end that mandate first, or choose other days.',
} as const satisfies ProblemKind

export const chairTaken = {
  slug: 'chair-taken',
  status: 409,
  it: 'Il gruppo ha già chi lo presiede in quei giorni, dal {from}: una presidenza alla volta. Termina prima quel mandato, oppure scegli altri giorni.',
  en: 'The body already has a chair on those days, from {from}: one chair at a time. End that mandate first, or choose other days.',
} as const satisfies ProblemKind

export const noSuchTitular = {
  slug: 'no-such-titular',
  status: 422,
  it: 'Chi viene sostituito deve essere titolare di un posto nel gruppo per tutti quei giorni: scegli un’altra persona, o altri giorni.',
  en: 'Whoever is replaced must hold a seat of the body on all those days: choose another person, or other days.',
} as const satisfies ProblemKind

export const endedAlready = {
  slug: 'membership-ended-already',
  status: 409,
  it: 'Questo mandato è già terminato il {to}.',
  en: 'This mandate already ended on {to}.',
} as const satisfies ProblemKind

export const mandateExpired = {
  slug: 'mandate-expired',
  status: 403,
  it: '{to, select, none {Il tuo mandato in questo gruppo non è ancora cominciato} other {Il tuo mandato in questo gruppo è finito il {to}}}: per agire serve un mandato in corso. Se è un errore, scrivi alla segreteria.',
  en: '{to, select, none {Your mandate in this body has not begun yet} other {Your mandate in this body ended on {to}}}: acting needs a mandate in force. If this is a mistake, write to the secretariat.',
} as const satisfies ProblemKind

/** Observers attend without a vote. */
export const hasVote = ({ role }: Pick<Member, 'role'>): boolean => role !== 'observer'

/** Whoever chairs, keeps the secretariat or reports acts by office, and is named. The others choose. */
export const isNamed = ({ role, showsName }: Pick<Member, 'role' | 'showsName'>): boolean =>
  showsName || role === 'chair' || role === 'secretary' || role === 'rapporteur'

/** A mandate lasts no longer than its body. */
export function lastDayIn(body: Pick<Body, 'to' | 'dissolvedOn'>, member: Pick<Member, 'to'>): Day | null {
  return earliest(member.to, lastDayOf(body))
}

export function sitsOn(day: Day, { from, to }: Term): boolean {
  return from <= day && (to === null || to >= day)
}

export function inOffice<One extends Member>(body: Pick<Body, 'from' | 'to' | 'dissolvedOn'>, members: readonly One[], day: Day): One[] {
  const end = lastDayOf(body)
  if (body.from > day || (end !== null && end < day)) return []
  return members.filter((member) => sitsOn(day, member))
}

/** How many have a vote; a substitute shares the seat of the one replaced. */
export function seatsAmong(members: readonly Member[]): number {
  return members.filter((member) => hasVote(member) && member.substituteFor === null).length
}

const overlap = (one: Term, other: Term) => (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to)

export function mustFitIn(body: Body, { from, to }: Term): void {
  const end = lastDayOf(body)
  if (to !== null && to < from) throw new Problem(endBeforeStart, { field: 'to', from })
  const outside = from < body.from || (end !== null && from > end) ? 'from' : end !== null && to !== null && to > end ? 'to' : null
  if (outside) throw new Problem(outsideBodyTerm, { field: outside, from: body.from, to: end ?? 'none' })
}

export function mustNotSitAlready(members: readonly Member[], personId: string, term: Term): void {
  const clash = members.find((member) => member.personId === personId && overlap(member, term))
  if (clash) throw new Problem(alreadyMember, { field: 'email', from: clash.from })
}

export function mustBeTheOnlyChair(members: readonly Member[], role: MemberRole, term: Term): void {
  const clash = role === 'chair' && members.find((member) => member.role === role && !member.substituteFor && overlap(member, term))
  if (clash) throw new Problem(chairTaken, { field: 'role', from: clash.from })
}

/** The titular whose place a substitute takes. The substitute's role is theirs. */
export function titularOf(members: readonly Member[], id: string, { from, to }: Term): Member {
  const titular = members.find((member) => member.id === id)
  const covers = titular && titular.from <= from && (titular.to === null || (to !== null && to <= titular.to))
  if (!titular || titular.substituteFor || !covers) throw new Problem(noSuchTitular, { field: 'substituteFor' })
  return titular
}

/** An end may be brought forward, never past the one written. */
export function mustEndWithin({ from, to: written }: Term, to: Day): void {
  if (to < from) throw new Problem(endBeforeStart, { field: 'to', from })
  if (written !== null && written <= to) throw new Problem(endedAlready, { to: written })
}

export function pickMember<One extends Member>(members: readonly One[], id: string): One {
  const found = members.find((member) => member.id === id)
  if (!found) throw new Problem(notFound, { member: id })
  return found
}

export function mustSitOn(day: Day, body: Body, member: Member): void {
  if (inOffice(body, [member], day).length > 0) return
  const started = member.from <= day
  throw new Problem(mandateExpired, { to: started ? (lastDayIn(body, member) ?? 'none') : 'none' })
}
