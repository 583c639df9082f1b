import type { PersonId } from '../../charter/policy.ts'
import type { Db } from '../../platform/db.ts'
import { type Attendance, wasThere } from '../rules/attendance.ts'
import type { Member } from '../rules/members.ts'
import { invitationsTo } from '../store/invitations.ts'
import { membersById } from '../store/members.ts'

export interface Attending {
  readonly member: Member
  readonly attendance: Attendance
}

/** How each of those invited to a meeting attended it, once that is recorded. */
export async function attendanceAt(db: Db, meetingId: string): Promise<Attending[]> {
  const invitations = await invitationsTo(db, meetingId)
  const members = await membersById(
    db,
    invitations.map(({ memberId }) => memberId),
  )
  return invitations.flatMap(({ memberId, attendance }) => {
    const member = members.get(memberId)
    return member && attendance ? [{ member, attendance }] : []
  })
}

/** Those among them who were there, in person or from afar. */
export function whoWasThere(attending: readonly Attending[]): PersonId[] {
  return [...new Set(attending.filter(({ attendance }) => wasThere(attendance)).map(({ member }) => member.personId))]
}

/** The people who attended a meeting, there or from afar. */
export async function attendedBy(db: Db, meetingId: string): Promise<PersonId[]> {
  return whoWasThere(await attendanceAt(db, meetingId))
}
