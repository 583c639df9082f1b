import { sql } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Db } from '../../platform/db.ts'
import type { Correction, IpaEntry, Known } from '../ipa.ts'
import type { DatedName, Organisation } from '../rules.ts'

const own = (db: Db) => db.$pickTables<'organisation' | 'organisationName'>()
const json = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::jsonb`

/**
 * For each line, by its place, the organisations it may speak of, surest first: the one with its IPA code; one without
 * code but with its tax code; for a central administration, one without code but with its name. Other names are shared
 * (two municipalities are called Samone), so that a name alone tells nothing.
 */
export async function findKnown(db: Db, entries: readonly IpaEntry[]): Promise<Map<number, Known[]>> {
  if (entries.length === 0) return new Map()
  const asked = json(entries.map(({ ipaCode, taxCode, name, kind }, place) => ({ place, code: ipaCode, tax: taxCode, name, kind })))
  const { rows } = await sql<Known & { place: number; rank: number }>`
    with asked as materialized (
      select a.*, fold_name(a.name) as folded from jsonb_to_recordset(${asked}) as a(place int, code text, tax text, name text, kind text)
    ), matched as (
      select a.place, a.folded, o.id, 1 as rank from asked a join organisation o on o.ipa_code = a.code
      union all
      select a.place, a.folded, o.id, 2 from asked a join organisation o on o.tax_code = a.tax where o.ipa_code is null
      union all
      select a.place, a.folded, o.id, 3 from asked a
        join organisation_name n on n.folded = a.folded and n.valid_until is null
        join organisation o on o.id = n.organisation_id
        where a.kind = 'central' and o.kind = 'central' and o.ipa_code is null and o.tax_code is null
    )
    select m.place, m.rank, o.id, o.kind, o.parent_id, o.ipa_code, o.tax_code, o.ipa_category, o.acronym,
      n.name, n.valid_from as name_from, n.folded = m.folded as same_name
    from matched m
    join organisation o on o.id = m.id
    join organisation_name n on n.organisation_id = o.id and n.valid_until is null
    order by m.place, m.rank, o.id`.execute(own(db))
  const known = new Map<number, Known[]>()
  for (const { place, rank: _, ...one } of rows) known.set(place, [...(known.get(place) ?? []), one])
  return known
}

export async function saveNew(db: Db, added: readonly Organisation[]): Promise<void> {
  if (added.length === 0) return
  await sql`
    insert into organisation (id, kind, ipa_code, tax_code, ipa_category, acronym)
    select id, kind, "ipaCode", "taxCode", "ipaCategory", acronym
    from jsonb_to_recordset(${json(added)}) as r(id uuid, kind text, "ipaCode" text, "taxCode" text, "ipaCategory" text, acronym text)`.execute(
    own(db),
  )
  await insertNames(
    db,
    added.map(({ id, name }) => ({ organisationId: id, name, from: null, until: null })),
  )
}

export async function saveCorrections(db: Db, corrections: readonly Correction[]): Promise<void> {
  if (corrections.length === 0) return
  await sql`
    update organisation o set kind = r.kind, ipa_code = r."ipaCode", tax_code = r."taxCode", ipa_category = r."ipaCategory", acronym = r.acronym
    from jsonb_to_recordset(${json(corrections.map(({ organisation }) => organisation))})
      as r(id uuid, kind text, "ipaCode" text, "taxCode" text, "ipaCategory" text, acronym text)
    where o.id = r.id`.execute(own(db))
  const present = corrections.flatMap(({ organisation: { id }, respelt, renamed }) => {
    const name = renamed?.[0].name ?? respelt
    return name ? [{ id, name, until: renamed?.[0].until ?? null }] : []
  })
  await sql`
    update organisation_name n set name = r.name, valid_until = r.until
    from jsonb_to_recordset(${json(present)}) as r(id uuid, name text, until date)
    where n.organisation_id = r.id and n.valid_until is null`.execute(own(db))
  await insertNames(
    db,
    corrections.flatMap(({ organisation, renamed }) => (renamed ? [{ organisationId: organisation.id, ...renamed[1] }] : [])),
  )
}

async function insertNames(db: Db, names: readonly (DatedName & { organisationId: string })[]): Promise<void> {
  if (names.length === 0) return
  await sql`
    insert into organisation_name (id, organisation_id, name, valid_from, valid_until)
    select id, "organisationId", name, "from", "until"
    from jsonb_to_recordset(${json(names.map((one) => ({ id: newId(), ...one })))})
      as r(id uuid, "organisationId" uuid, name text, "from" date, "until" date)`.execute(own(db))
}
