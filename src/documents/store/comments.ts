import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import { isId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Comment, CommentId } from '../rules/comments.ts'

const own = (db: Db) => db.$pickTables<'blockComment'>()

const columns = ['id', 'documentId', 'blockId', 'parentId', 'revision', 'authorId', 'text', 'at', 'resolvedAt'] as const
const all = (db: Db) => own(db).selectFrom('blockComment').select(columns).$narrowType<{ id: CommentId; parentId: CommentId | null }>()

export async function getComment(db: Db, documentId: string, id: string): Promise<Comment> {
  const found = isId(id) ? await all(db).where('id', '=', id).where('documentId', '=', documentId).executeTakeFirst() : undefined
  if (!found) throw new Problem(notFound, { comment: id })
  return found
}

export async function commentsById(db: Db, ids: readonly string[]): Promise<Map<string, Comment>> {
  if (ids.length === 0) return new Map()
  const rows = await all(db)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** What was said about a block, page by page, the latest first. */
export async function commentsOn(
  db: Db,
  documentId: string,
  blockId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Slice<Comment>> {
  let list = all(db).where('documentId', '=', documentId).where('blockId', '=', blockId).where('parentId', 'is', null)
  if (cursor) list = list.where('id', '<', String(decodeCursor(cursor, 1)[0]))
  const rows = await list
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return sliceOf(rows, limit, ({ id }) => [id])
}

/** The answers to some comments, the first one first; no more than a thousand. */
export async function answersTo(db: Db, ids: readonly string[]): Promise<Comment[]> {
  if (ids.length === 0) return []
  return all(db)
    .where('parentId', 'in', [...ids])
    .orderBy('id')
    .limit(1000)
    .execute()
}

export interface CommentCount {
  readonly total: number
  readonly open: number
}

/** How many discussions each block of a draft has, and how many are open. */
export async function countComments(db: Db, documentId: string): Promise<Map<string, CommentCount>> {
  const rows = await own(db)
    .selectFrom('blockComment')
    .select((e) => [
      'blockId',
      e.fn.countAll<number>().as('total'),
      e.fn.countAll<number>().filterWhere('resolvedAt', 'is', null).as('open'),
    ])
    .where('documentId', '=', documentId)
    .where('parentId', 'is', null)
    .groupBy('blockId')
    .execute()
  return new Map(rows.map(({ blockId, total, open }) => [blockId, { total: Number(total), open: Number(open) }]))
}

/** How many discussions are open in each of some drafts; those without any are left out. */
export async function countOpenComments(db: Db, documentIds: readonly string[]): Promise<Map<string, number>> {
  if (documentIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('blockComment')
    .select((e) => ['documentId', e.fn.countAll<number>().as('open')])
    .where('documentId', 'in', [...documentIds])
    .where('parentId', 'is', null)
    .where('resolvedAt', 'is', null)
    .groupBy('documentId')
    .execute()
  return new Map(rows.map(({ documentId, open }) => [documentId, Number(open)]))
}

/** Whoever said something in a discussion. */
export async function voicesIn(db: Db, rootId: string): Promise<string[]> {
  const rows = await own(db)
    .selectFrom('blockComment')
    .select('authorId')
    .distinct()
    .where((e) => e.or([e('id', '=', rootId), e('parentId', '=', rootId)]))
    .execute()
  return rows.map(({ authorId }) => authorId)
}

export async function insertComment(tx: Db, comment: Comment): Promise<void> {
  const { resolvedAt: _, ...row } = comment
  await own(tx).insertInto('blockComment').values(row).execute()
}

export async function saveResolution(tx: Db, id: string, resolved: { readonly at: Date; readonly by: string } | null): Promise<void> {
  await own(tx)
    .updateTable('blockComment')
    .set({ resolvedAt: resolved?.at ?? null, resolvedBy: resolved?.by ?? null })
    .where('id', '=', id)
    .execute()
}
