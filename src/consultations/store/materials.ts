import type { Lang } from '../../kernel/lang.ts'
import type { Db } from '../../platform/db.ts'
import type { Material } from '../rules/materials.ts'

const own = (db: Db) => db.$pickTables<'consultationMaterial'>()

const columns = ['id', 'position', 'titleIt', 'titleEn', 'lang', 'fileId', 'address', 'addedAt'] as const

export async function materialsOf(db: Db, consultationId: string): Promise<Material[]> {
  return own(db)
    .selectFrom('consultationMaterial')
    .select(columns)
    .where('consultationId', '=', consultationId)
    .orderBy('position')
    .orderBy('id')
    .$narrowType<{ lang: Lang }>()
    .limit(100)
    .execute()
}

export async function insertMaterial(tx: Db, consultationId: string, material: Material): Promise<void> {
  await own(tx)
    .insertInto('consultationMaterial')
    .values({ consultationId, ...material })
    .execute()
}

export async function placeMaterial(tx: Db, consultationId: string, id: string, position: number): Promise<void> {
  await own(tx)
    .updateTable('consultationMaterial')
    .set({ position })
    .where('consultationId', '=', consultationId)
    .where('id', '=', id)
    .execute()
}

export async function deleteMaterial(tx: Db, consultationId: string, id: string): Promise<void> {
  await own(tx).deleteFrom('consultationMaterial').where('consultationId', '=', consultationId).where('id', '=', id).execute()
}

/** What a file goes with. */
export async function consultationOfMaterial(db: Db, fileId: string): Promise<string | null> {
  const row = await own(db).selectFrom('consultationMaterial').select('consultationId').where('fileId', '=', fileId).executeTakeFirst()
  return row?.consultationId ?? null
}
