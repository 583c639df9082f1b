import type { Db } from '../platform/db.ts'
import { filesOf, type StoredFile } from '../platform/files.ts'
import type { Material } from './rules/materials.ts'
import { materialsOf } from './store/materials.ts'

/** With what is known of its file. */
export interface ShownMaterial extends Material {
  readonly file: StoredFile | null
}

export async function shownMaterials(db: Db, consultationId: string): Promise<ShownMaterial[]> {
  const materials = await materialsOf(db, consultationId)
  const files = await filesOf(
    db,
    materials.flatMap(({ fileId }) => fileId ?? []),
  )
  return materials.map((material) => ({ ...material, file: (material.fileId && files.get(material.fileId)) || null }))
}
