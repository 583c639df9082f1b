import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'contributionDraft'>()

/** What somebody began to write: the values of the form, as they were. */
export interface Draft {
  readonly consultationId: string
  readonly id: string
  readonly personId: string
  readonly content: Readonly<Record<string, string | string[]>>
  readonly savedAt: Date
}

/** False when the id is that of somebody else’s. */
export async function saveDraft(tx: Db, { content, ...draft }: Draft): Promise<boolean> {
  const row = { ...draft, content: JSON.stringify(content) }
  const { numInsertedOrUpdatedRows = 0n } = await own(tx)
    .insertInto('contributionDraft')
    .values(row)
    .onConflict((at) =>
      at
        .columns(['consultationId', 'id'])
        .doUpdateSet({ content: row.content, savedAt: row.savedAt })
        .whereRef('contributionDraft.personId', '=', 'excluded.personId'),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** Those of one person, the last saved first; of all consultations unless one is told. */
export async function draftsOf(db: Db, personId: string, consultationId?: string): Promise<Draft[]> {
  let list = own(db).selectFrom('contributionDraft').selectAll().where('personId', '=', personId)
  if (consultationId) list = list.where('consultationId', '=', consultationId)
  const rows = await list.orderBy('savedAt', 'desc').orderBy('id', 'desc').limit(100).execute()
  return rows.map((row) => ({ ...row, content: row.content as Draft['content'] }))
}

export async function deleteDraft(tx: Db, consultationId: string, id: string, personId: string): Promise<void> {
  await own(tx)
    .deleteFrom('contributionDraft')
    .where('consultationId', '=', consultationId)
    .where('id', '=', id)
    .where('personId', '=', personId)
    .execute()
}
