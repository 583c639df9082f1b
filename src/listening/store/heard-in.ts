import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'statement' | 'hearing'>()

/** The hearing in which something was said. */
export interface HeardIn {
  readonly hearingId: string
  readonly number: number
  readonly title: string
}

/** In which hearings some statements were made: in one statement. */
export async function heardIn(db: Db, statementIds: readonly string[]): Promise<Map<string, HeardIn>> {
  if (statementIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('statement')
    .innerJoin('hearing', 'hearing.id', 'statement.hearingId')
    .select(['statement.id', 'hearingId', 'number', 'title'])
    .where('statement.id', 'in', [...new Set(statementIds)])
    .execute()
  return new Map(rows.map(({ id, ...hearing }) => [id, hearing]))
}
