import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { dayOf } from '../../kernel/day.ts'
import { Problem } from '../../kernel/problem.ts'
import { findMinutes } from '../../minutes/index.ts'
import { transact } from '../../platform/db.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { type Attendance, attendances, countSeats } from '../rules/attendance.ts'
import { placeOfBody } from '../rules/bodies.ts'
import { attendanceSettled, type Count, mustHaveBegun } from '../rules/meetings.ts'
import { inOffice } from '../rules/members.ts'
import { lockBody } from '../store/bodies.ts'
import { decisionsOfMeeting } from '../store/decisions.ts'
import { invitationsTo, setAttendance } from '../store/invitations.ts'
import { getMeeting, updateMeeting } from '../store/meetings.ts'
import { membersOf } from '../store/members.ts'

/** How each member attended, by the member's id. */
export const AttendanceForm = z.record(z.uuid(), z.enum(attendances))

/** Counts the seats filled by the body's own rule, as it stands now: what is counted stays. Whoever is not told was absent. */
export async function recordAttendance(desk: Desk, meetingId: string, input: z.output<typeof AttendanceForm>): Promise<Count> {
  return transact(desk.db, async (tx) => {
    const { bodyId } = await getMeeting(tx, meetingId)
    const body = await lockBody(tx, bodyId)
    const meeting = await getMeeting(tx, meetingId)
    const asked = new Set((await invitationsTo(tx, meetingId)).map(({ memberId }) => memberId))
    const members = await membersOf(tx, [bodyId])
    const decisions = await decisionsOfMeeting(tx, meetingId)
    const minutes = await findMinutes(tx, meetingId)
    const permit = allow(desk, 'groups.record-attendance', placeOfBody(body))

    mustHaveBegun(meeting, desk.now)
    if (minutes?.approved || decisions.some(({ annulledOn }) => annulledOn === null)) throw new Problem(attendanceSettled)
    const invited = inOffice(body, members, dayOf(meeting.startsAt)).filter(({ id }) => asked.has(id))
    const attendance = new Map(invited.map(({ id }): [string, Attendance] => [id, input[id] ?? 'absent']))
    const count = countSeats(body.quorum, invited, attendance)

    await setAttendance(tx, meetingId, attendance)
    await updateMeeting(tx, { ...meeting, count })
    await record(tx, permit, meetingId, { bodyId, meetingId, ...count })
    return count
  })
}
