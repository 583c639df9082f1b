import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'outcomeReport'>()

/** How a consultation ended, as it is written and once it is published. */
export interface OutcomeReport {
  readonly consultationId: string
  readonly narrativeIt: string | null
  readonly narrativeEn: string | null
  /** The version in which what was accepted can be read. */
  readonly finalVersionId: string | null
  readonly revision: number
  readonly publishedOn: Day | null
  readonly publishedAt: Date | null
}

const columns = ['consultationId', 'narrativeIt', 'narrativeEn', 'finalVersionId', 'revision', 'publishedOn', 'publishedAt'] as const

export async function findReport(db: Db, consultationId: string): Promise<OutcomeReport | null> {
  return (await own(db).selectFrom('outcomeReport').select(columns).where('consultationId', '=', consultationId).executeTakeFirst()) ?? null
}

export async function reportsOf(db: Db, consultationIds: readonly string[]): Promise<Map<string, OutcomeReport>> {
  if (consultationIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('outcomeReport')
    .select(columns)
    .where('consultationId', 'in', [...new Set(consultationIds)])
    .execute()
  return new Map(rows.map((row) => [row.consultationId, row]))
}

export async function saveReport(
  tx: Db,
  { consultationId, ...report }: Pick<OutcomeReport, 'consultationId' | 'narrativeIt' | 'narrativeEn' | 'finalVersionId' | 'revision'>,
): Promise<void> {
  await own(tx)
    .insertInto('outcomeReport')
    .values({ consultationId, ...report })
    .onConflict((clash) => clash.column('consultationId').doUpdateSet(report))
    .execute()
}

export async function publishReport(tx: Db, consultationId: string, act: { at: Date; on: Day; by: string }): Promise<void> {
  await own(tx)
    .updateTable('outcomeReport')
    .set({ publishedAt: act.at, publishedOn: act.on, publishedBy: act.by })
    .where('consultationId', '=', consultationId)
    .execute()
}
