import type { Actor } from '../../charter/policy.ts'
import type { Memory } from '../memory.ts'
import { personKey } from '../writers.ts'
import { consultationKey } from './lives.ts'

export const contributionKey = (body: string, key: string) => `${consultationKey(body)}/contribution/${key}`

/** Somebody who writes on their own account, or as the delegate of an organisation. */
export function speaking(memory: Memory, name: string, organisationId: string | null): Actor {
  const grants: Actor['grants'] = organisationId ? [{ role: 'delegate', scope: { kind: 'organisation', id: organisationId } }] : []
  return { id: memory.person(personKey(name)), grants, onlyRooms: null }
}
