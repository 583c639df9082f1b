import { mustBeAble } from '../../charter/policy.ts'
import { transact } from '../../platform/db.ts'
import { type Incoming, keepFile } from '../../platform/files.ts'
import type { Desk } from '../../platform/http.ts'
import { placeOfDocument } from '../rules/documents.ts'
import { lockDocument } from '../store/documents.ts'

export type Upload = Pick<Incoming, 'bytes' | 'name' | 'declaredType' | 'field'>

/** Keeps an image for a block that is about to be written. It is closed until a version that shows it is published. */
export async function keepFigure(desk: Desk, documentId: string, upload: Upload): Promise<string> {
  return transact(desk.db, async (tx) => {
    mustBeAble(desk.actor, 'documents.write', placeOfDocument(await lockDocument(tx, documentId)))
    const { id } = await keepFile(tx, { ...upload, room: 'documents', allowed: ['png', 'jpeg'], now: desk.now })
    return id
  })
}
