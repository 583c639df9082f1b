import { mustBeAble } from '../../charter/policy.ts'
import { type DraftBlock, draftOf, placeOfDocument } from '../../documents/index.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Ctx } from '../../platform/http.ts'
import { type AroundText, aroundText, type Guided } from './around-text.ts'

/** A thing of the draft that is being written: new, or one that is there. */
export interface ItemAround {
  readonly around: AroundText
  readonly documentId: string
  readonly block: DraftBlock | null
}

export async function itemAround(c: Ctx, kind: Guided, blockId: string | null): Promise<ItemAround> {
  const around = await aroundText(c, kind)
  if (!around.document) throw new Problem(notFound, { document: kind })
  mustBeAble(c.var.actor, 'documents.write', placeOfDocument(around.document))
  const block = blockId ? ((await draftOf(c.var.db, around.document.id)).find(({ id }) => id === blockId) ?? null) : null
  if (blockId && !block) throw new Problem(notFound, { block: blockId })
  return { around, documentId: around.document.id, block }
}

/** Where an item is written, at the revision that whoever writes has seen. */
export function whereOf({ around, documentId, block }: ItemAround, revision: unknown) {
  const seen = Number(revision)
  const at = block ? { id: block.id as string, revision: Number.isInteger(seen) && seen > 0 ? seen : block.revision } : null
  return { documentId, ecosystemId: around.view.id as string, at }
}
