import type { PersonId } from '../../charter/policy.ts'
import { isId } from '../../kernel/id.ts'
import type { Db } from '../../platform/db.ts'
import type { Contribution } from '../rules/contributions.ts'

const own = (db: Db) => db.$pickTables<'contributionComment'>()

/** What a participant says to another, under a contribution. */
export interface Comment {
  readonly id: string
  readonly contributionId: string
  readonly authorId: PersonId
  readonly showsName: boolean
  readonly text: string
  readonly at: Date
  readonly hiddenAt: Date | null
}

export async function insertComment(tx: Db, consultationId: string, { hiddenAt: _, ...comment }: Comment): Promise<void> {
  await own(tx)
    .insertInto('contributionComment')
    .values({ consultationId, ...comment, withdrawnAt: null, hiddenAt: null, hiddenRule: null })
    .execute()
}

/** As they were written; no more than two hundred. */
export async function commentsOn(db: Db, { consultationId, id }: Pick<Contribution, 'consultationId' | 'id'>): Promise<Comment[]> {
  const rows = await own(db)
    .selectFrom('contributionComment')
    .select(['id', 'contributionId', 'authorId', 'showsName', 'text', 'at', 'hiddenAt'])
    .where('consultationId', '=', consultationId)
    .where('contributionId', '=', id)
    .where('withdrawnAt', 'is', null)
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, authorId: row.authorId as PersonId }))
}

export async function hideComment(
  tx: Db,
  { consultationId, id }: Pick<Contribution, 'consultationId' | 'id'>,
  commentId: string,
  rule: string,
  now: Date,
): Promise<void> {
  await own(tx)
    .updateTable('contributionComment')
    .set({ hiddenAt: now, hiddenRule: rule })
    .where('consultationId', '=', consultationId)
    .where('contributionId', '=', id)
    .where('id', '=', commentId)
    .execute()
}

export async function findComment(
  db: Db,
  { consultationId, id }: Pick<Contribution, 'consultationId' | 'id'>,
  commentId: string,
): Promise<Comment | null> {
  if (!isId(commentId)) return null
  const row = await own(db)
    .selectFrom('contributionComment')
    .select(['id', 'contributionId', 'authorId', 'showsName', 'text', 'at', 'hiddenAt'])
    .where('consultationId', '=', consultationId)
    .where('contributionId', '=', id)
    .where('id', '=', commentId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return row ? { ...row, authorId: row.authorId as PersonId } : null
}
