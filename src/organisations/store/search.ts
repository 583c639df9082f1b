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
export function findOrganisations(db: Db, query: OrganisationQuery): Promise<Slice<Found>> {
  return query.q?.trim() ? search(db, query.q.trim(), query) : list(db, query)
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

/** Every name that resembles the words, scored from 0 to 1000: an exact code or acronym, then whole words, then likeness. */
const matches = (db: Db, q: string) => {
  const words = sql`websearch_to_tsquery('public.italian_plain', ${q})`
  const resembles: Expression<SqlBool> = sql`(fold_name(${q}) <% n.folded or n.folded like '%' || fold_name(${q}) || '%' or n.words @@ ${words})`
  const likeness = sql<number>`round(700 * word_similarity(fold_name(${q}), n.folded) + 150 * similarity(fold_name(${q}), n.folded)
    + case when n.words @@ ${words} then 100 else 0 end)::int`
  return own(db)
    .selectFrom('organisationName as n')
    .select(['n.organisationId', 'n.name as matched', 'n.validUntil', likeness.as('score')])
    .where(sql<SqlBool>`fold_name(${q}) <> ''`)
    .where(resembles)
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
}

/** One row for each organisation: its best match, the present name winning over a former one that is as good. */
const bestMatches = (db: Db, q: string) =>
  own(db)
    .selectFrom(matches(db, q).as('m'))
    .distinctOn('m.organisationId')
    .select(['m.organisationId', 'm.matched', 'm.validUntil', 'm.score'])
    .orderBy('m.organisationId')
    .orderBy('m.score', 'desc')
    .orderBy('m.validUntil', (order) => order.desc().nullsFirst())

async function search(db: Db, q: string, { kind, parentId, cursor, limit = 50 }: OrganisationQuery): Promise<Slice<Found>> {
  let rows = organisations(db)
    .innerJoin(bestMatches(db, q).as('best'), 'best.organisationId', 'o.id')
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
  let rows = own(db)
    .selectFrom('organisation as o')
    .select(['o.kind', (of) => of.fn.countAll<number>().as('count')])
    .groupBy('o.kind')
  if (parentId) rows = rows.where('o.parentId', '=', parentId)
  if (q?.trim()) rows = rows.where('o.id', 'in', own(db).selectFrom(matches(db, q.trim()).as('m')).select('m.organisationId'))
  return new Map((await rows.execute()).map((row) => [row.kind as OrganisationKind, row.count]))
}
