import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { transact } from '../../platform/db.ts'
import { optional } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { most } from '../rules/blocks.ts'
import { moved, stretchMoved } from '../rules/moving.ts'
import * as store from '../store/draft.ts'
import { gatherDocument } from './gather.ts'

export const MoveForm = z.object({
  /** Nothing: before all others. */
  after: optional(z.uuid()),
  what: z.enum(['blocks', 'section']).default('blocks'),
  count: z.coerce.number().int().min(1).max(most).default(1),
})

/** Blocks change place, however far; what they say is not touched, so whoever is writing them loses nothing. */
export async function moveBlocks(
  desk: Desk,
  documentId: string,
  blockId: string,
  { after, what, count }: z.output<typeof MoveForm>,
): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { document, place } = await gatherDocument(tx, documentId)
    const before = await store.draftOf(tx, documentId)
    const permit = allow(desk, 'documents.write', place)

    const move = { blockId, whole: what === 'section', count, after }
    const placed = moved(before, move)

    await store.saveDraft(tx, documentId, before, placed, { authorId: permit.actorId, at: desk.now })
    const { from, to } = stretchMoved(before, move)
    await record(tx, permit, documentId, { documentId, about: document.kind, blockId, moved: to - from, after })
  })
}
