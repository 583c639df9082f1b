import { type Expression, type SqlBool, sql } from 'kysely'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Db } from '../../platform/db.ts'
import { codeIn, type Need, type SourceKind, type VoiceKind } from '../rules/needs.ts'
import { needColumns, toNeed } from './needs.ts'

const own = (db: Db) => db.$pickTables<'need'>()

export const needSorts = ['number', 'severity', 'frequency'] as const
export type NeedSort = (typeof needSorts)[number]

/** Which needs. What covers them is known elsewhere, so the states that depend on it come as ids. */
export interface NeedFilter {
  /** Words of the statement or of its reasons, or a code: 'E-12'. */
  readonly q?: string | undefined
  /** The words, once looked into by `seek`: whoever asks several things of one filter looks into them once. */
  readonly sought?: Expression<SqlBool> | null
  readonly voice?: VoiceKind | undefined
  readonly source?: SourceKind | undefined
  readonly severity?: number | undefined
  /** Those merged into others, instead of those that stand. */
  readonly merged?: boolean | undefined
  readonly among?: readonly string[] | undefined
  readonly except?: readonly string[] | undefined
}

export interface NeedQuery extends NeedFilter {
  readonly sort?: NeedSort | undefined
  readonly descending?: boolean | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

const sortKeys = {
  severity: sql<number>`coalesce(severity, 0)`,
  frequency: sql<number>`coalesce(frequency, 0)`,
} as const

/** The needs of an ecosystem, one page at a time; the latest number first unless another order is asked for. */
export async function needsOf(db: Db, ecosystemId: string, query: NeedQuery = {}): Promise<Slice<Need>> {
  const { sort = 'number', descending = true, cursor, limit = 50 } = query
  const order = descending ? 'desc' : 'asc'
  const past = sql.raw(descending ? '<' : '>')
  let rows = (await filtered(db, ecosystemId, query)).select(needColumns).limit(limit + 1)
  if (sort === 'number') {
    rows = rows.orderBy('number', order)
    if (cursor) rows = rows.where(sql<SqlBool>`number ${past} ${Number(decodeCursor(cursor, 1)[0])}::int`)
    return needsIn(await rows.execute(), limit, ({ number }) => [number])
  }
  const key = sortKeys[sort]
  rows = rows.orderBy(key, order).orderBy('number', order)
  if (cursor) {
    const [value, number] = decodeCursor(cursor, 2)
    rows = rows.where(sql<SqlBool>`(${key}, number) ${past} (${Number(value)}::int, ${Number(number)}::int)`)
  }
  return needsIn(await rows.execute(), limit, (row) => [row[sort] ?? 0, row.number])
}

type Row = Parameters<typeof toNeed>[0]

function needsIn(rows: readonly Row[], limit: number, keyOf: (row: Row) => (string | number)[]): Slice<Need> {
  const { items, next } = sliceOf(rows, limit, keyOf)
  return { items: items.map(toNeed), next }
}

async function filtered(db: Db, ecosystemId: string, filter: NeedFilter) {
  const { voice, source, severity, merged, among, except } = filter
  let rows = own(db)
    .selectFrom('need')
    .where('ecosystemId', '=', ecosystemId)
    .where('mergedInto', merged ? 'is not' : 'is', null)
  const sought = filter.sought === undefined ? await seek(db, ecosystemId, filter.q) : filter.sought
  if (sought) rows = rows.where(sought)
  if (voice) rows = rows.where('voiceKind', '=', voice)
  if (source) rows = rows.where('sourceKind', '=', source)
  if (severity) rows = rows.where('severity', '=', severity)
  if (among) rows = rows.where(sql<SqlBool>`id = any (${[...among]}::uuid[])`)
  if (except && except.length > 0) rows = rows.where(sql<SqlBool>`id <> all (${[...except]}::uuid[])`)
  return rows
}

const wordsOf = (q: string) =>
  q
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
    .slice(0, 12)

/** More needs than this that merely resemble the words tell nothing. */
const mostNear = 200

/** Every word has one that resembles it. */
function resembling(words: readonly string[]): Expression<SqlBool> {
  if (words.length === 0) return sql<SqlBool>`false`
  return sql<SqlBool>`(${sql.join(
    words.map((word) => sql`fold_name(${word}) <% folded`),
    sql` and `,
  )})`
}

/**
 * A need matches when it holds every word, inflected as it may be. Only when none does, needs that resemble the words are
 * taken: somebody mistyped.
 */
export async function seek(db: Db, ecosystemId: string, asked: string | undefined): Promise<Expression<SqlBool> | null> {
  const q = asked?.trim() ?? ''
  if (!q) return null
  const number = codeIn(q)
  if (number !== null) return sql<SqlBool>`number = ${number}`
  const holding = sql<SqlBool>`words @@ websearch_to_tsquery('public.italian_plain', ${q})`
  const exact = await own(db)
    .selectFrom('need')
    .select('id')
    .where('ecosystemId', '=', ecosystemId)
    .where(holding)
    .limit(1)
    .executeTakeFirst()
  if (exact) return holding
  const near = await own(db)
    .selectFrom('need')
    .select('id')
    .where('ecosystemId', '=', ecosystemId)
    .where(resembling(wordsOf(q)))
    .limit(mostNear)
    .execute()
  return sql<SqlBool>`id = any (${near.map(({ id }) => id)}::uuid[])`
}

export interface NeedCounts {
  readonly total: number
  readonly voice: ReadonlyMap<VoiceKind, number>
  readonly source: ReadonlyMap<SourceKind, number>
  readonly severity: ReadonlyMap<number, number>
}

/** How many needs a list holds, and how many of each kind it would hold with that filter alone changed. */
export async function countNeeds(db: Db, ecosystemId: string, filter: NeedFilter): Promise<NeedCounts> {
  const { voice, source, severity, ...rest } = filter
  const rows = await (await filtered(db, ecosystemId, rest))
    .select(['voiceKind', 'sourceKind', 'severity', (of) => of.fn.countAll<number>().as('n')])
    .groupBy(['voiceKind', 'sourceKind', 'severity'])
    .execute()
  const is = {
    voice: (row: (typeof rows)[number]) => !voice || row.voiceKind === voice,
    source: (row: (typeof rows)[number]) => !source || row.sourceKind === source,
    severity: (row: (typeof rows)[number]) => !severity || row.severity === severity,
  }
  const sum = <Key>(keyOf: (row: (typeof rows)[number]) => Key, ...tests: ((row: (typeof rows)[number]) => boolean)[]) => {
    const counts = new Map<Key, number>()
    for (const row of rows) if (tests.every((test) => test(row))) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + row.n)
    return counts
  }
  return {
    total: sum(() => 'all', is.voice, is.source, is.severity).get('all') ?? 0,
    voice: sum((row) => row.voiceKind as VoiceKind, is.source, is.severity),
    source: sum((row) => row.sourceKind as SourceKind, is.voice, is.severity),
    severity: sum((row) => row.severity ?? 0, is.voice, is.source),
  }
}

/** Every standing need of an ecosystem, by id: for asking what covers them. */
export async function idsOfNeeds(db: Db, ecosystemId: string): Promise<string[]> {
  const rows = await own(db)
    .selectFrom('need')
    .select('id')
    .where('ecosystemId', '=', ecosystemId)
    .where('mergedInto', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** The standing needs that best match the words typed where one is chosen; a code finds its own. */
export async function searchNeeds(db: Db, ecosystemId: string, words: string, most = 10): Promise<Need[]> {
  const q = words.slice(0, 200).trim()
  const parts = wordsOf(q)
  const number = codeIn(q)
  if (number === null && parts.length === 0) return []
  const standing = own(db).selectFrom('need').select(needColumns).where('ecosystemId', '=', ecosystemId).where('mergedInto', 'is', null)
  if (number !== null) return (await standing.where('number', '=', number).execute()).map(toNeed)
  const held = parts.map((word) => sql<SqlBool>`folded like '%' || fold_name(${word}) || '%'`)
  const holding = sql<SqlBool>`((${sql.join(held, sql` and `)}) or words @@ websearch_to_tsquery('public.italian_plain', ${q}))`
  const found = await standing.where(holding).orderBy('number').limit(most).execute()
  if (found.length > 0) return found.map(toNeed)
  const near = standing.where(resembling(parts)).orderBy(sql`word_similarity(fold_name(${q}), folded)`, 'desc')
  return (await near.orderBy('number').limit(most).execute()).map(toNeed)
}
