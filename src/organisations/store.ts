import { type Expression, type SqlBool, sql } from 'kysely'
import { decodeCursor, type Slice, sliceOf } from '../kernel/cursor.ts'
import type { Day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { notFound, Problem } from '../kernel/problem.ts'
import type { Db } from '../platform/db.ts'
import type { DatedName, Organisation, OrganisationId, OrganisationKind } from './rules.ts'

const own = (db: Db) => db.$pickTables<'organisation' | 'organisationName'>()

const organisations = (db: Db) =>
  own(db)
    .selectFrom('organisation as o')
    .innerJoin('organisationName as n', (join) => join.onRef('n.organisationId', '=', 'o.id').on('n.validUntil', 'is', null))
    .select(['o.id', 'o.kind', 'o.parentId', 'o.ipaCode', 'o.taxCode', 'o.ipaCategory', 'o.acronym', 'n.name'])
    .$narrowType<{ id: OrganisationId; kind: OrganisationKind; parentId: OrganisationId | null }>()

export async function getOrganisation(db: Db, id: string): Promise<Organisation> {
  const found = await organisations(db).where('o.id', '=', id).executeTakeFirst()
  if (!found) throw new Problem(notFound, { organisation: id })
  return found
}

export async function findByIpaCode(db: Db, ipaCode: string): Promise<Organisation | null> {
  return (await organisations(db).where('o.ipaCode', '=', ipaCode).executeTakeFirst()) ?? null
}

export async function namesOver(db: Db, id: string): Promise<DatedName[]> {
  return own(db)
    .selectFrom('organisationName')
    .select(['name', 'validFrom as from', 'validUntil as until'])
    .where('organisationId', '=', id)
    .orderBy('validFrom', (order) => order.desc().nullsLast())
    .execute()
}

export async function childrenOf(db: Db, id: string, limit: number): Promise<Organisation[]> {
  return organisations(db).where('o.parentId', '=', id).orderBy('n.folded').orderBy('o.id').limit(limit).execute()
}

/** The organisation and all that contain it, nearest first. */
export async function ancestorsOf(db: Db, id: string): Promise<string[]> {
  const rows = await own(db)
    .withRecursive('above(id, parentId, depth)', (q) =>
      q
        .selectFrom('organisation')
        .select(['id', 'parentId', sql<number>`0`.as('depth')])
        .where('id', '=', id)
        .unionAll((up) =>
          up
            .selectFrom('organisation as o')
            .innerJoin('above', 'above.parentId', 'o.id')
            .select(['o.id', 'o.parentId', sql<number>`above.depth + 1`.as('depth')])
            .where('above.depth', '<', 100),
        ),
    )
    .selectFrom('above')
    .select('id')
    .orderBy('depth')
    .execute()
  return rows.map((row) => row.id)
}

export interface OrganisationQuery {
  /** Words of a name, present or former, an acronym, an IPA code or a tax code. Forgives accents and small mistakes. */
  readonly q?: string | undefined
  readonly kind?: OrganisationKind | undefined
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

async function list(db: Db, { kind, cursor, limit = 50 }: OrganisationQuery): Promise<Slice<Found>> {
  let rows = organisations(db).select('n.folded').orderBy('n.folded').orderBy('o.id').limit(limit + 1)
  if (kind) rows = rows.where('o.kind', '=', kind)
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

async function search(db: Db, q: string, { kind, cursor, limit = 50 }: OrganisationQuery): Promise<Slice<Found>> {
  let rows = organisations(db)
    .innerJoin(bestMatches(db, q).as('best'), 'best.organisationId', 'o.id')
    .select(['best.score', 'n.folded'])
    .select((of) => of.case().when('best.validUntil', 'is', null).then(null).else(of.ref('best.matched')).end().as('formerName'))
    .orderBy('best.score', 'desc')
    .orderBy('n.folded')
    .orderBy('o.id')
    .limit(limit + 1)
  if (kind) rows = rows.where('o.kind', '=', kind)
  if (cursor) {
    const [score, folded, id] = decodeCursor(cursor, 3)
    rows = rows.where(sql<SqlBool>`(-best.score, n.folded, o.id) > (${-Number(score)}::int, ${String(folded)}, ${String(id)}::uuid)`)
  }
  const { items, next } = sliceOf(await rows.execute(), limit, (row) => [row.score, row.folded, row.id])
  return { items: items.map(({ score: _, folded: __, ...one }) => one), next }
}

/** How many organisations of each kind, among those that a search finds. */
export async function countByKind(db: Db, q?: string): Promise<Map<OrganisationKind, number>> {
  let rows = own(db)
    .selectFrom('organisation as o')
    .select(['o.kind', (of) => of.fn.countAll<number>().as('count')])
    .groupBy('o.kind')
  if (q?.trim()) rows = rows.where('o.id', 'in', own(db).selectFrom(matches(db, q.trim()).as('m')).select('m.organisationId'))
  return new Map((await rows.execute()).map((row) => [row.kind as OrganisationKind, row.count]))
}

/** The names that hold now, or held on a day; for an organisation that had none on that day, the present one. */
export async function namesOf(db: Db, ids: readonly string[], on?: Day): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('organisationName')
    .distinctOn('organisationId')
    .select(['organisationId', 'name'])
    .where(sql<SqlBool>`organisation_id = any(${[...ids]}::uuid[])`)
    .where((where) =>
      on
        ? where.or([sql<SqlBool>`daterange(valid_from, valid_until, '[]') @> ${on}::date`, where('validUntil', 'is', null)])
        : where('validUntil', 'is', null),
    )
    .orderBy('organisationId')
    .orderBy('validUntil', (order) => order.asc().nullsLast())
    .execute()
  return new Map(rows.map((row) => [row.organisationId, row.name]))
}

/**
 * Organisations by a name they have or had, capitals, accents and apostrophes aside. A present name wins over a former
 * one; a name that two organisations share finds neither.
 */
export async function findByNames(db: Db, names: readonly string[]): Promise<Map<string, OrganisationId>> {
  if (names.length === 0) return new Map()
  const { rows } = await sql<{ asked: string; organisationId: OrganisationId; current: boolean }>`
    select distinct asked.name as asked, n.organisation_id, n.valid_until is null as current
    from unnest(${[...names]}::text[]) as asked(name)
    join organisation_name n on n.folded = fold_name(asked.name)`.execute(own(db))
  const found = new Map<string, OrganisationId>()
  for (const name of new Set(names)) {
    const all = rows.filter((row) => row.asked === name)
    const candidates = new Set((all.some((row) => row.current) ? all.filter((row) => row.current) : all).map((row) => row.organisationId))
    const [only] = candidates
    if (only && candidates.size === 1) found.set(name, only)
  }
  return found
}

export async function insertOrganisation(db: Db, { name, ...organisation }: Organisation, from: Day | null): Promise<void> {
  await own(db).insertInto('organisation').values(organisation).execute()
  await insertName(db, organisation.id, { name, from, until: null })
}

export async function updateOrganisation(db: Db, { id, name: _, ...columns }: Organisation): Promise<void> {
  await own(db).updateTable('organisation').set(columns).where('id', '=', id).execute()
}

/** The name that holds now, kept from changing until the transaction ends. */
export async function lockCurrentName(db: Db, id: string): Promise<DatedName> {
  return own(db)
    .selectFrom('organisationName')
    .select(['name', 'validFrom as from', 'validUntil as until'])
    .where('organisationId', '=', id)
    .where('validUntil', 'is', null)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function insertName(db: Db, organisationId: string, { name, from, until }: DatedName): Promise<void> {
  await own(db).insertInto('organisationName').values({ id: newId(), organisationId, name, validFrom: from, validUntil: until }).execute()
}

export async function updateCurrentName(db: Db, organisationId: string, { name, from, until }: DatedName): Promise<void> {
  await own(db)
    .updateTable('organisationName')
    .set({ name, validFrom: from, validUntil: until })
    .where('organisationId', '=', organisationId)
    .where('validUntil', 'is', null)
    .execute()
}
