import type { MayRead } from '../platform/files.ts'
import { isInsider } from './rules/documents.ts'
import { documentsById } from './store/documents.ts'
import { textsShowing } from './store/figures.ts'

/** An image is for everybody when a published version shows it; before, for those who work on the document. */
export const mayReadFigures: MayRead = async ({ var: { db, actor, today } }, file) => {
  const texts = await textsShowing(db, file.id, today)
  if (texts.some((text) => text.public)) return true
  const documents = await documentsById(
    db,
    texts.map(({ documentId }) => documentId),
  )
  return [...documents.values()].some((document) => isInsider(actor, document))
}
