import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'invitation' | 'bodyMember' | 'meeting' | 'body'>()

const dayInRome = sql<Day>`(meeting.starts_at at time zone 'Europe/Rome')::date`

/** Who was there, from afar or not, at the meetings held by a day. */
const attended = (db: Db, day: Day) =>
  own(db)
    .selectFrom('invitation')
    .innerJoin('bodyMember', 'bodyMember.id', 'invitation.memberId')
    .innerJoin('meeting', 'meeting.id', 'invitation.meetingId')
    .innerJoin('body', 'body.id', 'meeting.bodyId')
    .where('attendance', 'in', ['present', 'remote'])
    .where('cancelledAt', 'is', null)
    .where(dayInRome, '<=', day)

export interface LastAttended {
  readonly ecosystemId: string
  readonly organisationId: string | null
  readonly personId: string
  readonly last: Day
}

/** When each person, for each organisation, last attended a meeting of a body of some ecosystems. */
export async function lastAttended(db: Db, ecosystemIds: readonly string[], day: Day): Promise<LastAttended[]> {
  if (ecosystemIds.length === 0) return []
  return attended(db, day)
    .select(['body.ecosystemId', 'bodyMember.organisationId', 'bodyMember.personId'])
    .select(sql<Day>`max(${dayInRome})`.as('last'))
    .where('body.ecosystemId', 'in', [...ecosystemIds])
    .groupBy(['body.ecosystemId', 'bodyMember.organisationId', 'bodyMember.personId'])
    .execute()
}

export interface MeetingAttended {
  readonly id: string
  readonly number: number
  readonly body: string
  readonly day: Day
}

/** The meetings that an organisation attended or, without one, a person: the latest first, no more than fifty. */
export async function meetingsAttended(
  db: Db,
  ecosystemId: string,
  { organisationId, personId }: { readonly organisationId: string | null; readonly personId: string | null },
  day: Day,
): Promise<MeetingAttended[]> {
  const who = organisationId ?? personId
  if (!who) return []
  return attended(db, day)
    .select(['meeting.id', 'meeting.number', 'body.name as body', dayInRome.as('day')])
    .distinct()
    .where('body.ecosystemId', '=', ecosystemId)
    .where(organisationId ? 'bodyMember.organisationId' : 'bodyMember.personId', '=', who)
    .orderBy('day', 'desc')
    .orderBy('meeting.id', 'desc')
    .limit(50)
    .execute()
}
