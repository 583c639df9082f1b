import { sql } from 'kysely'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Db } from '../../platform/db.ts'
import type { Block, BlockData, BlockId, BlockKind, DraftBlock } from '../rules/blocks.ts'

const own = (db: Db) => db.$pickTables<'documentBlock' | 'documentBlockRevision'>()

/** The whole draft, in order. */
export async function draftOf(db: Db, documentId: string): Promise<DraftBlock[]> {
  return own(db)
    .selectFrom('documentBlock')
    .select(['id', 'kind', 'level', 'source', 'html', 'text', 'data', 'revision'])
    .where('documentId', '=', documentId)
    .orderBy('position')
    .$narrowType<{ id: BlockId; kind: BlockKind; data: BlockData }>()
    .execute()
}

export interface Revision {
  readonly blockId: BlockId
  readonly revision: number
  readonly kind: BlockKind
  readonly level: number
  readonly source: string
  readonly data: BlockData
  readonly removed: boolean
  readonly authorId: string
  readonly at: Date
}

const revisions = (db: Db) =>
  own(db)
    .selectFrom('documentBlockRevision')
    .select(['blockId', 'revision', 'kind', 'level', 'source', 'data', 'removed', 'authorId', 'at'])
    .$narrowType<{ blockId: BlockId; kind: BlockKind; data: BlockData }>()

/** What some blocks said at the revisions that somebody began from. */
export async function revisionsAt(
  db: Db,
  documentId: string,
  asked: readonly { readonly id: string; readonly revision: number }[],
): Promise<Map<string, Revision>> {
  if (asked.length === 0) return new Map()
  const rows = await revisions(db)
    .where('documentId', '=', documentId)
    .where((e) =>
      e(
        e.refTuple('blockId', 'revision'),
        'in',
        asked.map(({ id, revision }) => e.tuple(id, revision)),
      ),
    )
    .execute()
  return new Map(rows.map((row) => [row.blockId, row]))
}

/** The latest revision of each of some blocks, also of those removed. */
export async function lastRevisions(db: Db, documentId: string, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('documentBlockRevision')
    .select((e) => ['blockId', e.fn.max('revision').as('last')])
    .where('documentId', '=', documentId)
    .where('blockId', 'in', [...ids])
    .groupBy('blockId')
    .execute()
  return new Map(rows.map(({ blockId, last }) => [blockId, last]))
}

/** What was written in one block, or in the whole draft, page by page, the latest first. */
export async function history(
  db: Db,
  documentId: string,
  { blockId, cursor, limit }: { blockId?: string; cursor?: string | undefined; limit: number },
): Promise<Slice<Revision>> {
  let list = revisions(db).where('documentId', '=', documentId)
  if (blockId) list = list.where('blockId', '=', blockId)
  if (cursor) {
    const [at, id, revision] = decodeCursor(cursor, 3)
    list = list.where((e) => e(e.refTuple('at', 'blockId', 'revision'), '<', e.tuple(new Date(String(at)), String(id), Number(revision))))
  }
  const rows = await list
    .orderBy('at', 'desc')
    .orderBy('blockId', 'desc')
    .orderBy('revision', 'desc')
    .limit(limit + 1)
    .execute()
  return sliceOf(rows, limit, ({ at, blockId, revision }) => [at.toISOString(), blockId, revision])
}

interface Written {
  readonly authorId: string
  readonly at: Date
}

/** Makes the draft what it is to be: writes the blocks that are new or changed, places all, and drops those left out. */
export async function saveDraft(
  tx: Db,
  documentId: string,
  before: readonly DraftBlock[],
  after: readonly (Block & { readonly revision: number })[],
  { authorId, at }: Written,
): Promise<void> {
  const old = new Map(before.map((block, position) => [block.id, { ...block, position }]))
  const staying = new Set(after.map(({ id }) => id))
  const gone = before.filter(({ id }) => !staying.has(id))
  const written = after.filter(({ id, revision }) => old.get(id)?.revision !== revision)
  const lines = [
    ...written.map((block) => ({ ...block, removed: false })),
    ...gone.map((block) => ({ ...block, revision: block.revision + 1, removed: true })),
  ]
  if (gone.length > 0)
    await own(tx)
      .deleteFrom('documentBlock')
      .where('documentId', '=', documentId)
      .where(
        'id',
        'in',
        gone.map(({ id }) => id),
      )
      .execute()
  await place(
    tx,
    after.flatMap(({ id }, position) => (old.has(id) && old.get(id)?.position !== position ? { id, position } : [])),
  )
  const positions = new Map(after.map(({ id }, position) => [id, position]))
  for (const some of chunks(written))
    await own(tx)
      .insertInto('documentBlock')
      .values(
        some.map(({ id, kind, level, source, html, text, data, revision }) => {
          const position = positions.get(id) as number
          return { id, documentId, position, kind, level, source, html, text, data: JSON.stringify(data), revision }
        }),
      )
      .onConflict((clash) =>
        clash.column('id').doUpdateSet((e) => ({
          position: e.ref('excluded.position'),
          kind: e.ref('excluded.kind'),
          level: e.ref('excluded.level'),
          source: e.ref('excluded.source'),
          html: e.ref('excluded.html'),
          text: e.ref('excluded.text'),
          data: e.ref('excluded.data'),
          revision: e.ref('excluded.revision'),
        })),
      )
      .execute()
  for (const some of chunks(lines))
    await own(tx)
      .insertInto('documentBlockRevision')
      .values(
        some.map(({ id, revision, kind, level, source, data, removed }) => {
          return { documentId, blockId: id, revision, kind, level, source, data: JSON.stringify(data), removed, authorId, at }
        }),
      )
      .execute()
}

/** In one statement, however many moved. */
async function place(tx: Db, moved: readonly { readonly id: string; readonly position: number }[]): Promise<void> {
  if (moved.length === 0) return
  const ids = moved.map(({ id }) => id)
  const positions = moved.map(({ position }) => position)
  await sql`
    update document_block set position = moved.position
    from unnest(${ids}::uuid[], ${positions}::int[]) as moved (id, position)
    where document_block.id = moved.id
  `.execute(tx)
}

/** A statement takes 65,535 values at most. */
function chunks<Item>(items: readonly Item[], size = 1000): (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}
