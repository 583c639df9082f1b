import { z } from 'zod'
import { allow, type PersonId, type Place } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { type Db, transact } from '../../platform/db.ts'
import { optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustBeOpen, type NeedCall } from '../rules/calls.ts'
import { mustBeMergeable } from '../rules/merging.ts'
import { type Need, placeOfNeed } from '../rules/needs.ts'
import { type Answer, mustBeWaiting, mustNotBeTooMany, mustSpeakFor, outcomes, type Proposal, whichNeed } from '../rules/proposals.ts'
import { getCall } from '../store/calls.ts'
import { lockNeeds } from '../store/needs.ts'
import * as store from '../store/proposals.ts'
import { addNeed, ContentForm } from './needs.ts'

/** `key` is made with the form: what is sent twice is kept once. */
export const ProposeForm = ContentForm.extend({ key: z.uuid() })

export const AnswerForm = z.object({
  outcome: z.enum(outcomes),
  /** For a need that says the same already. */
  needId: optional(z.uuid()),
  reason: prose(2000),
})

const own = (personId: PersonId | null): Place => ({ kind: 'person', id: personId ?? '' })

/** Anybody identified says what is needed while a call is open, for themselves or for an organisation that delegated them. */
export async function proposeNeed(desk: Desk, callId: string, input: z.output<typeof ProposeForm>): Promise<Proposal> {
  return transact(desk.db, async (tx) => {
    const { key, ...content } = input
    const call = await getCall(tx, callId)
    const author = desk.actor.id
    await store.lockAuthor(tx, callId, author ?? '')
    const sent = author ? await store.findByKey(tx, callId, author, key) : null
    if (sent) return sent
    const permit = allow(desk, 'listening.propose-need', own(author))

    mustBeOpen(call, desk.today)
    mustSpeakFor(content.organisationId, desk.actor.grants)
    mustNotBeTooMany(await store.countBy(tx, callId, permit.actorId))
    const proposal: Proposal = {
      ...content,
      id: newId<'need-proposal'>(),
      callId,
      personId: permit.actorId,
      proposedAt: desk.now,
      withdrawnOn: null,
      answer: null,
    }

    const { answer: _, ...row } = proposal
    await store.insertProposal(tx, row, key)
    await record(tx, permit, proposal.id, { callId, ecosystemId: call.ecosystemId })
    return proposal
  })
}

/** Its author takes back what nobody answered yet. */
export async function withdrawProposal(desk: Desk, id: string): Promise<void> {
  return transact(desk.db, async (tx) => {
    const proposal = await store.lockProposal(tx, id)
    const permit = allow(desk, 'listening.withdraw-proposal', own(proposal.personId))

    mustBeWaiting(proposal)

    await store.withdraw(tx, id, desk.today)
    await record(tx, permit, id, { callId: proposal.callId })
  })
}

/** Gives a proposal its outcome, always with a reason: a need of its own, one that was there, or neither. */
export async function answerProposal(desk: Desk, id: string, input: z.output<typeof AnswerForm>): Promise<Answer> {
  return transact(desk.db, async (tx) => {
    const proposal = await store.lockProposal(tx, id)
    const call = await getCall(tx, proposal.callId)
    const permit = allow(desk, 'listening.answer-proposal', placeOfNeed(call))

    mustBeWaiting(proposal)
    const { outcome, reason } = input
    const need =
      outcome === 'accepted' ? await accept(tx, desk, call, proposal) : outcome === 'joined' ? await join(tx, call, input.needId) : null
    const answer: Answer = { outcome, reason, needId: need?.id ?? null, on: desk.today }

    await store.answer(tx, id, answer, permit.actorId)
    await record(tx, permit, id, { callId: call.id, outcome, needId: answer.needId })
    return answer
  })
}

/** An accepted proposal becomes a need, which is an act of its own. */
async function accept(tx: Db, desk: Desk, call: NeedCall, proposal: Proposal): Promise<Need> {
  const permit = allow(desk, 'listening.record-need', placeOfNeed(call))
  const { statement, why, voiceKind, organisationId, evidenceText, evidenceLink, frequency, severity } = proposal
  const content = { statement, why, voiceKind, organisationId, evidenceText, evidenceLink, frequency, severity, stakeholderId: null }
  const need = await addNeed(tx, desk, call.ecosystemId, content, { kind: 'call', id: call.id })
  await record(tx, permit, need.id, { number: need.number, needId: need.id, voiceKind, sourceKind: 'call' })
  return need
}

/** The need that says the same must stand in the same ecosystem, as one to merge into must. */
async function join(tx: Db, call: NeedCall, needId: string | null): Promise<Need> {
  if (!needId) throw new Problem(whichNeed, { field: 'needId' })
  const need = (await lockNeeds(tx, [needId])).get(needId)
  mustBeMergeable({ id: '', ecosystemId: call.ecosystemId }, need, 'needId')
  return need
}
