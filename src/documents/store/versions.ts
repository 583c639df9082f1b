import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { isId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Block, BlockData, BlockId, BlockKind, Reference } from '../rules/blocks.ts'
import type { DocumentId } from '../rules/documents.ts'
import type { Version, VersionId } from '../rules/versions.ts'

const own = (db: Db) => db.$pickTables<'document' | 'documentVersion' | 'versionBlock' | 'documentBlock'>()

const all = (db: Db) =>
  own(db)
    .selectFrom('documentVersion')
    .innerJoin('document', 'document.id', 'documentVersion.documentId')
    .selectAll('documentVersion')
    .select('document.ecosystemId')

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

function toVersion({ hash, blockCount, id, documentId, ...rest }: Row): Version {
  return { ...rest, id: id as VersionId, documentId: documentId as DocumentId, hash: hash.toString('hex'), blocks: blockCount }
}

export async function getVersion(db: Db, versionId: string): Promise<Version> {
  const row = await all(db).where('documentVersion.id', '=', versionId).executeTakeFirst()
  if (!row) throw new Problem(notFound, { version: versionId })
  return toVersion(row)
}

export async function findVersionNumbered(db: Db, documentId: string, number: number): Promise<Version | null> {
  const row = await all(db).where('documentId', '=', documentId).where('number', '=', number).executeTakeFirst()
  return row ? toVersion(row) : null
}

/** The versions of some documents, the first one first. */
export async function versionsOfAll(db: Db, documentIds: readonly string[]): Promise<Version[]> {
  if (documentIds.length === 0) return []
  const rows = await all(db)
    .where('documentId', 'in', [...documentIds])
    .orderBy('number')
    .execute()
  return rows.map(toVersion)
}

export const versionsOf = (db: Db, documentId: string): Promise<Version[]> => versionsOfAll(db, [documentId])

const blockColumns = ['kind', 'level', 'source', 'html', 'text', 'data'] as const

/** The whole text of a version, in order, in one statement. */
export async function blocksOf(db: Db, versionId: string): Promise<Block[]> {
  return own(db)
    .selectFrom('versionBlock')
    .select([...blockColumns, 'blockId as id'])
    .where('versionId', '=', versionId)
    .orderBy('position')
    .$narrowType<{ id: BlockId; kind: BlockKind; data: BlockData }>()
    .execute()
}

/** The headings of a version, each with its position: what a long text's contents are made of. */
export async function headingsOf(db: Db, versionId: string): Promise<(Block & { readonly position: number })[]> {
  return own(db)
    .selectFrom('versionBlock')
    .select([...blockColumns, 'blockId as id', 'position'])
    .where('versionId', '=', versionId)
    .where('kind', '=', 'heading')
    .orderBy('position')
    .$narrowType<{ id: BlockId; kind: BlockKind; data: BlockData }>()
    .execute()
}

/** Part of a version, from a position to before another. */
export async function blocksBetween(db: Db, versionId: string, from: number, to: number): Promise<Block[]> {
  return own(db)
    .selectFrom('versionBlock')
    .select([...blockColumns, 'blockId as id'])
    .where('versionId', '=', versionId)
    .where('position', '>=', from)
    .where('position', '<', to)
    .orderBy('position')
    .$narrowType<{ id: BlockId; kind: BlockKind; data: BlockData }>()
    .execute()
}

/** Some blocks, each in some versions, by version and id. */
export async function blocksInVersions(
  db: Db,
  versionIds: readonly string[],
  ids: readonly string[],
): Promise<(versionId: string, id: string) => Block | null> {
  if (versionIds.length === 0 || ids.length === 0) return () => null
  const rows = await own(db)
    .selectFrom('versionBlock')
    .select([...blockColumns, 'blockId as id', 'versionId'])
    .where('versionId', 'in', [...new Set(versionIds)])
    .where('blockId', 'in', [...new Set(ids)])
    .$narrowType<{ id: BlockId; kind: BlockKind; data: BlockData }>()
    .execute()
  const found = new Map(rows.map((row) => [`${row.versionId} ${row.id}`, row]))
  return (versionId, id) => found.get(`${versionId} ${id}`) ?? null
}

/** Copies the draft as it stands. To be asked with the document locked. */
export async function freeze(tx: Db, { ecosystemId: _, hash, blocks, ...rest }: Version): Promise<void> {
  await own(tx)
    .insertInto('documentVersion')
    .values({ ...rest, hash: Buffer.from(hash, 'hex'), blockCount: blocks })
    .execute()
  await own(tx)
    .insertInto('versionBlock')
    .columns(['versionId', 'position', 'blockId', 'kind', 'level', 'source', 'html', 'text', 'data'])
    .expression((e) =>
      e
        .selectFrom('documentBlock')
        .select([sql<string>`${rest.id}::uuid`.as('versionId'), 'position', 'id', 'kind', 'level', 'source', 'html', 'text', 'data'])
        .where('documentId', '=', rest.documentId),
    )
    .execute()
}

export async function declareFinal(tx: Db, versionId: string, finalOn: Day): Promise<void> {
  await own(tx).updateTable('documentVersion').set({ finalOn }).where('id', '=', versionId).execute()
}

export async function adopt(tx: Db, versionId: string, adoptedOn: Day, decisionId: string): Promise<void> {
  await own(tx).updateTable('documentVersion').set({ adoptedOn, decisionId }).where('id', '=', versionId).execute()
}

export async function publish(tx: Db, versionId: string, publishedOn: Day): Promise<void> {
  await own(tx).updateTable('documentVersion').set({ publishedOn }).where('id', '=', versionId).execute()
}

/** Where a block stands in a version; null when it is not there. */
export async function positionOf(db: Db, versionId: string, blockId: string): Promise<number | null> {
  if (!isId(blockId)) return null
  const row = await own(db)
    .selectFrom('versionBlock')
    .select('position')
    .where('versionId', '=', versionId)
    .where('blockId', '=', blockId)
    .executeTakeFirst()
  return row?.position ?? null
}

/** What the blocks of a version speak of, in the order of the text. */
export async function refsOf(db: Db, versionId: string): Promise<Reference[]> {
  const rows = await own(db)
    .selectFrom('versionBlock')
    .select('data')
    .where('versionId', '=', versionId)
    .where(sql<boolean>`data ? 'refs'`)
    .orderBy('position')
    .$narrowType<{ data: BlockData }>()
    .execute()
  return rows.flatMap(({ data }) => data.refs ?? [])
}
