import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { transact } from '../../platform/db.ts'
import { line, optional } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { type BlockId, mustBeFew } from '../rules/blocks.ts'
import { endOfSection } from '../rules/moving.ts'
import * as store from '../store/draft.ts'
import { blockFrom } from '../text/merge.ts'
import { soundBlock } from '../text/sound.ts'
import { gatherDocument } from './gather.ts'

export const NewSectionForm = z.object({
  title: line(500),
  level: z.coerce.number().int().min(1).max(4).default(1),
  /** The heading of the section it follows, sub-sections included; nothing: at the end. */
  after: optional(z.uuid()),
})

/** A heading with nothing under it yet: its id is the new section's address. */
export async function addSection(
  desk: Desk,
  documentId: string,
  { title, level, after }: z.output<typeof NewSectionForm>,
): Promise<{ readonly id: BlockId }> {
  return transact(desk.db, async (tx) => {
    const { document, place } = await gatherDocument(tx, documentId)
    const before = await store.draftOf(tx, documentId)
    const permit = allow(desk, 'documents.write', place)

    const heading = blockFrom(soundBlock({ kind: 'heading', level, source: title }, 'title'), newId<'block'>(), 1)
    const placed = before.toSpliced(after ? endOfSection(before, after) : before.length, 0, heading)
    mustBeFew(placed.length)

    await store.saveDraft(tx, documentId, before, placed, { authorId: permit.actorId, at: desk.now })
    await record(tx, permit, documentId, { documentId, about: document.kind, blockId: heading.id, written: 1, removed: 0 })
    return { id: heading.id }
  })
}
