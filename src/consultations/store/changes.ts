import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'consultationChange' | 'consultation'>()

export type ChangeKind = 'extension' | 'suspension' | 'resumption' | 'interruption' | 'restart'

/** What happened to the calendar of a consultation, and why. */
export interface CalendarChange {
  readonly consultationId: string
  readonly id: string
  readonly kind: ChangeKind
  readonly reason: string
  readonly at: Date
  readonly day: Day
  readonly by: string
  readonly closesBefore: Day
  readonly closesAfter: Day
  readonly fromAt: Date | null
  readonly toAt: Date | null
  readonly versionBefore: string | null
  readonly versionAfter: string | null
}

export async function insertChange(tx: Db, change: CalendarChange): Promise<void> {
  await own(tx).insertInto('consultationChange').values(change).execute()
}

/** As it went, from the first. A calendar changes a few times. */
export async function changesOf(db: Db, consultationId: string): Promise<CalendarChange[]> {
  const rows = await own(db)
    .selectFrom('consultationChange')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as ChangeKind }))
}

/** The versions of a document that are, or were, in a consultation that was opened. */
export const consultedVersions = (db: Db, documentId: string): Promise<string[]> => consultedVersionsOf(db, [documentId])

/** Those of several documents, in one statement. */
export async function consultedVersionsOf(db: Db, documentIds: readonly string[]): Promise<string[]> {
  if (documentIds.length === 0) return []
  const opened = own(db)
    .selectFrom('consultation')
    .where('documentId', 'in', [...documentIds])
    .where('openedAt', 'is not', null)
  const rows = await opened
    .select('versionId')
    .union(
      own(db)
        .selectFrom('consultationChange')
        .select('versionBefore as versionId')
        .where('consultationId', 'in', opened.select('id'))
        .where('versionBefore', 'is not', null)
        .$narrowType<{ versionId: string }>(),
    )
    .execute()
  return rows.map(({ versionId }) => versionId)
}
