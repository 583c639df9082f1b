import { sql } from 'kysely'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import { type Db, kept } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'answerable' | 'answerAssignment'>()

/** A contribution as whoever answers sees it. */
export interface Answerable {
  readonly contributionId: string
  readonly number: number
  readonly sectionId: string | null
  readonly blockId: string | null
  readonly contributorKind: string
  readonly authorId: string
  readonly receivedAt: Date
  readonly text: string | null
  readonly supports: number
  readonly withdrawn: boolean
  readonly hidden: boolean
  /** The reply that answers it, prepared or published. */
  readonly replyId: string | null
  readonly published: boolean
  readonly assignedTo: string | null
  /** The first of the contributions that it is like. */
  readonly clusterId: string | null
}

const columns = [
  'contributionId',
  'number',
  'sectionId',
  'blockId',
  'contributorKind',
  'authorId',
  'receivedAt',
  'text',
  'supports',
  'withdrawn',
  'hidden',
  'replyId',
  'published',
  'assignedTo',
  'clusterId',
] as const

const every = (db: Db, consultationId: string) =>
  own(db).selectFrom('answerable').select(columns).where('consultationId', '=', consultationId)
type Row = Awaited<ReturnType<ReturnType<typeof every>['execute']>>[number]

/** A view's columns may all be null for the compiler; those of the contribution itself never are. */
const toAnswerable = (row: Row): Answerable => ({ ...row, published: row.published === true }) as Answerable

export const waitings = ['waiting', 'prepared', 'answered', 'all'] as const
export type Waiting = (typeof waitings)[number]

export interface QueueQuery {
  readonly consultationId: string
  readonly waiting: Waiting
  readonly sectionIds?: readonly string[] | undefined
  readonly clusterId?: string | undefined
  readonly assignedTo?: string | undefined
  readonly words?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** In the order in which they arrived. */
export async function listQueue(db: Db, { consultationId, cursor, limit, ...query }: QueueQuery): Promise<Slice<Answerable>> {
  let list = filtered(every(db, consultationId), query)
    .orderBy('number')
    .limit(limit + 1)
  if (cursor) list = list.where('number', '>', sql<number>`${decodeCursor(cursor, 1)[0]}::bigint`)
  const rows = await list.execute()
  return sliceOf(rows.map(toAnswerable), limit, ({ number }) => [number])
}

type List = ReturnType<typeof every>

function filtered(list: List, { waiting, sectionIds, clusterId, assignedTo, words }: Omit<QueueQuery, 'consultationId' | 'limit'>): List {
  let some = list.where('withdrawn', '=', false).where('hidden', '=', false)
  if (waiting === 'waiting') some = some.where('replyId', 'is', null)
  if (waiting === 'prepared') some = some.where('replyId', 'is not', null).where('published', '=', false)
  if (waiting === 'answered') some = some.where('published', '=', true)
  if (sectionIds) some = some.where((e) => e('sectionId', '=', e.fn.any(sql<string[]>`${[...sectionIds]}::uuid[]`)))
  if (clusterId) some = some.where('clusterId', '=', clusterId)
  if (assignedTo) some = some.where('assignedTo', '=', assignedTo)
  if (words)
    some = some.where(
      sql<boolean>`to_tsvector('public.italian_plain', coalesce(text, '')) @@ websearch_to_tsquery('public.italian_plain', ${words})`,
    )
  return some
}

export async function answerableById(db: Db, consultationId: string, ids: readonly string[]): Promise<Map<string, Answerable>> {
  if (ids.length === 0) return new Map()
  const rows = await every(db, consultationId)
    .where((e) => e('contributionId', '=', e.fn.any(sql<string[]>`${[...new Set(ids)]}::uuid[]`)))
    .modifyEnd(kept)
    .execute()
  return new Map(rows.map(toAnswerable).map((one) => [one.contributionId, one]))
}

/** Those that one reply answers, the first to arrive first; `limit` of them. */
export async function answeredBy(db: Db, consultationId: string, replyId: string, limit: number): Promise<Answerable[]> {
  const rows = await every(db, consultationId).where('replyId', '=', replyId).orderBy('number').limit(limit).execute()
  return rows.map(toAnswerable)
}

/** The others of a cluster, the first to arrive first. */
export async function clusterOf(db: Db, consultationId: string, clusterId: string, limit: number): Promise<Answerable[]> {
  const rows = await filtered(every(db, consultationId), { waiting: 'all', clusterId }).orderBy('number').limit(limit).execute()
  return rows.map(toAnswerable)
}

export interface Cluster {
  readonly clusterId: string
  readonly size: number
  /** How many of them wait for an answer. */
  readonly waiting: number
}

/** The largest first. */
export async function clustersOf(db: Db, consultationId: string, limit: number): Promise<Cluster[]> {
  const rows = await own(db)
    .selectFrom('answerable')
    .select(({ fn }) => [
      'clusterId',
      fn.countAll<number>().as('size'),
      fn.countAll<number>().filterWhere('replyId', 'is', null).as('waiting'),
    ])
    .where('consultationId', '=', consultationId)
    .where('clusterId', 'is not', null)
    .where('withdrawn', '=', false)
    .where('hidden', '=', false)
    .groupBy('clusterId')
    .having(({ fn }) => fn.countAll(), '>', 1)
    .orderBy('size', 'desc')
    .orderBy('clusterId')
    .limit(limit)
    .execute()
  return rows.map(({ clusterId, ...numbers }) => ({ clusterId: clusterId as string, ...numbers }))
}

/** `personId` null takes the assignment back. */
export async function assign(
  tx: Db,
  consultationId: string,
  contributionIds: readonly string[],
  personId: string | null,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  if (contributionIds.length === 0) return
  if (personId === null) {
    await own(tx)
      .deleteFrom('answerAssignment')
      .where('consultationId', '=', consultationId)
      .where('contributionId', 'in', [...contributionIds])
      .execute()
    return
  }
  await own(tx)
    .insertInto('answerAssignment')
    .values(contributionIds.map((contributionId) => ({ consultationId, contributionId, personId, by, at })))
    .onConflict((clash) => clash.columns(['consultationId', 'contributionId']).doUpdateSet({ personId, by, at }))
    .execute()
}
