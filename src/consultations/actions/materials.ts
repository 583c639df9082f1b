import { z } from 'zod'
import { newId } from '../../kernel/id.ts'
import { langs } from '../../kernel/lang.ts'
import { Problem } from '../../kernel/problem.ts'
import { documentKinds, forgetFile, type Incoming, keepFile } from '../../platform/files.ts'
import { line, optional, webAddress } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { fileOrAddress, type Material, materialsStay, mustBeAMaterialOf, mustHaveRoom } from '../rules/materials.ts'
import { moved } from '../rules/order.ts'
import { deleteMaterial, insertMaterial, materialsOf, placeMaterial } from '../store/materials.ts'
import { accompany } from './accompany.ts'

export const MaterialForm = z.object({
  titleIt: line(200),
  titleEn: optional(line(200)),
  lang: z.enum(langs),
  address: optional(webAddress()),
})

export const MoveForm = z.object({ way: z.enum(['earlier', 'later']) })

type Upload = Pick<Incoming, 'bytes' | 'name' | 'declaredType' | 'field'>

/** A file or a link. What is added to an opened consultation can be read by everybody at once. */
export function addMaterial(desk: Desk, id: string, input: z.output<typeof MaterialForm>, file: Upload | null): Promise<Material> {
  const materialId = newId<string>()
  return accompany(desk, id, { step: 'materials', doing: 'added', item: materialId }, async ({ openedAt }, tx) => {
    const all = await materialsOf(tx, id)
    mustHaveRoom(all)
    if ((file === null) === (input.address === null)) throw new Problem(fileOrAddress, { field: file ? 'address' : 'file' })
    const kept =
      file && (await keepFile(tx, { ...file, room: 'consultations', allowed: documentKinds, open: openedAt !== null, now: desk.now }))
    const position = (all.at(-1)?.position ?? 0) + 1
    const material: Material = { id: materialId, position, ...input, fileId: kept?.id ?? null, addedAt: desk.now }
    await insertMaterial(tx, id, material)
    return material
  })
}

export function moveMaterial(desk: Desk, id: string, materialId: string, { way }: z.output<typeof MoveForm>): Promise<void> {
  return accompany(desk, id, { step: 'materials', doing: 'moved', item: materialId }, async (_, tx) => {
    const all = await materialsOf(tx, id)
    mustBeAMaterialOf(all, materialId)
    for (const [at, one] of moved(all, materialId, way).entries()) if (one.position !== at + 1) await placeMaterial(tx, id, one.id, at + 1)
  })
}

export function removeMaterial(desk: Desk, id: string, materialId: string): Promise<void> {
  return accompany(desk, id, { step: 'materials', doing: 'ended', item: materialId }, async ({ openedAt }, tx) => {
    const { fileId } = mustBeAMaterialOf(await materialsOf(tx, id), materialId)
    if (openedAt) throw new Problem(materialsStay)
    await deleteMaterial(tx, id, materialId)
    if (fileId) await forgetFile(tx, fileId)
  })
}
