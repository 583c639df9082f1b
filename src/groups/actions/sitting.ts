import { createHash } from 'node:crypto'
import { Problem } from '../../kernel/problem.ts'
import { type AtSitting, findMinutes, type Sitting } from '../../minutes/index.ts'
import type { Db } from '../../platform/db.ts'
import type { Body } from '../rules/bodies.ts'
import { placeOfBody } from '../rules/bodies.ts'
import { attendanceNeeded, type Meeting } from '../rules/meetings.ts'
import { refusals } from '../rules/minutes.ts'
import { lockBody } from '../store/bodies.ts'
import { getMeeting } from '../store/meetings.ts'
import { findVersion } from '../store/minutes.ts'
import { attendedBy } from './attended.ts'

export interface AtMeeting extends AtSitting {
  readonly body: Body
  readonly meeting: Meeting
}

/** A meeting with its minutes, for whoever changes something in them. */
export async function gatherMinutes(tx: Db, id: string): Promise<AtMeeting> {
  const { bodyId } = await getMeeting(tx, id)
  const body = await lockBody(tx, bodyId)
  const meeting = await getMeeting(tx, id)
  return { id, body, meeting, minutes: await findMinutes(tx, id), place: placeOfBody(body), facts: { bodyId, meetingId: id } }
}

/** The minutes of a meeting: one text, which those who attended correct and the chair approves. */
export const meetings: Sitting<AtMeeting> = {
  acts: {
    send: 'groups.send-minutes',
    remark: 'groups.remark',
    answer: 'groups.answer-remark',
    approve: 'groups.approve-minutes',
    correct: 'groups.correct-minutes',
  },
  refusals,
  gather: gatherMinutes,
  whoWasThere: (tx, { id }) => attendedBy(tx, id),
  mustBeOver({ meeting }) {
    if (!meeting.count) throw new Problem(attendanceNeeded)
  },
  async hashOf(tx, { id }, version) {
    const written = await findVersion(tx, id, version)
    return createHash('sha256')
      .update(written?.text ?? '')
      .digest()
  },
}
