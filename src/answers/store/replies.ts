import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Outcome, Reply, ReplyId } from '../rules/replies.ts'

const own = (db: Db) => db.$pickTables<'reply' | 'replyCorrection' | 'answered' | 'answerPublication'>()

const everyReply = (db: Db) => own(db).selectFrom('reply').selectAll()
type ReplyRow = Awaited<ReturnType<ReturnType<typeof everyReply>['execute']>>[number]

const toReply = ({ publicationId: _, ...row }: ReplyRow): Reply => ({ ...row, id: row.id as ReplyId, outcome: row.outcome as Outcome })

export async function getReply(db: Db, consultationId: string, id: string): Promise<Reply> {
  const row = await everyReply(db).where('consultationId', '=', consultationId).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Problem(notFound, { reply: id })
  return toReply(row)
}

/** Keeps others from changing or publishing it meanwhile. */
export async function lockReply(tx: Db, consultationId: string, id: string): Promise<Reply> {
  const row = await everyReply(tx).where('consultationId', '=', consultationId).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Problem(notFound, { reply: id })
  return toReply(row)
}

export async function repliesById(db: Db, consultationId: string, ids: readonly string[]): Promise<Map<string, Reply>> {
  if (ids.length === 0) return new Map()
  const rows = await everyReply(db)
    .where('consultationId', '=', consultationId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, toReply(row)]))
}

export async function insertReply(tx: Db, { publishedAt: _, blockIds, ...reply }: Reply): Promise<void> {
  await own(tx)
    .insertInto('reply')
    .values({ ...reply, blockIds: [...blockIds] })
    .execute()
}

export type Wording = Pick<Reply, 'outcome' | 'reasonIt' | 'reasonEn' | 'blockIds'>

export async function rewordReply(tx: Db, { consultationId, id, revision }: Reply, { blockIds, ...wording }: Wording): Promise<void> {
  await own(tx)
    .updateTable('reply')
    .set({ ...wording, blockIds: [...blockIds], revision: revision + 1 })
    .where('consultationId', '=', consultationId)
    .where('id', '=', id)
    .execute()
}

/** What a published reply said until now, and why it changes. */
export async function keepCorrected(tx: Db, reply: Reply, correction: { why: string; by: string; at: Date }): Promise<void> {
  const { consultationId, id: replyId, revision, outcome, reasonIt, reasonEn, blockIds } = reply
  await own(tx)
    .insertInto('replyCorrection')
    .values({ consultationId, replyId, revision, outcome, reasonIt, reasonEn, blockIds: [...blockIds], ...correction })
    .execute()
}

export interface Corrected extends Wording {
  readonly replyId: string
  readonly why: string
  readonly at: Date
}

/** What published replies said before, the latest first. */
export async function correctionsOf(db: Db, consultationId: string, replyIds: readonly string[]): Promise<Corrected[]> {
  if (replyIds.length === 0) return []
  const rows = await own(db)
    .selectFrom('replyCorrection')
    .select(['replyId', 'outcome', 'reasonIt', 'reasonEn', 'blockIds', 'why', 'at'])
    .where('consultationId', '=', consultationId)
    .where('replyId', 'in', [...new Set(replyIds)])
    .orderBy('revision', 'desc')
    .limit(1000)
    .execute()
  return rows.map((row) => ({ ...row, outcome: row.outcome as Outcome }))
}

/** From now on this reply answers them, whatever was only prepared before. */
export async function answerWith(tx: Db, { consultationId, id }: Reply, contributionIds: readonly string[]): Promise<void> {
  if (contributionIds.length === 0) return
  await own(tx)
    .insertInto('answered')
    .values(contributionIds.map((contributionId) => ({ consultationId, contributionId, replyId: id })))
    .onConflict((clash) => clash.columns(['consultationId', 'contributionId']).doUpdateSet({ replyId: id }))
    .execute()
}

/** Contributions that wait again for an answer. */
export async function unanswer(tx: Db, consultationId: string, contributionIds: readonly string[]): Promise<void> {
  if (contributionIds.length === 0) return
  await own(tx)
    .deleteFrom('answered')
    .where('consultationId', '=', consultationId)
    .where('contributionId', 'in', [...contributionIds])
    .execute()
}

/** Prepared replies that answer nothing any more are gone. */
export async function dropEmpty(tx: Db, consultationId: string): Promise<void> {
  await own(tx)
    .deleteFrom('reply')
    .where('consultationId', '=', consultationId)
    .where('publishedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('answered')
            .select('answered.replyId')
            .whereRef('answered.consultationId', '=', 'reply.consultationId')
            .whereRef('answered.replyId', '=', 'reply.id'),
        ),
      ),
    )
    .execute()
}

export interface Publication {
  readonly id: string
  readonly replies: number
  readonly contributions: number
}

/** Publishes what is prepared, all of it or these replies alone; null when there is nothing. */
export async function publish(
  tx: Db,
  consultationId: string,
  only: readonly string[] | null,
  act: { at: Date; day: Day; by: string },
): Promise<Publication | null> {
  if (only?.length === 0) return null
  let ready = own(tx)
    .selectFrom('reply')
    .select('id')
    .where('consultationId', '=', consultationId)
    .where('publishedAt', 'is', null)
    .forUpdate()
  if (only) ready = ready.where('id', 'in', [...only])
  const ids = (await ready.execute()).map((row) => row.id)
  if (ids.length === 0) return null
  const { contributions } = await own(tx)
    .selectFrom('answered')
    .select(({ fn }) => fn.countAll<number>().as('contributions'))
    .where('consultationId', '=', consultationId)
    .where('replyId', 'in', ids)
    .executeTakeFirstOrThrow()
  if (contributions === 0) return null
  const id = newId<'answer-publication'>()
  await own(tx)
    .insertInto('answerPublication')
    .values({ consultationId, id, ...act, replies: ids.length, contributions })
    .execute()
  await own(tx)
    .updateTable('reply')
    .set({ publicationId: id, publishedAt: act.at })
    .where('consultationId', '=', consultationId)
    .where('id', 'in', ids)
    .execute()
  return { id, replies: ids.length, contributions }
}
