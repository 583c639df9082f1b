import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'finalStatement' | 'statementRevision' | 'hearing' | 'hearingSlot'>()

export interface HeardIn {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly day: Day
}

/** The hearings whose final minutes, known on a day, hold words of a stakeholder: the latest first, no more than fifty. */
export async function hearingsThatHeard(db: Db, stakeholderId: string, day: Day): Promise<HeardIn[]> {
  return own(db)
    .selectFrom('hearing as h')
    .innerJoin('hearingSlot as s', 's.hearingId', 'h.id')
    .select(['h.id', 'h.number', 'h.title'])
    .select(sql<Day>`max((s.starts_at at time zone 'Europe/Rome')::date)`.as('day'))
    .where((e) =>
      e.exists(
        e
          .selectFrom('finalStatement as f')
          .innerJoin('statementRevision as r', (join) =>
            join.onRef('r.statementId', '=', 'f.statementId').onRef('r.revision', '=', 'f.revision'),
          )
          .select('f.hearingId')
          .whereRef('f.hearingId', '=', 'h.id')
          .where('r.stakeholderId', '=', stakeholderId)
          .where('f.finalOn', '<=', day),
      ),
    )
    .groupBy(['h.id', 'h.number', 'h.title'])
    .orderBy('day', 'desc')
    .orderBy('h.id', 'desc')
    .limit(50)
    .execute()
}
