import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Answer, Attendance, Invitation, InvitationId } from '../rules/attendance.ts'
import type { MemberId } from '../rules/members.ts'

const own = (db: Db) => db.$pickTables<'invitation' | 'bodyMember'>()

const columns = ['invitation.id', 'meetingId', 'memberId', 'answer', 'attendance'] as const
const all = (db: Db) =>
  own(db)
    .selectFrom('invitation')
    .select(columns)
    .$narrowType<{ id: InvitationId; memberId: MemberId; answer: Answer | null; attendance: Attendance | null }>()

export async function invitationsTo(db: Db, meetingId: string): Promise<Invitation[]> {
  return all(db).where('meetingId', '=', meetingId).orderBy('invitation.id').execute()
}

export async function findInvitation(db: Db, id: string): Promise<Invitation | null> {
  return (await all(db).where('invitation.id', '=', id).executeTakeFirst()) ?? null
}

/** The invitations of a person to some meetings, by meeting. */
export async function invitationsOf(db: Db, personId: string, meetingIds: readonly string[]): Promise<Map<string, Invitation>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await all(db)
    .innerJoin('bodyMember', 'bodyMember.id', 'invitation.memberId')
    .where('bodyMember.personId', '=', personId)
    .where('meetingId', 'in', [...meetingIds])
    .execute()
  return new Map(rows.map((row) => [row.meetingId, row]))
}

/** The meetings to which a person was ever invited. */
export async function meetingIdsOf(db: Db, personId: string): Promise<string[]> {
  const rows = await own(db)
    .selectFrom('invitation')
    .innerJoin('bodyMember', 'bodyMember.id', 'invitation.memberId')
    .select('meetingId')
    .where('bodyMember.personId', '=', personId)
    .orderBy('invitation.id', 'desc')
    .limit(500)
    .execute()
  return rows.map(({ meetingId }) => meetingId)
}

export async function insertInvitations(tx: Db, invitations: readonly Invitation[]): Promise<void> {
  if (invitations.length === 0) return
  await own(tx)
    .insertInto('invitation')
    .values([...invitations])
    .execute()
}

export async function setAnswer(tx: Db, id: string, answer: Answer, answeredAt: Date): Promise<void> {
  await own(tx).updateTable('invitation').set({ answer, answeredAt }).where('id', '=', id).execute()
}

/** When a meeting moves, what people answered was about another one. */
export async function forgetAnswers(tx: Db, meetingId: string): Promise<void> {
  await own(tx).updateTable('invitation').set({ answer: null, answeredAt: null }).where('meetingId', '=', meetingId).execute()
}

/** One statement, however many attended. */
export async function setAttendance(tx: Db, meetingId: string, attendance: ReadonlyMap<string, Attendance>): Promise<void> {
  const members = [...attendance.keys()]
  if (members.length === 0) return
  await sql`
    update invitation set attendance = told.attendance
    from unnest(${members}::uuid[], ${[...attendance.values()]}::text[]) as told (member_id, attendance)
    where invitation.meeting_id = ${meetingId} and invitation.member_id = told.member_id`.execute(own(tx))
}
