import { type SqlBool, sql } from 'kysely'
import { officialActs } from '../charter/policy.ts'
import { decodeCursor, type Slice, sliceOf } from '../kernel/cursor.ts'
import type { Day } from '../kernel/day.ts'
import { notFound, Problem } from '../kernel/problem.ts'
import type { Db } from '../platform/db.ts'
import { instantsAround, isOfficial, type OfficialAct, personalActs, type RecordedAct, type Which } from './rules.ts'

const own = (db: Db) => db.$pickTables<'event'>()

const columns = ['id', 'at', 'day', 'actorId', 'act', 'placeKind', 'placeId', 'subjectId', 'facts', 'hash'] as const

interface Row extends Omit<RecordedAct, 'at' | 'facts'> {
  readonly at: Date
  readonly facts: unknown
}

const toAct = (row: Row): RecordedAct => ({
  ...row,
  at: row.at.toISOString(),
  day: row.day as Day,
  facts: row.facts as RecordedAct['facts'],
})

/** Official acts, latest first. */
export async function listActs(db: Db, which: Which, cursor: string | undefined, limit: number): Promise<Slice<RecordedAct>> {
  const { after, before } = instantsAround(which)
  let rows = own(db)
    .selectFrom('event')
    .select(columns)
    .where('act', 'in', which.act ? [which.act].filter(isOfficial) : [...officialActs])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (which.ecosystemId) rows = rows.where('placeId', 'in', [which.ecosystemId, ...(which.bodyIds ?? [])])
  if (which.from && after) rows = rows.where('at', '>=', after).where('day', '>=', which.from)
  if (which.to && before) rows = rows.where('at', '<', before).where('day', '<=', which.to)
  if (cursor) {
    const [at, id] = decodeCursor(cursor, 2)
    rows = rows.where(sql<SqlBool>`(at, id) < (${String(at)}::timestamptz, ${String(id)}::uuid)`)
  }
  const { items, next } = sliceOf(await rows.execute(), limit, (row) => [row.at.toISOString(), row.id])
  return { items: items.map(toAct), next }
}

/** A personal act is nobody else's business: it is not found. */
export async function getAct(db: Db, id: string): Promise<RecordedAct> {
  const row = await own(db).selectFrom('event').select(columns).where('id', '=', id).executeTakeFirst()
  if (!row || !isOfficial(row.act)) throw new Problem(notFound, { act: id })
  return toAct(row)
}

export const countedAtMost = 10_000

/** How many personal acts there are, counted up to ten thousand. */
export async function countPersonalActs(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom(own(db).selectFrom('event').select('id').where('act', 'in', personalActs).limit(countedAtMost).as('some'))
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The kinds of official acts that have happened at least once, in the order of the law. */
export async function kindsThatHappened(db: Db): Promise<OfficialAct[]> {
  const { rows } = await sql<{ act: string }>`
    select kind.act from unnest(${[...officialActs]}::text[]) with ordinality as kind(act, place)
    where exists (select from event where event.act = kind.act) order by kind.place`.execute(own(db))
  return rows.map(({ act }) => act).filter(isOfficial)
}
