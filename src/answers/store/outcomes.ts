import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'answerable' | 'reply'>()

export interface Accepted {
  readonly replyId: string
  readonly blockIds: readonly string[]
  /** Of the first contribution that the reply accepts. */
  readonly number: number
  readonly receivedAt: Date
}

/** Every published reply that promised a change, with the first contribution it answers. */
export async function acceptedWith(db: Db, consultationId: string): Promise<Accepted[]> {
  const rows = await own(db)
    .selectFrom('reply as r')
    .innerJoin('answerable as a', (join) => join.onRef('a.consultationId', '=', 'r.consultationId').onRef('a.replyId', '=', 'r.id'))
    .distinctOn('r.id')
    .select(['r.id as replyId', 'r.blockIds', 'a.number', 'a.receivedAt'])
    .where('r.consultationId', '=', consultationId)
    .where('r.publishedAt', 'is not', null)
    .where('r.outcome', 'in', ['accepted', 'partly-accepted'])
    .where('a.withdrawn', '=', false)
    .where('a.hidden', '=', false)
    .orderBy('r.id')
    .orderBy('a.number')
    .execute()
  return rows as Accepted[]
}
