import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { newId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { ImportReport } from '../import.ts'
import type { IpaRow } from '../ipa.ts'

const own = (db: Db) => db.$pickTables<'organisationUpload'>()
const dayLong = 86_400_000

/** Keeps what was read of a file, and forgets the files of other days. */
export async function keepUpload(db: Db, personId: string, now: Date, rows: readonly IpaRow[]): Promise<string> {
  await own(db)
    .deleteFrom('organisationUpload')
    .where('at', '<', new Date(now.getTime() - dayLong))
    .execute()
  const id = newId()
  const packed = await promisify(gzip)(JSON.stringify(rows))
  await own(db).insertInto('organisationUpload').values({ id, personId, at: now, rows: packed }).execute()
  return id
}

export interface Upload {
  readonly id: string
  /** The rows to import, until that is done; then its report. */
  readonly rows: readonly IpaRow[] | null
  readonly report: ImportReport | null
}

/** Only whoever sent a file sees it again. */
export async function getUpload(db: Db, id: string, personId: string): Promise<Upload> {
  const found = await own(db)
    .selectFrom('organisationUpload')
    .select(['rows', 'report'])
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (!found) throw new Problem(notFound, { upload: id })
  const rows = found.rows && (JSON.parse((await promisify(gunzip)(found.rows)).toString()) as IpaRow[])
  return { id, rows, report: found.report as ImportReport | null }
}

export async function closeUpload(db: Db, id: string, report: ImportReport): Promise<void> {
  await own(db)
    .updateTable('organisationUpload')
    .set({ rows: null, report: JSON.stringify(report) })
    .where('id', '=', id)
    .execute()
}
