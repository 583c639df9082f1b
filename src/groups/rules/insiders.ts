import { type Actor, type Role, rolesIn } from '../../charter/policy.ts'
import { type Body, placeOfBody } from './bodies.ts'

const within: readonly Role[] = ['officer', 'lead', 'chair', 'secretary', 'rapporteur', 'member', 'observer']

/** Drafts, papers, answers and tasks are for those who belong to a body, whoever leads its ecosystem, and AGID. */
export function isInsider(actor: Actor, body: Pick<Body, 'id' | 'ecosystemId'>): boolean {
  if (actor.onlyRooms && !actor.onlyRooms.includes('groups')) return false
  const roles = rolesIn(actor, placeOfBody(body))
  return within.some((role) => roles.has(role))
}
