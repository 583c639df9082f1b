import type { Actor, GrantedRole } from '../charter/policy.ts'
import { memberKey } from './groups/names.ts'
import type { Memory } from './memory.ts'

/** Somebody of a group, acting for the whole ecosystem that it governs. */
export function inOffice(ecosystemId: string, body: string, name: string, role: GrantedRole) {
  return (memory: Memory): Actor => ({
    id: memory.person(memberKey(body, name)),
    grants: [{ role, scope: { kind: 'ecosystem', id: ecosystemId } }],
    onlyRooms: null,
  })
}

/** Somebody whom a deed with this name brought in, acting on their own account. */
export function whoever(key: string) {
  return (memory: Memory): Actor => ({ id: memory.person(key), grants: [], onlyRooms: null })
}

/** As the people whom one can enter as have theirs, so that one of these is recognised among the others. */
export function emailOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return `${plain.replace(/[^a-z]+/g, '.')}@example.org`
}
