import type { Place } from '../../charter/policy.ts'
import type { Db } from '../../platform/db.ts'
import { type Document, placeOfDocument } from '../rules/documents.ts'
import type { Version } from '../rules/versions.ts'
import { lockDocument } from '../store/documents.ts'
import { getVersion } from '../store/versions.ts'

/** A document, held until the transaction ends, and where it stands. */
export async function gatherDocument(tx: Db, id: string): Promise<{ readonly document: Document; readonly place: Place }> {
  const document = await lockDocument(tx, id)
  return { document, place: placeOfDocument(document) }
}

export async function gatherVersion(
  tx: Db,
  versionId: string,
): Promise<{ readonly document: Document; readonly version: Version; readonly place: Place }> {
  const { documentId } = await getVersion(tx, versionId)
  const gathered = await gatherDocument(tx, documentId)
  return { ...gathered, version: await getVersion(tx, versionId) }
}
