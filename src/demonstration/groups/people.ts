import type { Actor } from '../../charter/policy.ts'
import type { Memory } from '../memory.ts'
import { memberKey } from './names.ts'
import type { SampleMember } from './sample.ts'

/** Somebody acting with the role that comes with their place. */
export function inRole(body: string, { name, role }: Pick<SampleMember, 'name' | 'role'>) {
  return (memory: Memory): Actor => ({
    id: memory.person(memberKey(body, name)),
    grants: [{ role, scope: { kind: 'body', id: memory.id(body) } }],
    onlyRooms: null,
  })
}

/** Somebody acting on their own account. */
export function oneself(body: string, name: string) {
  return (memory: Memory): Actor => ({ id: memory.person(memberKey(body, name)), grants: [], onlyRooms: null })
}
