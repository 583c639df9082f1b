import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'bodyMember' | 'body' | 'invitation' | 'meeting' | 'task'>()

/** Nobody comes near: a download is read whole, once. */
const most = 10_000

export async function mandatesOfPerson(db: Db, personId: string) {
  return own(db)
    .selectFrom('bodyMember as m')
    .innerJoin('body as b', 'b.id', 'm.bodyId')
    .select(['m.id', 'm.bodyId', 'b.name as body', 'm.organisationId', 'm.role', 'm.substituteFor', 'm.fromDay', 'm.toDay', 'm.showsName'])
    .where('m.personId', '=', personId)
    .orderBy('m.id')
    .limit(most)
    .execute()
}

export async function meetingsOfPerson(db: Db, personId: string) {
  return own(db)
    .selectFrom('invitation as i')
    .innerJoin('bodyMember as m', 'm.id', 'i.memberId')
    .innerJoin('meeting as t', 't.id', 'i.meetingId')
    .select(['i.meetingId', 't.bodyId', 't.number', 't.startsAt', 'i.answer', 'i.answeredAt', 'i.attendance'])
    .where('m.personId', '=', personId)
    .orderBy('t.startsAt')
    .limit(most)
    .execute()
}

export async function tasksOfPerson(db: Db, personId: string) {
  return own(db)
    .selectFrom('task as k')
    .innerJoin('bodyMember as m', 'm.id', 'k.ownerId')
    .select(['k.id', 'k.bodyId', 'k.meetingId', 'k.text', 'k.dueDay', 'k.assignedAt', 'k.doneAt', 'k.note', 'k.withdrawnAt'])
    .where('m.personId', '=', personId)
    .orderBy('k.assignedAt')
    .limit(most)
    .execute()
}
