import { allow } from '../../charter/policy.ts'
import { transact } from '../../platform/db.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { hashOfKey, newCalendarKey } from '../secret-links.ts'
import * as store from '../store/calendar-keys.ts'

/** The key of a calendar that shows its owner's meetings to whoever has the address. The former one stops working. */
export async function issueCalendar(desk: Desk): Promise<string> {
  return transact(desk.db, async (tx) => {
    const permit = allow(desk, 'groups.issue-calendar', { kind: 'person', id: desk.actor.id ?? '' })

    const key = newCalendarKey()

    await store.saveKey(tx, permit.actorId, hashOfKey(key), desk.now)
    await record(tx, permit, permit.actorId)
    return key
  })
}

export async function revokeCalendar(desk: Desk): Promise<void> {
  return transact(desk.db, async (tx) => {
    const permit = allow(desk, 'groups.revoke-calendar', { kind: 'person', id: desk.actor.id ?? '' })

    await store.deleteKey(tx, permit.actorId)
    await record(tx, permit, permit.actorId)
  })
}
