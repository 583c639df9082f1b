import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import { optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { type Comment, mustBeOpen, mustTurn } from '../rules/comments.ts'
import * as store from '../store/comments.ts'
import { lastRevisions } from '../store/draft.ts'
import { gatherDocument } from './gather.ts'

export const CommentForm = z.object({ text: prose(5000), parentId: optional(z.uuid()) })
export const TurnForm = z.object({ open: z.enum(['true', 'false']).transform((open) => open === 'true') })

/** Said to those who work on the document, about a block of its draft or in answer to a comment. */
export async function commentBlock(desk: Desk, documentId: string, blockId: string, input: z.output<typeof CommentForm>): Promise<Comment> {
  return transact(desk.db, async (tx) => {
    const { document, place } = await gatherDocument(tx, documentId)
    const revision = (await lastRevisions(tx, documentId, [blockId])).get(blockId)
    const parent = input.parentId ? await store.getComment(tx, documentId, input.parentId) : null
    const permit = allow(desk, 'documents.comment', place)

    if (!revision || (parent && parent.blockId !== blockId)) throw new Problem(notFound, { block: blockId })
    if (parent) mustBeOpen(parent)
    const comment: Comment = {
      id: newId<'block-comment'>(),
      documentId,
      blockId,
      // An answer to an answer belongs to the same discussion.
      parentId: parent ? (parent.parentId ?? parent.id) : null,
      revision,
      authorId: permit.actorId,
      text: input.text,
      at: desk.now,
      resolvedAt: null,
    }

    await store.insertComment(tx, comment)
    await record(tx, permit, comment.id, { documentId, blockId, commentId: comment.id, about: document.kind, answer: parent !== null })
    return comment
  })
}

/** What was discussed is settled, or is not after all. */
export async function turnComment(desk: Desk, documentId: string, commentId: string, open: boolean): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { document, place } = await gatherDocument(tx, documentId)
    const comment = await store.getComment(tx, documentId, commentId)
    const permit = allow(desk, 'documents.resolve-comment', place)

    mustTurn(comment, open)

    await store.saveResolution(tx, commentId, open ? null : { at: desk.now, by: permit.actorId })
    await record(tx, permit, commentId, { documentId, blockId: comment.blockId, commentId, about: document.kind, open })
  })
}
