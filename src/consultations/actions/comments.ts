import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import { prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { placeOfConsultation } from '../rules/consultation.ts'
import { commentsOff, hiddenAlready, mustBeTaking, mustBeVisible } from '../rules/contributions.ts'
import { moderationRules } from '../rules/moderation.ts'
import { type Comment, findComment, hideComment, insertComment } from '../store/comments.ts'
import { getConsultation } from '../store/consultations.ts'
import { getContribution } from '../store/contributions.ts'
import { ownPlace, ticked } from './contribute.ts'

export const CommentForm = z.object({ text: prose(5000), showsName: ticked })
export const HideCommentForm = z.object({ rule: z.enum(moderationRules) })

/** Participants answer each other, where the consultation lets them and while it is open. */
export async function comment(desk: Desk, consultationId: string, id: string, input: z.output<typeof CommentForm>): Promise<Comment> {
  return transact(desk.db, async (tx) => {
    const consultation = await getConsultation(tx, consultationId)
    const contribution = await getContribution(tx, consultationId, id)
    const permit = allow(desk, 'consultations.comment', ownPlace(desk))

    if (!consultation.comments) throw new Problem(commentsOff)
    mustBeTaking(consultation, desk.now)
    mustBeVisible(contribution)
    const said: Comment = { id: newId(), contributionId: id, authorId: permit.actorId, ...input, at: desk.now, hiddenAt: null }

    await insertComment(tx, consultationId, said)
    await record(tx, permit, id, { consultationId, number: contribution.number, commentId: said.id })
    return said
  })
}

export async function hideCommentBy(
  desk: Desk,
  consultationId: string,
  id: string,
  commentId: string,
  { rule }: z.output<typeof HideCommentForm>,
): Promise<void> {
  return transact(desk.db, async (tx) => {
    const consultation = await getConsultation(tx, consultationId)
    const contribution = await getContribution(tx, consultationId, id)
    const permit = allow(desk, 'consultations.hide', placeOfConsultation(consultation))

    const said = await findComment(tx, contribution, commentId)
    if (!said) throw new Problem(notFound, { comment: commentId })
    if (said.hiddenAt) throw new Problem(hiddenAlready)

    await hideComment(tx, contribution, commentId, rule, desk.now)
    await record(tx, permit, id, { consultationId, number: contribution.number, rule, commentId })
  })
}
