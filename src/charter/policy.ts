import { AsyncLocalStorage } from 'node:async_hooks'
import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { notAllowed, Problem, signInFirst } from '../kernel/problem.ts'
import { type Act, type GrantedRole, type Law, laws, type Role } from './laws.ts'
import type { Phase } from './phases.ts'

export { type Act, type GrantedRole, grantedRoles, laws, officialActs, type Role, type Room, rooms } from './laws.ts'

export type PersonId = Id<'person'>

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
