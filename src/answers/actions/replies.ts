import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import { many, optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import {
  type ItemResult,
  isTaken,
  mustBeAsRead,
  mustBePublished,
  mustBeSoMany,
  mustBeUnseen,
  mustFitItsChanges,
  nothingToAnswer,
  nothingToPublish,
  outcomes,
  type Reply,
  resultOf,
} from '../rules/replies.ts'
import { answerableById, answeredBy } from '../store/queue.ts'
import * as store from '../store/replies.ts'
import { gatherAnswering, mustKnowBlocks } from './gather.ts'

const wording = {
  outcome: z.enum(outcomes),
  reasonIt: prose(10_000),
  reasonEn: optional(prose(10_000)),
  /** The blocks of the text that change because of it. */
  blockIds: many(z.uuid()),
}

const contributionIds = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.uuid()).min(1).max(5000))

export const PrepareForm = z.object({ ...wording, contributionIds })
export const RewordForm = z.object({ ...wording, base: z.coerce.number().int().min(0) })
export const CorrectForm = z.object({ ...wording, base: z.coerce.number().int().min(0), why: prose(2000) })
export const PublishForm = z.object({
  replyIds: many(z.uuid()),
  /** To how many contributions, as whoever publishes read it. */
  contributions: z.coerce.number().int().min(1).max(10_000_000).optional(),
})

export interface PreparedItem {
  readonly contributionId: string
  readonly number: number | null
  readonly result: ItemResult
}

export interface Prepared {
  readonly reply: Reply
  /** What came of each contribution that the reply was meant for. */
  readonly items: readonly PreparedItem[]
}

/** One reply to one contribution or to many, unseen until it is published. Those that cannot take it are told one by one. */
export async function prepareReply(desk: Desk, consultationId: string, input: z.output<typeof PrepareForm>): Promise<Prepared> {
  return transact(desk.db, async (tx) => {
    const { consultation, place } = await gatherAnswering(tx, consultationId)
    const known = await answerableById(tx, consultationId, input.contributionIds)
    const permit = allow(desk, 'answers.prepare', place)

    const { contributionIds: asked, ...words } = input
    mustFitItsChanges(words.outcome, words.blockIds)
    await mustKnowBlocks(tx, consultation, words.blockIds)
    const items = [...new Set(asked)].map((contributionId): PreparedItem => {
      const one = known.get(contributionId)
      return { contributionId, number: one?.number ?? null, result: resultOf(one, null) }
    })
    const taken = items.filter(({ result }) => isTaken(result)).map(({ contributionId }) => contributionId)
    if (taken.length === 0) throw new Problem(nothingToAnswer, { field: 'contributionIds', reasons: reasonsOf(items) })
    const reply: Reply = {
      id: newId<'reply'>(),
      consultationId,
      ...words,
      revision: 0,
      preparedBy: permit.actorId,
      preparedAt: desk.now,
      publishedAt: null,
    }

    await store.insertReply(tx, reply)
    await store.answerWith(tx, reply, taken)
    await store.dropEmpty(tx, consultationId)
    await record(tx, permit, consultationId, { replyId: reply.id, outcome: reply.outcome, count: taken.length })
    return { reply, items }
  })
}

function reasonsOf(items: readonly PreparedItem[]): string {
  const counts = Map.groupBy(items, ({ result }) => result)
  return [...counts].map(([result, those]) => `${result} ${those.length}`).join(', ')
}

/** Says it otherwise while nobody has seen it. */
export async function rewordReply(desk: Desk, consultationId: string, replyId: string, input: z.output<typeof RewordForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { consultation, place } = await gatherAnswering(tx, consultationId)
    const reply = await store.lockReply(tx, consultationId, replyId)
    const permit = allow(desk, 'answers.prepare', place)

    const { base, ...words } = input
    mustBeUnseen(reply)
    mustBeAsRead(reply, base)
    mustFitItsChanges(words.outcome, words.blockIds)
    await mustKnowBlocks(tx, consultation, words.blockIds)

    await store.rewordReply(tx, reply, words)
    await record(tx, permit, consultationId, { replyId, outcome: words.outcome })
  })
}

/** Prepared in error: the contributions wait again. */
export async function withdrawReply(desk: Desk, consultationId: string, replyId: string): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { place } = await gatherAnswering(tx, consultationId)
    const reply = await store.lockReply(tx, consultationId, replyId)
    const permit = allow(desk, 'answers.prepare', place)

    mustBeUnseen(reply)

    const waiting = await answeredBy(tx, consultationId, replyId, 100_000)
    await store.unanswer(
      tx,
      consultationId,
      waiting.map(({ contributionId }) => contributionId),
    )
    await store.dropEmpty(tx, consultationId)
    await record(tx, permit, consultationId, { replyId, withdrawn: true })
  })
}

/** Everything prepared, or only these replies, become public together, as one act. */
export async function publishReplies(
  desk: Desk,
  consultationId: string,
  { replyIds, contributions: asRead }: z.output<typeof PublishForm>,
): Promise<store.Publication> {
  return transact(desk.db, async (tx) => {
    const { place } = await gatherAnswering(tx, consultationId)
    const permit = allow(desk, 'answers.publish', place)

    const act = { at: desk.now, day: desk.today, by: permit.actorId }
    const publication = await store.publish(tx, consultationId, replyIds.length > 0 ? replyIds : null, act)
    if (!publication) throw new Problem(nothingToPublish)
    mustBeSoMany(publication, asRead)

    const { id: publicationId, replies, contributions } = publication
    await record(tx, permit, consultationId, { publicationId, replies, contributions })
    return publication
  })
}

/** What is published is not deleted: it is corrected, and what it said before stays to be read. */
export async function correctReply(
  desk: Desk,
  consultationId: string,
  replyId: string,
  input: z.output<typeof CorrectForm>,
): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { consultation, place } = await gatherAnswering(tx, consultationId)
    const reply = await store.lockReply(tx, consultationId, replyId)
    const permit = allow(desk, 'answers.correct', place)

    const { base, why, ...words } = input
    mustBePublished(reply)
    mustBeAsRead(reply, base)
    mustFitItsChanges(words.outcome, words.blockIds)
    await mustKnowBlocks(tx, consultation, words.blockIds)

    await store.keepCorrected(tx, reply, { why, by: permit.actorId, at: desk.now })
    await store.rewordReply(tx, reply, words)
    await record(tx, permit, consultationId, { replyId, outcome: words.outcome })
  })
}
