import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { transact } from '../../platform/db.ts'
import { dayField, line, optional, timeField, webAddress } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustBeAWindow, mustStand } from '../rules/hearings.ts'
import { mustNotHaveStarted } from '../rules/registrations.ts'
import { mustBeEmpty, mustHold, mustNotBeLast, pickSlot, type Slot, slotFrom } from '../rules/slots.ts'
import * as store from '../store/hearings.ts'
import { registrationsIn } from '../store/registrations.ts'
import { gatherHearing } from './gather.ts'

export const SlotForm = z.object({
  on: dayField(),
  starts: timeField(),
  ends: timeField(),
  place: optional(line(300)),
  link: optional(webAddress()),
  capacity: z.coerce.number().int().min(1).max(500),
})

export async function addSlot(desk: Desk, hearingId: string, input: z.output<typeof SlotForm>): Promise<Slot> {
  return transact(desk.db, async (tx) => {
    const { hearing, slots, place } = await gatherHearing(tx, hearingId)
    const permit = allow(desk, 'listening.change-hearing', place)

    mustStand(hearing)
    const slot: Slot = { id: newId<'hearing-slot'>(), hearingId, ...slotFrom(input, slots, desk.now) }
    if (desk.today <= hearing.closesOn) mustBeAWindow(hearing, [...slots, slot], desk.today)
    const revision = hearing.revision + 1

    await store.insertSlot(tx, slot)
    await store.updateHearing(tx, { id: hearing.id, revision, changedAt: desk.now })
    await record(tx, permit, hearingId, { hearingId, number: hearing.number, revision, slotId: slot.id, moved: false })
    return slot
  })
}

/** Moves a slot that has not begun, or changes its place or how many it holds. Those registered keep their place, and are told. */
export async function changeSlot(desk: Desk, hearingId: string, slotId: string, input: z.output<typeof SlotForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { hearing, slots, place } = await gatherHearing(tx, hearingId)
    const registered = (await registrationsIn(tx, [hearingId])).filter((one) => one.slotId === slotId && one.withdrawnAt === null)
    const permit = allow(desk, 'listening.change-hearing', place)

    mustStand(hearing)
    const before = pickSlot(slots, slotId)
    mustNotHaveStarted(before, desk.now)
    const others = slots.filter(({ id }) => id !== slotId)
    const after: Slot = { ...before, ...slotFrom(input, others, desk.now) }
    if (desk.today <= hearing.closesOn) mustBeAWindow(hearing, [...others, after], desk.today)
    mustHold(after.capacity, Math.min(before.capacity, registered.length))
    const revision = hearing.revision + 1
    const moved = after.startsAt.getTime() !== before.startsAt.getTime() || after.place !== before.place || after.link !== before.link

    await store.updateSlot(tx, after)
    await store.updateHearing(tx, { id: hearing.id, revision, changedAt: desk.now })
    await record(tx, permit, hearingId, { hearingId, number: hearing.number, revision, slotId, moved })
  })
}

/** Only one in which nobody is registered, and never the last. */
export async function removeSlot(desk: Desk, hearingId: string, slotId: string): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { hearing, slots, place } = await gatherHearing(tx, hearingId)
    const ever = (await registrationsIn(tx, [hearingId])).filter((one) => one.slotId === slotId)
    const permit = allow(desk, 'listening.change-hearing', place)

    mustStand(hearing)
    mustNotHaveStarted(pickSlot(slots, slotId), desk.now)
    mustBeEmpty(ever.length)
    mustNotBeLast(slots)
    const revision = hearing.revision + 1

    await store.deleteSlot(tx, slotId)
    await store.updateHearing(tx, { id: hearing.id, revision, changedAt: desk.now })
    await record(tx, permit, hearingId, { hearingId, number: hearing.number, revision, slotId, moved: false })
  })
}
