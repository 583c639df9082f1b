import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { NeedContent } from '../rules/needs.ts'

const own = (db: Db) => db.$pickTables<'needCorrection'>()

/** What a need said until it was corrected, and why it was. */
export interface Correction {
  readonly number: number
  readonly reason: string
  readonly correctedOn: Day
  readonly before: NeedContent
}

export async function insertCorrection(tx: Db, needId: string, correction: Correction, correctedBy: string): Promise<void> {
  await own(tx)
    .insertInto('needCorrection')
    .values({ ...correction, needId, before: JSON.stringify(correction.before), correctedBy })
    .execute()
}

/** The first one first. */
export async function correctionsOf(db: Db, needId: string): Promise<Correction[]> {
  const rows = await own(db)
    .selectFrom('needCorrection')
    .select(['number', 'reason', 'correctedOn', 'before'])
    .where('needId', '=', needId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ ...row, before: row.before as NeedContent }))
}
