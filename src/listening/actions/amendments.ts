import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import { optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import {
  type Amendment,
  finalTextNeeded,
  mustAwaitOutcome,
  mustBeLatest,
  mustChange,
  mustNotBeFinal,
  mustTakeAnswers,
  notHeard,
  pickStatement,
} from '../rules/minutes.ts'
import { placeOfSelf } from '../rules/place.ts'
import * as store from '../store/minutes.ts'
import { gatherMinutes } from './gather.ts'
import { heardIn } from './heard.ts'

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

type Proposed = Pick<Amendment, 'kind' | 'statementId' | 'revision' | 'text'>

/** Whoever was heard says that nothing needs amending. */
export async function agreeWithMinutes(desk: Desk, hearingId: string): Promise<void> {
  await answer(desk, hearingId, () => ({ kind: 'agreement', statementId: null, revision: null, text: null }))
}

/** Whoever was heard says how a statement should read. */
export async function amendStatement(desk: Desk, hearingId: string, statementId: string, { text }: z.output<typeof AmendForm>) {
  return answer(desk, hearingId, ({ statements }) => {
    const statement = pickStatement(statements, statementId)
    mustChange(statement, text)
    return { kind: 'amendment', statementId, revision: statement.revision, text }
  })
}

async function answer(
  desk: Desk,
  hearingId: string,
  propose: (whole: Awaited<ReturnType<typeof gatherMinutes>>) => Proposed,
): Promise<Amendment> {
  return transact(desk.db, async (tx) => {
    const whole = await gatherMinutes(tx, hearingId)
    const heard = await heardIn(tx, hearingId, whole.statements)
    const permit = allow(desk, 'listening.amend', placeOfSelf(desk.actor.id))

    if (!heard.includes(permit.actorId)) throw new Problem(notHeard)
    const { version } = mustTakeAnswers(whole.minutes, desk.today)
    const amendment: Amendment = {
      id: newId<'amendment'>(),
      hearingId,
      personId: permit.actorId,
      version,
      ...propose(whole),
      at: desk.now,
      outcome: null,
      reason: null,
    }

    await store.insertAmendment(tx, amendment)
    await record(tx, permit, hearingId, { hearingId, amendmentId: amendment.id, kind: amendment.kind, version })
    return amendment
  })
}

/** An amendment accepted is written into its statement at once; one that is not gets a reason. */
export async function answerAmendment(
  desk: Desk,
  hearingId: string,
  amendmentId: string,
  input: z.output<typeof OutcomeForm>,
): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { place, minutes, statements } = await gatherMinutes(tx, hearingId)
    const amendment = (await store.amendmentsOn(tx, hearingId)).find(({ id }) => id === amendmentId)
    const permit = allow(desk, 'listening.answer-amendment', place)

    if (!amendment) throw new Problem(notFound, { amendment: amendmentId })
    mustNotBeFinal(minutes)
    mustAwaitOutcome(amendment, input.outcome, input.reason)
    const { outcome, reason, text, base } = input
    if (outcome === 'accepted') {
      if (!text) throw new Problem(finalTextNeeded, { field: 'text' })
      const statement = pickStatement(statements, amendment.statementId ?? '')
      mustBeLatest(statement, base)
      const { id: statementId, stakeholderId } = statement
      await store.saveRevision(tx, { statementId, revision: base + 1, stakeholderId, text, authorId: permit.actorId, at: desk.now })
    }

    await store.answerAmendment(tx, amendment.id, { outcome, reason, answeredAt: desk.now })
    await record(tx, permit, hearingId, { hearingId, amendmentId, outcome })
  })
}
