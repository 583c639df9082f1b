import type { PersonId } from '../../charter/policy.ts'
import type { Db } from '../../platform/db.ts'
import { wasThere } from '../rules/attendance.ts'
import { invitationsTo } from '../store/invitations.ts'
import { membersById } from '../store/members.ts'

/** The people who attended a meeting, there or from afar. */
export async function attendedBy(db: Db, meetingId: string): Promise<PersonId[]> {
  const there = (await invitationsTo(db, meetingId)).filter(({ attendance }) => wasThere(attendance))
  const members = await membersById(
    db,
    there.map(({ memberId }) => memberId),
  )
  return [...new Set([...members.values()].map(({ personId }) => personId))]
}
