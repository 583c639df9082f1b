import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { answer, type Remark, remark } from '../../minutes/index.ts'
import { optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { finalTextNeeded, mustBeLatest, mustChange, pickStatement } from '../rules/minutes.ts'
import * as store from '../store/minutes.ts'
import { hearings } from './sitting.ts'

export const AmendForm = z.object({ text: prose(20_000) })

export const OutcomeForm = z.object({
  outcome: z.enum(['accepted', 'rejected']),
  /** Needed when it is not accepted. */
  reason: optional(prose(2000)),
  /** How the statement reads from now on, when it is accepted: what was proposed, or what it became. */
  text: optional(prose(20_000)),
  /** The revision of the statement that whoever answers has read. */
  base: z.coerce.number().int().min(1),
})

/** Whoever was heard says that nothing needs amending. */
export async function agreeWithMinutes(desk: Desk, hearingId: string): Promise<Remark> {
  return remark(hearings, desk, hearingId, () => ({ kind: 'agreement', text: null }))
}

/** Whoever was heard says how a statement should read. */
export async function amendStatement(
  desk: Desk,
  hearingId: string,
  statementId: string,
  { text }: z.output<typeof AmendForm>,
): Promise<Remark> {
  return remark(
    hearings,
    desk,
    hearingId,
    ({ statements }) => {
      mustChange(pickStatement(statements, statementId), text)
      return { kind: 'correction', text }
    },
    (tx, { id }, { statements }) => store.insertAmendment(tx, id, pickStatement(statements, statementId)),
  )
}

/** An amendment accepted is written into its statement at once. */
export async function answerAmendment(
  desk: Desk,
  hearingId: string,
  amendmentId: string,
  { outcome, reason, text, base }: z.output<typeof OutcomeForm>,
): Promise<void> {
  return answer(hearings, desk, hearingId, amendmentId, { outcome, reason }, async (tx, { statements }, permit) => {
    if (!text) throw new Problem(finalTextNeeded, { field: 'text' })
    const amendment = (await store.amendmentsOn(tx, hearingId)).find(({ id }) => id === amendmentId)
    const statement = pickStatement(statements, amendment?.statementId ?? '')
    mustBeLatest(statement, base)
    const { id: statementId, stakeholderId } = statement
    await store.saveRevision(tx, { statementId, revision: base + 1, stakeholderId, text, authorId: permit.actorId, at: desk.now })
  })
}
