import { type SqlBool, sql } from 'kysely'
import { decodeCursor, encodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Db } from '../../platform/db.ts'
import type { Contribution, ContributionState } from '../rules/contributions.ts'
import { everyContribution, toContribution } from './contributions.ts'

export const orders = ['newest', 'oldest', 'supported'] as const
export type Order = (typeof orders)[number]

export interface ContributionQuery {
  readonly consultationId: string
  /** A section: its heading and those under it. */
  readonly sectionIds?: readonly string[] | undefined
  readonly blockId?: string | undefined
  /** Only those on a part of the text. */
  readonly onText?: boolean | undefined
  readonly contributorKind?: 'person' | 'organisation' | undefined
  readonly state?: ContributionState | undefined
  readonly words?: string | undefined
  readonly authorId?: string | undefined
  readonly order?: Order | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** By keys that an index holds, whatever their number: a page of the last contributions costs what a page of the first does. */
export async function listContributions(db: Db, query: ContributionQuery): Promise<Slice<Contribution>> {
  const { consultationId, order = 'newest', cursor, limit } = query
  let list = filtered(everyContribution(db).where('consultationId', '=', consultationId), query)
  if (order === 'supported') {
    if (cursor) {
      const [supports, number] = decodeCursor(cursor, 2)
      list = list.where(sql<SqlBool>`(supports, number) < (${supports}::int, ${number}::bigint)`)
    }
    list = list.orderBy('supports', 'desc').orderBy('number', 'desc')
  } else {
    const way = order === 'newest' ? 'desc' : 'asc'
    if (cursor) {
      const [number] = decodeCursor(cursor, 1)
      list = list.where('number', way === 'desc' ? '<' : '>', sql<number>`${number}::bigint`)
    }
    list = list.orderBy('number', way)
  }
  const rows = await list.limit(limit + 1).execute()
  const keyOf = ({ supports, number }: Contribution) => (order === 'supported' ? [supports, number] : [number])
  return sliceOf(rows.map(toContribution), limit, keyOf)
}

/** Where a list from the oldest goes on after so many; null where there are not as many. By the index of their numbers alone. */
export async function cursorAfter(db: Db, consultationId: string, count: number): Promise<string | null> {
  const row = await db
    .$pickTables<'contribution'>()
    .selectFrom('contribution')
    .select('number')
    .where('consultationId', '=', consultationId)
    .orderBy('number')
    .offset(count - 1)
    .limit(1)
    .executeTakeFirst()
  return row ? encodeCursor([row.number]) : null
}

type List = ReturnType<typeof everyContribution>

function filtered(list: List, { sectionIds, blockId, onText, contributorKind, state, words, authorId }: ContributionQuery): List {
  let some = list
  if (sectionIds) some = some.where((e) => e('sectionId', '=', e.fn.any(sql<string[]>`${[...sectionIds]}::uuid[]`)))
  if (blockId) some = some.where('blockId', '=', blockId)
  if (onText) some = some.where('blockId', 'is not', null)
  if (authorId) some = some.where('authorId', '=', authorId)
  if (contributorKind) some = some.where('contributorKind', contributorKind === 'person' ? '=' : '<>', 'person')
  if (state === 'withdrawn') some = some.where('withdrawnAt', 'is not', null)
  else if (state) {
    some = some.where('withdrawnAt', 'is', null).where('hiddenAt', state === 'hidden' ? 'is not' : 'is', null)
  }
  if (words) {
    some = some.where(
      sql<SqlBool>`to_tsvector('public.italian_plain', coalesce(text, '')) @@ websearch_to_tsquery('public.italian_plain', ${words})`,
    )
  }
  return some
}

/** What a person sent, the last first; no more than two hundred. */
export async function ownContributions(db: Db, authorId: string): Promise<Contribution[]> {
  const rows = await everyContribution(db)
    .where('authorId', '=', authorId)
    .orderBy('receivedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(toContribution)
}

/** Everybody who took part and did not withdraw. */
export async function participantsOf(db: Db, consultationId: string): Promise<string[]> {
  const rows = await db
    .$pickTables<'contribution'>()
    .selectFrom('contribution')
    .select('authorId')
    .distinct()
    .where('consultationId', '=', consultationId)
    .where('withdrawnAt', 'is', null)
    .execute()
  return rows.map(({ authorId }) => authorId)
}
