import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { type Db, transact } from '../../platform/db.ts'
import { dayField, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { placeOfBody } from '../rules/bodies.ts'
import { attendanceNeeded, mustHaveBegun } from '../rules/meetings.ts'
import { minutesChanged, mustBeApprovable, mustBeApproved, mustBeLatest, mustBeOpen, mustBeSendable } from '../rules/minutes.ts'
import { lockBody } from '../store/bodies.ts'
import { getMeeting } from '../store/meetings.ts'
import * as store from '../store/minutes.ts'
import { attendedBy } from './attended.ts'

export const WriteForm = z.object({
  text: prose(200_000),
  /** The version that whoever writes began from; 0 for the first. */
  base: z.coerce.number().int().min(0),
})

export const SendForm = z.object({ until: dayField() })

/** The version that whoever approves has read. */
export const ApproveForm = z.object({ version: z.coerce.number().int().min(1) })

export const CorrectForm = z.object({ text: prose(20_000), reason: prose(2000) })

export async function gatherMinutes(tx: Db, meetingId: string) {
  const { bodyId } = await getMeeting(tx, meetingId)
  const body = await lockBody(tx, bodyId)
  const meeting = await getMeeting(tx, meetingId)
  return { body, bodyId, meeting, minutes: await store.findMinutes(tx, meetingId), place: placeOfBody(body) }
}

/** Every saving is a version that stays. Of two people who began from the same one, the second is told, and chooses. */
export async function writeMinutes(desk: Desk, meetingId: string, input: z.output<typeof WriteForm>): Promise<number> {
  return transact(desk.db, async (tx) => {
    const { bodyId, meeting, minutes, place } = await gatherMinutes(tx, meetingId)
    const permit = allow(desk, 'groups.write-minutes', place)

    mustHaveBegun(meeting, desk.now)
    if (minutes) mustBeOpen(minutes)
    mustBeLatest(minutes, input.base)
    const version = input.base + 1

    await store.saveVersion(tx, meetingId, { version, text: input.text, authorId: permit.actorId, at: desk.now })
    await record(tx, permit, meetingId, { bodyId, meetingId, version })
    return version
  })
}

/** To those who attended, who may propose corrections until a day. */
export async function sendMinutes(desk: Desk, meetingId: string, input: z.output<typeof SendForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { bodyId, meeting, minutes, place } = await gatherMinutes(tx, meetingId)
    const attended = await attendedBy(tx, meetingId)
    const permit = allow(desk, 'groups.send-minutes', place)

    if (!meeting.count) throw new Problem(attendanceNeeded)
    const { version } = mustBeSendable(minutes, input.until, desk.today)

    await store.saveSending(tx, meetingId, { version, at: desk.now, until: input.until })
    await record(tx, permit, meetingId, { bodyId, meetingId, version, until: input.until, people: attended.length })
  })
}

/** From now on the text stays as it is. */
export async function approveMinutes(desk: Desk, meetingId: string, input: z.output<typeof ApproveForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { bodyId, minutes, place } = await gatherMinutes(tx, meetingId)
    const remarks = await store.remarksOn(tx, meetingId)
    const attended = await attendedBy(tx, meetingId)
    const permit = allow(desk, 'groups.approve-minutes', place)

    const { version } = mustBeApprovable(minutes, remarks, attended, desk.today)
    if (version !== input.version) throw new Problem(minutesChanged, { version })
    const { text } = (await store.findVersion(tx, meetingId, version)) as store.Version

    const hash = await store.saveApproval(tx, meetingId, { version, text, on: desk.today, by: permit.actorId })
    await record(tx, permit, meetingId, { bodyId, meetingId, version, hash })
  })
}

/** Tells what was wrong in approved minutes, beside them. */
export async function correctMinutes(desk: Desk, meetingId: string, input: z.output<typeof CorrectForm>): Promise<number> {
  return transact(desk.db, async (tx) => {
    const { bodyId, minutes, place } = await gatherMinutes(tx, meetingId)
    const former = await store.correctionsOf(tx, meetingId)
    const permit = allow(desk, 'groups.correct-minutes', place)

    mustBeApproved(minutes)
    const number = former.length + 1

    await store.insertCorrection(tx, meetingId, { id: newId(), number, ...input, authorId: permit.actorId, madeOn: desk.today })
    await record(tx, permit, meetingId, { bodyId, meetingId, number })
    return number
  })
}
