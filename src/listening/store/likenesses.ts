import { type SqlBool, sql } from 'kysely'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { Need, NeedContent } from '../rules/needs.ts'
import { type NeedRow, needColumns, toNeed } from './needs.ts'

const own = (db: Db) => db.$pickTables<'need' | 'needLikeness'>()

/** How alike two needs must be for somebody to be asked, from 0 to 1000; and how many are proposed for one need at most. */
export const alike = 350
const most = 5

/** A need that says nearly the same. */
export interface Alike {
  readonly need: Need
  /** From 0 to 1000. */
  readonly score: number
}

/** How many needs are looked at closely: the nearest by letters, and the best by words. */
const nearest = 20
const best = 40
/** Of the stems of a statement the longest say most. Shared out in three groups, a need must hold one of each. */
const longest = 12

/**
 * The standing needs of an ecosystem that are most like some words. Letters in common (trigrams) forgive mistyping, words in
 * common (stems) forgive another inflection: half of the score each. Two indexes find the few that are worth comparing.
 */
export async function needsLike(
  db: Db,
  ecosystemId: string,
  said: Pick<NeedContent, 'statement' | 'why'>,
  except?: string,
): Promise<Alike[]> {
  const whole = [said.statement, said.why ?? ''].join(' ')
  const { rows } = await sql<NeedRow & { score: number }>`
    with asked as materialized (
      select string_agg('(' || stems || ')', '&')::tsquery as words
      from (
        select string_agg(quoted, '|') as stems
        from (
          select '''' || replace(replace(stem, '\\', '\\\\'), '''', '''''') || '''' as quoted,
            row_number() over (order by length(stem) desc, stem) as place
          from unnest(tsvector_to_array(to_tsvector('public.italian_plain', ${said.statement}))) as stem
        ) as stems
        where place <= ${longest}
        group by place % 3
      ) as groups
    ), near as (
      (select id from need
        where ecosystem_id = ${ecosystemId}::uuid and merged_into is null
        order by folded <-> fold_name(${said.statement}) limit ${nearest})
      union
      (select id from need, asked
        where need.words @@ asked.words and ecosystem_id = ${ecosystemId}::uuid and merged_into is null
        order by ts_rank(need.words, asked.words) desc, id limit ${best})
    ), scored as (
      select n.*, round(500 * similarity(n.folded, fold_name(${said.statement}))
        + 500 * common.shared / greatest(1, length(said.stems) + length(n.words) - common.shared))::int as score
      from near
      join need n on n.id = near.id
      cross join (select to_tsvector('public.italian_plain', ${whole}) as stems) said
      cross join lateral (
        select count(*)::real as shared
        from unnest(tsvector_to_array(n.words)) as stem where stem = any (tsvector_to_array(said.stems))
      ) common
    )
    select ${sql.join(needColumns.map((column) => sql.ref(column)))}, score
    from scored
    where id is distinct from ${except ?? null}::uuid and score >= ${alike}
    order by score desc, number
    limit ${most}`.execute(db)
  return rows.map(({ score, ...row }) => ({ need: toNeed(row), score }))
}

/** Proposes the pairs that a need makes with others; what was told apart already stays so. */
export async function keepLikenesses(tx: Db, need: Need): Promise<void> {
  await own(tx)
    .deleteFrom('needLikeness')
    .where('ecosystemId', '=', need.ecosystemId)
    .where('dismissedOn', 'is', null)
    .where((either) => either.or([either('needId', '=', need.id), either('otherId', '=', need.id)]))
    .execute()
  const found = await needsLike(tx, need.ecosystemId, need, need.id)
  if (found.length === 0) return
  await own(tx)
    .insertInto('needLikeness')
    .values(found.map(({ need: other, score }) => ({ ecosystemId: need.ecosystemId, ...pair(need.id, other.id), score })))
    .onConflict((there) => there.columns(['ecosystemId', 'needId', 'otherId']).doNothing())
    .execute()
}

/** The one before the other, whichever came first: a pair stands once. */
function pair(one: string, other: string): { needId: string; otherId: string } {
  return one < other ? { needId: one, otherId: other } : { needId: other, otherId: one }
}

export interface Likeness {
  readonly needId: string
  readonly otherId: string
  readonly score: number
}

const waiting = (db: Db, ecosystemId: string) =>
  own(db)
    .selectFrom('needLikeness as l')
    .innerJoin('need as a', 'a.id', 'l.needId')
    .innerJoin('need as b', 'b.id', 'l.otherId')
    .where('l.ecosystemId', '=', ecosystemId)
    .where('l.dismissedOn', 'is', null)
    .where('a.mergedInto', 'is', null)
    .where('b.mergedInto', 'is', null)

/** The pairs that wait for somebody to look at them, the most alike first. */
export async function likenessesOf(
  db: Db,
  ecosystemId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<Slice<Likeness>> {
  let rows = waiting(db, ecosystemId)
    .select(['l.needId', 'l.otherId', 'l.score'])
    .orderBy('l.score', 'desc')
    .orderBy('l.needId')
    .orderBy('l.otherId')
    .limit(page.limit + 1)
  if (page.cursor) {
    const [score, needId, otherId] = decodeCursor(page.cursor, 3)
    rows = rows.where(
      sql<SqlBool>`(-l.score, l.need_id, l.other_id) > (${-Number(score)}::int, ${String(needId)}::uuid, ${String(otherId)}::uuid)`,
    )
  }
  return sliceOf(await rows.execute(), page.limit, ({ score, needId, otherId }) => [score, needId, otherId])
}

export async function countLikenesses(db: Db, ecosystemId: string): Promise<number> {
  const { n } = await waiting(db, ecosystemId)
    .select((of) => of.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** Whether two needs stand as a proposal, or were told apart. */
export async function findLikeness(db: Db, ecosystemId: string, one: string, other: string): Promise<{ dismissedOn: Day | null } | null> {
  const { needId, otherId } = pair(one, other)
  const row = await own(db)
    .selectFrom('needLikeness')
    .select('dismissedOn')
    .where('ecosystemId', '=', ecosystemId)
    .where('needId', '=', needId)
    .where('otherId', '=', otherId)
    .executeTakeFirst()
  return row ?? null
}

/** Tells two needs apart, for good. */
export async function dismissLikeness(
  tx: Db,
  ecosystemId: string,
  one: string,
  other: string,
  by: { day: Day; personId: string },
): Promise<void> {
  const dismissed = { dismissedOn: by.day, dismissedBy: by.personId }
  await own(tx)
    .insertInto('needLikeness')
    .values({ ecosystemId, ...pair(one, other), score: 0, ...dismissed })
    .onConflict((there) => there.columns(['ecosystemId', 'needId', 'otherId']).doUpdateSet(dismissed))
    .execute()
}
