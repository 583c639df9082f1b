import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { type ApproveForm, approve, type CorrectForm, correct, mustBeOpen, type SendForm, send } from '../../minutes/index.ts'
import { transact } from '../../platform/db.ts'
import { prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustHaveBegun } from '../rules/meetings.ts'
import { mustBeLatest, refusals } from '../rules/minutes.ts'
import * as store from '../store/minutes.ts'
import { gatherMinutes, meetings } from './sitting.ts'

export const WriteForm = z.object({
  text: prose(200_000),
  /** The version that whoever writes began from; 0 for the first. */
  base: z.coerce.number().int().min(0),
})

/** Every saving is a version that stays. Of two people who began from the same one, the second is told, and chooses. */
export async function writeMinutes(desk: Desk, meetingId: string, input: z.output<typeof WriteForm>): Promise<number> {
  return transact(desk.db, async (tx) => {
    const { meeting, minutes, place, facts } = await gatherMinutes(tx, meetingId)
    const permit = allow(desk, 'groups.write-minutes', place)

    mustHaveBegun(meeting, desk.now)
    mustBeOpen(refusals, minutes)
    mustBeLatest(minutes, input.base)
    const version = input.base + 1

    await store.saveVersion(tx, meetingId, { version, text: input.text, authorId: permit.actorId, at: desk.now })
    await record(tx, permit, meetingId, { ...facts, version })
    return version
  })
}

export async function sendMinutes(desk: Desk, meetingId: string, input: z.output<typeof SendForm>): Promise<void> {
  return send(meetings, desk, meetingId, input)
}

export async function approveMinutes(desk: Desk, meetingId: string, input: z.output<typeof ApproveForm>): Promise<void> {
  return approve(meetings, desk, meetingId, input)
}

export async function correctMinutes(desk: Desk, meetingId: string, input: z.output<typeof CorrectForm>): Promise<number> {
  return correct(meetings, desk, meetingId, input)
}
