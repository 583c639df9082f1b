import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Organisation, OrganisationId, OrganisationKind } from '../rules.ts'
import { insertName } from './names.ts'

const own = (db: Db) => db.$pickTables<'organisation' | 'organisationName'>()

/** Every organisation under the name that holds now. */
export const organisations = (db: Db) =>
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

export async function insertOrganisation(db: Db, { name, ...organisation }: Organisation, from: Day | null): Promise<void> {
  await own(db).insertInto('organisation').values(organisation).execute()
  await insertName(db, organisation.id, { name, from, until: null })
}

export async function updateOrganisation(db: Db, { id, name: _, ...columns }: Organisation): Promise<void> {
  await own(db).updateTable('organisation').set(columns).where('id', '=', id).execute()
}
