import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Db } from '../../platform/db.ts'
import type { Outcome } from '../rules/replies.ts'

const own = (db: Db) => db.$pickTables<'reply' | 'answered'>()

export interface PreparedReply {
  readonly id: string
  readonly outcome: Outcome
  readonly reasonIt: string
  readonly preparedAt: Date
  /** How many contributions it answers. */
  readonly contributions: number
}

/** What waits to be published, the first prepared first. */
export async function listPrepared(
  db: Db,
  consultationId: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Slice<PreparedReply>> {
  let list = own(db)
    .selectFrom('reply')
    .select(['id', 'outcome', 'reasonIt', 'preparedAt'])
    .select((e) =>
      e
        .selectFrom('answered')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('answered.consultationId', '=', 'reply.consultationId')
        .whereRef('answered.replyId', '=', 'reply.id')
        .as('contributions'),
    )
    .where('consultationId', '=', consultationId)
    .where('publishedAt', 'is', null)
    .orderBy('id')
    .limit(limit + 1)
  if (cursor) list = list.where('id', '>', String(decodeCursor(cursor, 1)[0]))
  const rows = await list.execute()
  const items = rows.map((row) => ({ ...row, outcome: row.outcome as Outcome, contributions: Number(row.contributions) }))
  return sliceOf(items, limit, ({ id }) => [id])
}

/** How many replies wait to be published, and to how many contributions. */
export async function countPrepared(db: Db, consultationId: string): Promise<{ replies: number; contributions: number }> {
  const { replies, contributions } = await own(db)
    .selectFrom('reply')
    .innerJoin('answered', (join) =>
      join.onRef('answered.consultationId', '=', 'reply.consultationId').onRef('answered.replyId', '=', 'reply.id'),
    )
    .select(({ fn }) => [fn.count<number>('reply.id').distinct().as('replies'), fn.countAll<number>().as('contributions')])
    .where('reply.consultationId', '=', consultationId)
    .where('reply.publishedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return { replies: Number(replies), contributions: Number(contributions) }
}
