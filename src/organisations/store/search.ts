import { type Expression, type SqlBool, sql } from 'kysely'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Db } from '../../platform/db.ts'
import type { Organisation, OrganisationKind } from '../rules.ts'
import { organisations } from './organisations.ts'

const own = (db: Db) => db.$pickTables<'organisation' | 'organisationName'>()

export interface OrganisationQuery {
  /** Words of a name, present or former, an acronym, an IPA code or a tax code. Forgives accents and small mistakes. */
  readonly q?: string | undefined
  readonly kind?: OrganisationKind | undefined
  /** Only the parts of this organisation. */
  readonly parentId?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number
}

export interface Found extends Organisation {
  /** The former name that matched, when the present one does not. */
  readonly formerName: string | null
}

/** By name; with words to search, best match first. */
export async function findOrganisations(db: Db, query: OrganisationQuery): Promise<Slice<Found>> {
  const sought = await soughtIn(db, query.q)
  return sought ? search(db, sought, query) : list(db, query)
}

async function list(db: Db, { kind, parentId, cursor, limit = 50 }: OrganisationQuery): Promise<Slice<Found>> {
  let rows = organisations(db)
    .select('n.folded')
    .orderBy('n.folded')
    .orderBy('o.id')
    .limit(limit + 1)
  if (kind) rows = rows.where('o.kind', '=', kind)
  if (parentId) rows = rows.where('o.parentId', '=', parentId)
  if (cursor) {
    const [folded, id] = decodeCursor(cursor, 2)
    rows = rows.where(sql<SqlBool>`(n.folded, o.id) > (${String(folded)}, ${String(id)}::uuid)`)
  }
  const { items, next } = sliceOf(await rows.execute(), limit, (row) => [row.folded, row.id])
  return { items: items.map(({ folded: _, ...one }) => ({ ...one, formerName: null })), next }
}

interface Sought {
  readonly q: string
  /** Which names match. */
  readonly matching: Expression<SqlBool>
  /** How well, from 0 to 900. */
  readonly score: Expression<number>
}

/**
 * A name matches when it holds every word, in any order and inflection. Only when none does, names that resemble the
 * words are taken: somebody mistyped. Likeness is dear to compute, and next to exact matches it would be noise.
 */
async function soughtIn(db: Db, asked: string | undefined): Promise<Sought | null> {
  const q = asked?.trim() ?? ''
  if (!q) return null
  const words = q.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  if (words.length === 0) return { q, matching: sql`false`, score: sql`0` }
  const matching = holding(q, words.slice(0, 12))
  const exact = await own(db).selectFrom('organisationName as n').select('n.id').where(matching).limit(1).executeTakeFirst()
  if (exact) return { q, matching, score: closeness(q) }
  return { q, matching: sql`fold_name(${q}) <% n.folded`, score: sql`round(400 * word_similarity(fold_name(${q}), n.folded))::int` }
}

function holding(q: string, words: readonly string[]): Expression<SqlBool> {
  // Short words count only where a word begins: "a" is in nearly every name.
  const held = words.map((word) =>
    word.length < 3
      ? sql<SqlBool>`(n.folded like fold_name(${word}) || '%' or n.folded like '% ' || fold_name(${word}) || '%')`
      : sql<SqlBool>`n.folded like '%' || fold_name(${word}) || '%'`,
  )
  return sql`((${sql.join(held, sql` and `)}) or n.words @@ websearch_to_tsquery('public.italian_plain', ${q}))`
}

function closeness(q: string): Expression<number> {
  const f = sql`fold_name(${q})`
  return sql`case when n.folded = ${f} then 900 when n.folded like ${f} || '%' then 800 when n.folded like '% ' || ${f} || '%' then 700
    when n.folded like '%' || ${f} || '%' then 600 else 500 end`
}

/** Every name that matches, with its score; an exact code or acronym comes before any name. */
const matches = (db: Db, { q, matching, score }: Sought) =>
  own(db)
    .selectFrom('organisationName as n')
    .select(['n.organisationId', 'n.name as matched', 'n.validUntil', sql<number>`${score}`.as('score')])
    .where(matching)
    .unionAll(
      own(db)
        .selectFrom('organisation as o')
        .innerJoin('organisationName as n', (join) => join.onRef('n.organisationId', '=', 'o.id').on('n.validUntil', 'is', null))
        .select(['o.id as organisationId', 'n.name as matched', 'n.validUntil', sql<number>`1000`.as('score')])
        .where((where) =>
          where.or([
            where('o.ipaCode', '=', q.toLowerCase()),
            where('o.taxCode', '=', q),
            where.and([sql<SqlBool>`fold_name(o.acronym) = fold_name(${q})`, sql<SqlBool>`fold_name(${q}) <> ''`]),
          ]),
        ),
    )

/** One row for each organisation: its best match, the present name winning over a former one that is as good. */
const bestMatches = (db: Db, sought: Sought) =>
  own(db)
    .selectFrom(matches(db, sought).as('m'))
    .distinctOn('m.organisationId')
    .select(['m.organisationId', 'm.matched', 'm.validUntil', 'm.score'])
    .orderBy('m.organisationId')
    .orderBy('m.score', 'desc')
    .orderBy('m.validUntil', (order) => order.desc().nullsFirst())

async function search(db: Db, sought: Sought, { kind, parentId, cursor, limit = 50 }: OrganisationQuery): Promise<Slice<Found>> {
  let rows = organisations(db)
    .innerJoin(bestMatches(db, sought).as('best'), 'best.organisationId', 'o.id')
    .select(['best.score', 'n.folded'])
    .select((of) => of.case().when('best.validUntil', 'is', null).then(null).else(of.ref('best.matched')).end().as('formerName'))
    .orderBy('best.score', 'desc')
    .orderBy('n.folded')
    .orderBy('o.id')
    .limit(limit + 1)
  if (kind) rows = rows.where('o.kind', '=', kind)
  if (parentId) rows = rows.where('o.parentId', '=', parentId)
  if (cursor) {
    const [score, folded, id] = decodeCursor(cursor, 3)
    rows = rows.where(sql<SqlBool>`(-best.score, n.folded, o.id) > (${-Number(score)}::int, ${String(folded)}, ${String(id)}::uuid)`)
  }
  const { items, next } = sliceOf(await rows.execute(), limit, (row) => [row.score, row.folded, row.id])
  return { items: items.map(({ score: _, folded: __, ...one }) => one), next }
}

/** How many organisations of each kind, among those that a search finds. */
export async function countByKind(db: Db, { q, parentId }: OrganisationQuery): Promise<Map<OrganisationKind, number>> {
  const sought = await soughtIn(db, q)
  let rows = own(db)
    .selectFrom('organisation as o')
    .select(['o.kind', (of) => of.fn.countAll<number>().as('count')])
    .groupBy('o.kind')
  if (parentId) rows = rows.where('o.parentId', '=', parentId)
  if (sought) rows = rows.where('o.id', 'in', own(db).selectFrom(matches(db, sought).as('m')).select('m.organisationId'))
  return new Map((await rows.execute()).map((row) => [row.kind as OrganisationKind, row.count]))
}
