import { sql } from 'kysely'
import type { PersonId } from '../../charter/policy.ts'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import { isId } from '../../kernel/id.ts'
import type { Lang } from '../../kernel/lang.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Bulk, Mapping } from '../bulk/mapping.ts'
import type { Import, ImportId, Stop } from '../rules/imports.ts'

const own = (db: Db) => db.$pickTables<'contributionImport' | 'contributionImportLine'>()

const all = (db: Db) => own(db).selectFrom('contributionImport').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

function toImport(row: Row): Import {
  return {
    ...row,
    id: row.id as ImportId,
    channel: row.channel as Bulk['channel'],
    mapping: row.mapping as Mapping,
    begunBy: row.begunBy as PersonId,
    stopped: row.stopped as Stop | null,
    stoppedBy: row.stoppedBy as PersonId | null,
    undoAskedBy: row.undoAskedBy as PersonId | null,
  }
}

type NewImport = Pick<Import, 'consultationId' | 'id' | 'name' | 'channel' | 'columns' | 'mapping' | 'begunBy' | 'begunAt' | 'total'>

/** Confirmed twice, a file is one: tells whether this was the first time. */
export async function insertImport(tx: Db, { columns, mapping, ...one }: NewImport): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await own(tx)
    .insertInto('contributionImport')
    .values({ ...one, columns: [...columns], mapping: JSON.stringify(mapping), movedAt: one.begunAt })
    .onConflict((clash) => clash.columns(['consultationId', 'id']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

const one = (db: Db, consultationId: string, id: string) =>
  all(db)
    .where('consultationId', '=', consultationId)
    .where('id', '=', isId(id) ? id : null)

function found(row: Row | undefined, id: string): Import {
  if (!row) throw new Problem(notFound, { import: id })
  return toImport(row)
}

export async function getImport(db: Db, consultationId: string, id: string): Promise<Import> {
  return found(await one(db, consultationId, id).executeTakeFirst(), id)
}

/** Until the transaction ends nobody else moves it, stops it or takes it out. */
export async function lockImport(tx: Db, consultationId: string, id: string): Promise<Import> {
  return found(await one(tx, consultationId, id).forUpdate().executeTakeFirst(), id)
}

export type ImportChange = Partial<Omit<Import, 'consultationId' | 'id' | 'mapping' | 'columns' | 'channel' | 'total'>>

export async function updateImport(tx: Db, { consultationId, id }: Import, change: ImportChange): Promise<void> {
  await own(tx).updateTable('contributionImport').set(change).where('consultationId', '=', consultationId).where('id', '=', id).execute()
}

/** The files of a consultation, the last first. */
export async function listImports(
  db: Db,
  {
    consultationId,
    cursor,
    limit = 20,
  }: { readonly consultationId: string; readonly cursor?: string | undefined; readonly limit?: number },
): Promise<Slice<Import>> {
  let list = all(db).where('consultationId', '=', consultationId)
  if (cursor) list = list.where('id', '<', String(decodeCursor(cursor, 1)[0]))
  const rows = await list
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return sliceOf(rows.map(toImport), limit, ({ id }) => [id])
}

/** Those that are entering the ledger, or leaving it, the first first. */
export async function importsUnderWay(db: Db, consultationIds: readonly string[]): Promise<Import[]> {
  if (consultationIds.length === 0) return []
  const rows = await all(db)
    .where('consultationId', 'in', [...new Set(consultationIds)])
    .where((e) => e.or([e('endedAt', 'is', null), e.and([e('undoAskedAt', 'is not', null), e('undoneAt', 'is', null)])]))
    .orderBy('consultationId')
    .orderBy('id')
    .execute()
  return rows.map(toImport)
}

/** How the last file with these very columns was read, if there was one. */
export async function lastMapping(db: Db, consultationId: string, columns: readonly string[]): Promise<Mapping | null> {
  const row = await own(db)
    .selectFrom('contributionImport')
    .select('mapping')
    .where('consultationId', '=', consultationId)
    .where(sql<boolean>`columns = ${[...columns]}::text[]`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? (row.mapping as Mapping) : null
}

/** What became of a line: what it is in the ledger, or why it is not there, in both languages. */
export interface ImportLine {
  readonly line: number
  readonly protocolNumber: string
  readonly contributionId: string | null
  readonly why: Readonly<Record<Lang, string>> | null
}

export async function insertLines(tx: Db, { consultationId, id }: Import, lines: readonly ImportLine[]): Promise<void> {
  if (lines.length === 0) return
  const rows = lines.map(({ line, protocolNumber, contributionId, why }) => ({
    consultationId,
    importId: id,
    line,
    protocolNumber,
    contributionId,
    whyIt: why?.it ?? null,
    whyEn: why?.en ?? null,
  }))
  await own(tx).insertInto('contributionImportLine').values(rows).execute()
}

/** Beyond any number that is kept. */
const lastLine = 2 ** 31 - 1

interface LineQuery {
  readonly import: Pick<Import, 'consultationId' | 'id'>
  readonly which: 'entered' | 'refused'
  /** After this line of the file. */
  readonly after?: number
  readonly limit: number
}

export async function linesOf(db: Db, { import: { consultationId, id }, which, after = 0, limit }: LineQuery): Promise<ImportLine[]> {
  const rows = await own(db)
    .selectFrom('contributionImportLine')
    .select(['line', 'protocolNumber', 'contributionId', 'whyIt', 'whyEn'])
    .where('consultationId', '=', consultationId)
    .where('importId', '=', id)
    .where('contributionId', which === 'entered' ? 'is not' : 'is', null)
    .where('line', '>', Math.min(after, lastLine))
    .orderBy('line')
    .limit(limit)
    .execute()
  return rows.map(({ whyIt, whyEn, ...row }) => ({ ...row, why: whyIt !== null && whyEn !== null ? { it: whyIt, en: whyEn } : null }))
}

const whysAtOnce = 2_000

/** Why each line of a file was refused, by its place. */
export async function whysOf(db: Db, one: Pick<Import, 'consultationId' | 'id'>): Promise<Map<number, NonNullable<ImportLine['why']>>> {
  const whys = new Map<number, NonNullable<ImportLine['why']>>()
  for (let after = 0; ; ) {
    const lines = await linesOf(db, { import: one, which: 'refused', after, limit: whysAtOnce })
    for (const { line, why } of lines) if (why) whys.set(line, why)
    const last = lines.at(-1)
    if (!last || lines.length < whysAtOnce) return whys
    after = last.line
  }
}
