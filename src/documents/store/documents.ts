import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Document, DocumentId, DocumentKind } from '../rules/documents.ts'

const own = (db: Db) => db.$pickTables<'document'>()

const columns = ['id', 'ecosystemId', 'cycleId', 'kind', 'titleIt', 'titleEn', 'bodies', 'begunOn'] as const
const all = (db: Db) => own(db).selectFrom('document').select(columns).$narrowType<{ id: DocumentId; kind: DocumentKind }>()

export async function findDocument(db: Db, id: string): Promise<Document | null> {
  return (await all(db).where('id', '=', id).executeTakeFirst()) ?? null
}

export async function getDocument(db: Db, id: string): Promise<Document> {
  const found = await findDocument(db, id)
  if (!found) throw new Problem(notFound, { document: id })
  return found
}

/** The document, for whoever changes something in it: the next one waits, so that positions and numbers never clash. */
export async function lockDocument(tx: Db, id: string): Promise<Document> {
  const found = await all(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!found) throw new Problem(notFound, { document: id })
  return found
}

export async function documentsById(db: Db, ids: readonly string[]): Promise<Map<string, Document>> {
  if (ids.length === 0) return new Map()
  const rows = await all(db)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The documents of some ecosystems, in the order they were begun; no more than two hundred of the latest. */
export async function documentsOfAll(db: Db, ecosystemIds: readonly string[]): Promise<Document[]> {
  if (ecosystemIds.length === 0) return []
  const rows = await all(db)
    .where('ecosystemId', 'in', [...ecosystemIds])
    .orderBy('begunOn', 'desc')
    .orderBy('id', 'desc')
    .limit(200 * ecosystemIds.length)
    .execute()
  return rows.reverse()
}

/** Those of one ecosystem, in the order they were begun. */
export const documentsOf = (db: Db, ecosystemId: string): Promise<Document[]> => documentsOfAll(db, [ecosystemId])

export async function documentsOfCycle(db: Db, cycleId: string): Promise<Document[]> {
  return all(db).where('cycleId', '=', cycleId).orderBy('begunOn').orderBy('id').execute()
}

/** One ecosystem's documents, page by page, the latest first. */
export async function listDocuments(
  db: Db,
  ecosystemId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Slice<Document>> {
  let list = all(db).where('ecosystemId', '=', ecosystemId)
  if (cursor) list = list.where('id', '<', String(decodeCursor(cursor, 1)[0]))
  const rows = await list
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return sliceOf(rows, limit, ({ id }) => [id])
}

export async function insertDocument(tx: Db, document: Document, begunBy: string): Promise<void> {
  await own(tx)
    .insertInto('document')
    .values({ ...document, bodies: [...document.bodies], begunBy })
    .execute()
}

export async function updateDocument(
  tx: Db,
  id: string,
  { titleIt, titleEn, bodies }: Pick<Document, 'titleIt' | 'titleEn' | 'bodies'>,
): Promise<void> {
  await own(tx)
    .updateTable('document')
    .set({ titleIt, titleEn, bodies: [...bodies] })
    .where('id', '=', id)
    .execute()
}
