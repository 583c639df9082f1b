import { type GrantedRole, grantedRoles, type PersonId, type Scope } from '../../charter/policy.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export type GrantId = Id<'role-grant'>

export interface RoleGrant {
  readonly id: GrantId
  readonly personId: PersonId
  readonly role: GrantedRole
  readonly scope: Scope
  readonly from: Day
  /** The last day; null until further notice. */
  readonly to: Day | null
  readonly grantedBy: PersonId
  readonly grantedAt: Date
  /** From this day, itself included, an ended grant no longer holds. */
  readonly endedOn: Day | null
}

export const grantStates = ['in-force', 'future', 'past'] as const
export type GrantState = (typeof grantStates)[number]

export function stateOn(day: Day, { from, to, endedOn }: Pick<RoleGrant, 'from' | 'to' | 'endedOn'>): GrantState {
  if ((endedOn && endedOn <= day) || (to && to < day)) return 'past'
  return from > day ? 'future' : 'in-force'
}

/** Where each role makes sense. */
export const scopesOf: Record<GrantedRole, readonly Scope['kind'][]> = {
  administrator: ['platform'],
  officer: ['platform'],
  lead: ['ecosystem'],
  chair: ['body'],
  secretary: ['ecosystem', 'body'],
  rapporteur: ['ecosystem', 'body'],
  member: ['body'],
  observer: ['body'],
  analyst: ['platform', 'ecosystem'],
  delegate: ['organisation'],
}

/** The roles that administrators give by hand: those of a body come with a place in it. */
export const rolesByHand = grantedRoles.filter((role) => scopesOf[role].some((kind) => kind !== 'body'))

export const wrongScope = {
  slug: 'wrong-scope',
  status: 422,
  it: 'Questo ruolo non vale su questo ambito: chi amministra e chi lavora per AGID agisce su tutta la piattaforma, chi delega un’organizzazione solo per quella, gli altri su un ecosistema.',
  en: 'This role does not fit this scope: administrators and AGID officers act on the whole platform, a delegate only for one organisation, the others on an ecosystem.',
} as const satisfies ProblemKind

export const termBackwards = {
  slug: 'term-backwards',
  status: 422,
  it: 'L’ultimo giorno viene prima del primo: correggi uno dei due.',
  en: 'The last day comes before the first: correct one of them.',
} as const satisfies ProblemKind

export const termOver = {
  slug: 'term-over',
  status: 422,
  it: 'L’ultimo giorno è già passato: un incarico concesso oggi vale almeno fino a oggi.',
  en: 'The last day is already past: a grant made today holds at least until today.',
} as const satisfies ProblemKind

export const grantedAlready = {
  slug: 'granted-already',
  status: 409,
  it: 'La persona ha già questo ruolo su questo ambito in giorni che si sovrappongono, dal {from}. Termina prima quello, oppure scegli altri giorni.',
  en: 'The person already has this role on this scope on overlapping days, from {from}. End that one first, or choose other days.',
} as const satisfies ProblemKind

export const endedAlready = {
  slug: 'ended-already',
  status: 409,
  it: 'Questo incarico è già terminato.',
  en: 'This grant has already ended.',
} as const satisfies ProblemKind

export function mustSuit(role: GrantedRole, scope: Scope): void {
  if (!scopesOf[role].includes(scope.kind)) throw new Problem(wrongScope, { field: 'scope' })
}

export function mustBeATerm(today: Day, from: Day, to: Day | null): void {
  if (to && to < from) throw new Problem(termBackwards, { field: 'to' })
  if (to && to < today) throw new Problem(termOver, { field: 'to' })
}

type Term = Pick<RoleGrant, 'from' | 'to'>

/** `others` are the grants of the same person, role and scope that were not ended. */
export function mustNotOverlap(term: Term, others: readonly Term[]): void {
  const clash = others.find((other) => (!term.to || other.from <= term.to) && (!other.to || term.from <= other.to))
  if (clash) throw new Problem(grantedAlready, { from: clash.from })
}

export function mustNotHaveEnded(today: Day, grant: RoleGrant): void {
  if (stateOn(today, grant) === 'past') throw new Problem(endedAlready)
}
