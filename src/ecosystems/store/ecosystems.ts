import type { Db } from '../../platform/db.ts'
import type { EcosystemId, EcosystemView } from '../rules.ts'

const own = (db: Db) => db.$pickTables<'ecosystem' | 'ecosystemSlug'>()

export type EcosystemRow = Omit<EcosystemView, 'leads' | 'cycle' | 'phases'>

export async function isSlugTaken(db: Db, slug: string, except: EcosystemId | null): Promise<boolean> {
  const taken = await own(db).selectFrom('ecosystemSlug').select('ecosystemId').where('slug', '=', slug).executeTakeFirst()
  return taken !== undefined && taken.ecosystemId !== except
}

/** Every parent, held still until the transaction ends: two moves made at once could otherwise close a circle. */
export async function lockParents(db: Db): Promise<Map<string, string | null>> {
  const rows = await own(db).selectFrom('ecosystem').select(['id', 'parentId']).orderBy('id').forUpdate().execute()
  return new Map(rows.map(({ id, parentId }) => [id, parentId]))
}

export async function insertEcosystem(db: Db, row: EcosystemRow): Promise<void> {
  await own(db).insertInto('ecosystem').values(row).execute()
  await own(db).insertInto('ecosystemSlug').values({ slug: row.slug, ecosystemId: row.id }).execute()
}

export async function updateEcosystem(db: Db, { id, ...columns }: { readonly id: EcosystemId } & Partial<EcosystemRow>): Promise<void> {
  await own(db).updateTable('ecosystem').set(columns).where('id', '=', id).execute()
  if (columns.slug === undefined) return
  await own(db)
    .insertInto('ecosystemSlug')
    .values({ slug: columns.slug, ecosystemId: id })
    .onConflict((c) => c.column('slug').doNothing())
    .execute()
}

/** Which ecosystem has, or had, each address. */
export async function idsBySlug(db: Db, slugs: readonly string[]): Promise<Map<string, EcosystemId>> {
  if (slugs.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('ecosystemSlug')
    .selectAll()
    .where('slug', 'in', [...slugs])
    .execute()
  return new Map(rows.map(({ slug, ecosystemId }) => [slug, ecosystemId as EcosystemId]))
}
