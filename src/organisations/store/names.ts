import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { type Db, kept } from '../../platform/db.ts'
import type { DatedName, OrganisationId } from '../rules.ts'

const own = (db: Db) => db.$pickTables<'organisationName'>()

export async function namesOver(db: Db, id: string): Promise<DatedName[]> {
  return own(db)
    .selectFrom('organisationName')
    .select(['name', 'validFrom as from', 'validUntil as until'])
    .where('organisationId', '=', id)
    .orderBy('validFrom', (order) => order.desc().nullsLast())
    .execute()
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
    .modifyEnd(kept)
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
  for (const [name, all] of Map.groupBy(rows, ({ asked }) => asked)) {
    const candidates = new Set((all.some((row) => row.current) ? all.filter((row) => row.current) : all).map((row) => row.organisationId))
    const [only] = candidates
    if (only && candidates.size === 1) found.set(name, only)
  }
  return found
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
