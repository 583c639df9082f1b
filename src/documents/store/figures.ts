import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'documentBlock' | 'versionBlock' | 'documentVersion'>()

const shows = (fileId: string) => sql<SqlBool>`(data ->> 'fileId') = ${fileId}`

/** The documents whose draft shows an image, and those that show it in a version, with whether that version is public. */
export async function textsShowing(
  db: Db,
  fileId: string,
  today: Day,
): Promise<{ readonly documentId: string; readonly public: boolean }[]> {
  const drafts = await own(db).selectFrom('documentBlock').select('documentId').where('kind', '=', 'figure').where(shows(fileId)).execute()
  const versions = await own(db)
    .selectFrom('versionBlock')
    .innerJoin('documentVersion', 'documentVersion.id', 'versionBlock.versionId')
    .select(['documentId', 'publishedOn'])
    .where('kind', '=', 'figure')
    .where(shows(fileId))
    .execute()
  return [
    ...drafts.map(({ documentId }) => ({ documentId, public: false })),
    ...versions.map(({ documentId, publishedOn }) => ({ documentId, public: publishedOn !== null && publishedOn <= today })),
  ]
}
