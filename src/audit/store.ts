import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import { officialActs } from '../charter/policy.ts'
import { decodeCursor, type Slice, sliceOf } from '../kernel/cursor.ts'
import type { Day } from '../kernel/day.ts'
import { notFound, Problem } from '../kernel/problem.ts'
import type { Db } from '../platform/db.ts'
import type { Schema } from '../platform/schema.ts'
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

export interface WhichLatest {
  /** Those that happened in one of these places. */
  readonly places?: readonly string[]
  /** Those of one person, the personal ones too. */
  readonly actorId?: string
  readonly limit: number
}

export async function latest(db: Db, { places, actorId, limit }: WhichLatest): Promise<RecordedAct[]> {
  const rows = await own(db)
    .selectFrom('event')
    .select(columns)
    .$if(places !== undefined, (q) => q.where('placeId', '=', sql<string>`any(${[...(places ?? [])]}::uuid[])`))
    .$if(actorId !== undefined, (q) => q.where('actorId', '=', actorId as string))
    .$if(actorId === undefined, (q) => q.where('act', 'in', [...officialActs]))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toAct)
}

/** A personal act is nobody else's business: it is not found. */
export async function getAct(db: Db, id: string): Promise<RecordedAct> {
  const row = await own(db).selectFrom('event').select(columns).where('id', '=', id).executeTakeFirst()
  if (!row || !isOfficial(row.act)) throw new Problem(notFound, { act: id })
  return toAct(row)
}

export const countedAtMost = 10_000

/** How many personal acts there are, counted up to ten thousand. */
export const countPersonalActs = (db: Db) => count(db, own(db).selectFrom('event').where('act', 'in', personalActs))

/** How many official acts happened in some places, counted up to ten thousand. */
export function countActs(db: Db, places: readonly string[]): Promise<number> {
  return count(
    db,
    own(db)
      .selectFrom('event')
      .where('placeId', 'in', [...places])
      .where('act', 'in', [...officialActs]),
  )
}

async function count(db: Db, which: SelectQueryBuilder<Pick<Schema, 'event'>, 'event', object>): Promise<number> {
  const { some } = await db
    .selectFrom(which.select('id').limit(countedAtMost).as('which'))
    .select((of) => of.fn.countAll<number>().as('some'))
    .executeTakeFirstOrThrow()
  return some
}

/** The kinds of official acts that have happened at least once, in the order of the law. */
export async function kindsThatHappened(db: Db): Promise<OfficialAct[]> {
  const { rows } = await sql<{ act: string }>`
    select kind.act from unnest(${[...officialActs]}::text[]) with ordinality as kind(act, place)
    where exists (select from event where event.act = kind.act) order by kind.place`.execute(own(db))
  return rows.map(({ act }) => act).filter(isOfficial)
}
