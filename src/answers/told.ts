import type { Db } from '../platform/db.ts'
import type { Outcome } from './rules/replies.ts'
import { answerableById } from './store/queue.ts'
import { correctionsOf, repliesById } from './store/replies.ts'

/** What was answered to a contribution, as anybody may read it. */
export interface Answer {
  readonly replyId: string
  readonly outcome: Outcome
  readonly reasonIt: string
  readonly reasonEn: string | null
  readonly publishedAt: Date
  /** The blocks of the text that change because of it. */
  readonly blockIds: readonly string[]
  readonly corrected: boolean
}

/** The published answers to some contributions, in three statements. */
export async function answersTo(db: Db, consultationId: string, contributionIds: readonly string[]): Promise<Map<string, Answer>> {
  const known = [...(await answerableById(db, consultationId, contributionIds)).values()].filter(({ published }) => published)
  const replies = await repliesById(
    db,
    consultationId,
    known.flatMap(({ replyId }) => replyId ?? []),
  )
  const corrected = new Set((await correctionsOf(db, consultationId, [...replies.keys()])).map(({ replyId }) => replyId))
  return new Map(
    known.flatMap(({ contributionId, replyId }) => {
      const reply = replies.get(replyId ?? '')
      if (!reply?.publishedAt) return []
      const { outcome, reasonIt, reasonEn, publishedAt, blockIds, id } = reply
      return [[contributionId, { replyId: id, outcome, reasonIt, reasonEn, publishedAt, blockIds, corrected: corrected.has(id) }] as const]
    }),
  )
}
