import { AsyncLocalStorage } from 'node:async_hooks'
import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { notAllowed, Problem, signInFirst } from '../kernel/problem.ts'
import type { Phase } from './phases.ts'

export type PersonId = Id<'person'>

/** Roles that are granted with a term and a scope: by an administrator or, in a body, by becoming a member of it. */
export const grantedRoles = [
  'administrator',
  'officer',
  'lead',
  'chair',
  'secretary',
  'rapporteur',
  'member',
  'observer',
  'analyst',
  'delegate',
] as const
export type GrantedRole = (typeof grantedRoles)[number]

/** `self` is whoever acts on their own account; `signed-in` is anybody identified. */
export type Role = GrantedRole | 'self' | 'signed-in'

interface Law {
  readonly roles: readonly Role[]
  /** Official acts are published in the public record; the others are kept, and only counted. */
  readonly official: boolean
  /** Where the law ties an act to phases: at least one of them must have begun. */
  readonly phases?: readonly Phase[]
}

/** Who may do what. The whole law of the platform, on one page. */
export const laws = {
  'organisations.add': { roles: ['administrator', 'officer'], official: true },
  'organisations.correct': { roles: ['administrator', 'officer'], official: true },
  'organisations.import': { roles: ['administrator', 'officer'], official: true },

  'identity.correct': { roles: ['self'], official: false },
  'identity.download': { roles: ['self'], official: false },
  'identity.erase': { roles: ['self'], official: false },
  'identity.issue-token': { roles: ['self'], official: false },
  'identity.revoke-token': { roles: ['self'], official: false },
  'identity.sign-out-everywhere': { roles: ['self'], official: false },
  'identity.grant': { roles: ['administrator'], official: true },
  'identity.end-grant': { roles: ['administrator'], official: true },

  'ecosystems.add': { roles: ['administrator', 'officer'], official: true },
  'ecosystems.describe': { roles: ['administrator', 'officer', 'lead'], official: true },
  'ecosystems.appoint-lead': { roles: ['administrator', 'officer'], official: true },
  'ecosystems.dismiss-lead': { roles: ['administrator', 'officer'], official: true },
  'ecosystems.involve': { roles: ['administrator', 'officer', 'lead', 'secretary'], official: true },
  'ecosystems.begin-cycle': { roles: ['officer', 'lead'], official: true },
  'ecosystems.set-term': { roles: ['administrator', 'officer'], official: true },
  'ecosystems.start-phase': { roles: ['officer', 'lead'], official: true },
  'ecosystems.import': { roles: ['administrator', 'officer'], official: true },

  'groups.constitute': { roles: ['officer', 'lead'], official: true },
  'groups.describe': { roles: ['officer', 'lead', 'chair', 'secretary'], official: true },
  'groups.set-term': { roles: ['officer', 'lead'], official: true },
  'groups.admit': { roles: ['officer', 'lead', 'chair', 'secretary'], official: true },
  'groups.end-membership': { roles: ['officer', 'lead', 'chair', 'secretary'], official: true },
  'groups.show-name': { roles: ['self'], official: false },
  'groups.convene': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'groups.change-meeting': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'groups.cancel-meeting': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'groups.answer': { roles: ['self'], official: false },
  'groups.record-attendance': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: false },
  'groups.write-minutes': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: false },
  'groups.send-minutes': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: false },
  'groups.remark': { roles: ['self'], official: false },
  'groups.answer-remark': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: false },
  'groups.approve-minutes': { roles: ['lead', 'chair'], official: true },
  'groups.correct-minutes': { roles: ['lead', 'chair', 'secretary'], official: true },
  'groups.decide': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'groups.annul-decision': { roles: ['lead', 'chair'], official: true },
  'groups.assign-task': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: false },
  'groups.withdraw-task': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: false },
  'groups.finish-task': { roles: ['self'], official: false },
  'groups.issue-calendar': { roles: ['self'], official: false },
  'groups.revoke-calendar': { roles: ['self'], official: false },

  'listening.add-stakeholder': { roles: ['officer', 'lead', 'secretary'], official: false },
  'listening.change-stakeholder': { roles: ['officer', 'lead', 'secretary'], official: false },
  'listening.remove-stakeholder': { roles: ['officer', 'lead', 'secretary'], official: false },
  'listening.note-involvement': { roles: ['officer', 'lead', 'secretary'], official: false },
  'listening.show-stakeholder-name': { roles: ['self'], official: false },
  'listening.call-hearing': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.change-hearing': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.cancel-hearing': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.link-recording': { roles: ['officer', 'lead', 'secretary'], official: false },
  'listening.invite': { roles: ['officer', 'lead', 'secretary'], official: false },
  'listening.decline': { roles: ['self'], official: false },
  'listening.register': { roles: ['self'], official: false },
  'listening.withdraw': { roles: ['self'], official: false },
  'listening.write-minutes': { roles: ['officer', 'lead', 'secretary', 'rapporteur'], official: false },
  'listening.send-minutes': { roles: ['officer', 'lead', 'secretary', 'rapporteur'], official: false },
  'listening.amend': { roles: ['self'], official: false },
  'listening.answer-amendment': { roles: ['officer', 'lead', 'secretary', 'rapporteur'], official: false },
  'listening.close-minutes': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.correct-minutes': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.record-need': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.correct-need': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.merge-needs': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.separate-needs': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.tell-needs-apart': { roles: ['officer', 'lead', 'secretary'], official: false },
  'listening.open-call': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.change-call': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.propose-need': { roles: ['self'], official: false },
  'listening.withdraw-proposal': { roles: ['self'], official: false },
  'listening.answer-proposal': { roles: ['officer', 'lead', 'secretary'], official: false },
  'documents.begin': { roles: ['officer', 'lead'], official: true },
  'documents.describe': { roles: ['officer', 'lead'], official: true },
  'documents.write': { roles: ['lead', 'chair', 'secretary', 'rapporteur', 'member'], official: false },
  'documents.import': { roles: ['lead', 'chair', 'secretary', 'rapporteur', 'member'], official: false },
  'documents.comment': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur', 'member', 'observer'], official: false },
  'documents.resolve-comment': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur', 'member'], official: false },
  'documents.freeze': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'documents.declare-final': { roles: ['lead', 'chair', 'secretary'], official: true },
  'documents.adopt': { roles: ['lead', 'chair', 'secretary'], official: true },
  'documents.publish': { roles: ['lead', 'chair', 'secretary'], official: true },
  'portfolio.add': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'portfolio.correct': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'portfolio.stop': { roles: ['officer', 'lead', 'chair', 'secretary'], official: true },
  'portfolio.resume': { roles: ['officer', 'lead', 'chair', 'secretary'], official: true },
  'portfolio.withdraw': { roles: ['officer', 'lead', 'chair', 'secretary'], official: true },
  'portfolio.answer-need': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'portfolio.drop-need': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'portfolio.begin-ranking': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'portfolio.set-ranking-method': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: false },
  'portfolio.freeze-ranking': { roles: ['lead', 'chair', 'secretary'], official: true },
  'portfolio.give-scores': { roles: ['chair', 'secretary', 'rapporteur', 'member'], official: false },
  'portfolio.withdraw-scores': { roles: ['chair', 'secretary', 'rapporteur', 'member'], official: false },
  'portfolio.close-ranking': { roles: ['lead', 'chair', 'secretary'], official: true },
  'portfolio.abandon-ranking': { roles: ['lead', 'chair', 'secretary'], official: true },
  'consultations.prepare': { roles: ['officer', 'lead', 'secretary'], official: false },
  'consultations.open': { roles: ['officer', 'lead'], official: true },
  'consultations.discard': { roles: ['officer', 'lead', 'secretary'], official: false },
  'consultations.take-up-again': { roles: ['officer', 'lead', 'secretary'], official: false },
  'consultations.accompany': { roles: ['officer', 'lead', 'secretary'], official: false },
  'consultations.extend': { roles: ['officer', 'lead'], official: true },
  'consultations.suspend': { roles: ['officer', 'lead'], official: true },
  'consultations.resume': { roles: ['officer', 'lead'], official: true },
  'consultations.record-interruption': { roles: ['administrator', 'officer', 'lead'], official: true },
  'consultations.restart': { roles: ['officer', 'lead'], official: true },
  'consultations.contribute': { roles: ['self'], official: false },
  'consultations.change-contribution': { roles: ['self'], official: false },
  'consultations.withdraw-contribution': { roles: ['self'], official: false },
  'consultations.support': { roles: ['self'], official: false },
  'consultations.comment': { roles: ['self'], official: false },
  'consultations.flag': { roles: ['self'], official: false },
  'consultations.appeal': { roles: ['self'], official: false },
  'consultations.enter': { roles: ['officer', 'lead', 'secretary'], official: false },
  'consultations.import': { roles: ['officer', 'lead', 'secretary'], official: true },
  'consultations.hide': { roles: ['officer', 'lead', 'secretary'], official: true },
  'consultations.keep': { roles: ['officer', 'lead', 'secretary'], official: false },
  'consultations.settle-appeal': { roles: ['officer', 'lead'], official: true },
  'consultations.place-annotation': { roles: ['officer', 'lead', 'secretary'], official: false },

  'answers.prepare': { roles: ['officer', 'lead', 'secretary', 'rapporteur'], official: false },
  'answers.publish': { roles: ['lead', 'secretary'], official: true },
  'answers.correct': { roles: ['lead', 'secretary'], official: true },
  'answers.write-report': { roles: ['officer', 'lead', 'secretary'], official: false },
  'answers.conclude': { roles: ['lead'], official: true },
  'answers.evaluate': { roles: ['self'], official: false },

  'gates.conclude': { roles: ['lead'], official: true },
  'gates.derogate': { roles: ['officer'], official: true },

  'plan.import': { roles: ['administrator', 'officer'], official: true },
  'plan.declare': { roles: ['officer', 'analyst'], official: true },
  'plan.withdraw-declaration': { roles: ['officer', 'analyst'], official: true },
  'plan.link-lineage': { roles: ['administrator', 'officer'], official: true },

  'notifications.arrange': { roles: ['self'], official: false },
  'notifications.follow': { roles: ['self'], official: false },

  'platform.move-clock': { roles: ['administrator'], official: false },
} as const satisfies Record<string, Law>

export type Act = keyof typeof laws

/** The part of an act's name before the dot: what a personal token is limited to. */
export type Room = Act extends `${infer R}.${string}` ? R : never
export const rooms = [...new Set(Object.keys(laws).map((act) => act.split('.')[0]))] as Room[]

export const officialActs = (Object.keys(laws) as Act[]).filter((act) => laws[act].official)

/** Where an act happens. */
export type Place =
  | { readonly kind: 'platform' }
  /** `bodies` are those that work on what the act is about: their members hold their roles there. Left out, it is the group that guides the ecosystem. */
  | { readonly kind: 'ecosystem'; readonly id: string; readonly startedPhases?: readonly Phase[]; readonly bodies?: readonly string[] }
  | { readonly kind: 'body'; readonly id: string; readonly ecosystemId: string }
  | { readonly kind: 'person'; readonly id: string }

export const platform: Place = { kind: 'platform' }

/** What a grant covers. A grant on the platform holds everywhere; `guides` is the ecosystem of the working group that the body is. */
export type Scope =
  | { readonly kind: 'platform' }
  | { readonly kind: 'ecosystem' | 'organisation'; readonly id: string }
  | { readonly kind: 'body'; readonly id: string; readonly guides?: string }

export interface Grant {
  readonly role: GrantedRole
  readonly scope: Scope
}

/** Who is acting, with the grants in force today. Built by `identity` from a session or a token. */
export interface Actor {
  readonly id: PersonId | null
  readonly grants: readonly Grant[]
  /** Set when the actor came with a personal token: the rooms whose acts the token may do. */
  readonly onlyRooms: readonly string[] | null
}

export const nobody: Actor = { id: null, grants: [], onlyRooms: null }

/** Whoever holds the machine: the command line, set-up and demonstration data act under this id. */
export const operator: Actor = {
  id: '00000000-0000-7000-8000-000000000000' as PersonId,
  grants: [
    { role: 'administrator', scope: { kind: 'platform' } },
    { role: 'officer', scope: { kind: 'platform' } },
  ],
  onlyRooms: null,
}

/** Proof that an actor was allowed an act in a place. Only `allow` makes one, and nothing is recorded without it. */
export interface Permit {
  readonly act: Act
  readonly actorId: PersonId
  readonly place: Place
  readonly now: Date
  readonly today: Day
}

/** Who acts, and when. A request's variables are one; so is what the command line and the tests make. */
export interface Acting {
  readonly actor: Actor
  readonly now: Date
  readonly today: Day
}

const outstanding = new WeakSet<Permit>()
const ledger = new AsyncLocalStorage<Set<Permit>>()

export function rolesIn(actor: Actor, place: Place): Set<Role> {
  const roles = new Set<Role>()
  if (!actor.id) return roles
  roles.add('signed-in')
  if (place.kind === 'person' && place.id === actor.id) roles.add('self')
  for (const { role, scope } of actor.grants) if (covers(scope, place)) roles.add(role)
  return roles
}

function covers(scope: Scope, place: Place): boolean {
  if (scope.kind === 'platform') return true
  if (place.kind === 'body') return scope.id === place.id || scope.id === place.ecosystemId
  if (place.kind === 'ecosystem' && scope.kind === 'body') return place.bodies?.includes(scope.id) ?? scope.guides === place.id
  return place.kind === scope.kind && place.id === scope.id
}

export function can(actor: Actor, act: Act, place: Place): boolean {
  const law: Law = laws[act]
  const room = act.slice(0, act.indexOf('.'))
  if (actor.onlyRooms && !actor.onlyRooms.includes(room)) return false
  if (law.phases && !(place.kind === 'ecosystem' && place.startedPhases?.some((phase) => law.phases?.includes(phase)))) return false
  const roles = rolesIn(actor, place)
  return law.roles.some((role) => roles.has(role))
}

/** Only its delegates speak in the name of an organisation. */
export function speaksFor({ grants }: Pick<Actor, 'grants'>, organisationId: string): boolean {
  return grants.some(({ role, scope }) => role === 'delegate' && scope.kind === 'organisation' && scope.id === organisationId)
}

/** Refuses whoever may not: also a form, before somebody fills it in for nothing. */
export function mustBeAble(actor: Actor, act: Act, place: Place): void {
  if (!can(actor, act, place)) throw new Problem(actor.id ? notAllowed : signInFirst, { act, roles: laws[act].roles })
}

/** Refuses, or hands out the permit that `record` will ask for. */
export function allow({ actor, now, today }: Acting, act: Act, place: Place): Permit {
  mustBeAble(actor, act, place)
  const permit: Permit = Object.freeze({ act, actorId: actor.id as PersonId, place, now, today })
  outstanding.add(permit)
  ledger.getStore()?.add(permit)
  return permit
}

/** Takes a permit back for recording. A forged one, or one used before, is a bug and not a refusal. */
export function redeem(permit: Permit): void {
  if (!outstanding.delete(permit)) throw new Error(`a permit for ${permit.act} was forged or used twice`)
  ledger.getStore()?.delete(permit)
}

/** Runs an action and fails, so that its transaction rolls back, when a permit it was given was never recorded. */
export async function accountForPermits<Result>(work: () => Promise<Result>): Promise<Result> {
  const open = new Set<Permit>()
  const result = await ledger.run(open, work)
  const [forgotten] = open
  if (forgotten) throw new Error(`${forgotten.act} was permitted and never recorded`)
  return result
}
