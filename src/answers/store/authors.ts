import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'answerable' | 'reply'>()

/** Whoever wrote what a publication, or one reply alone, answers: each once. */
export async function authorsAnswered(
  db: Db,
  consultationId: string,
  by: { readonly publicationId: string } | { readonly replyId: string },
): Promise<string[]> {
  let list = own(db)
    .selectFrom('answerable as a')
    .innerJoin('reply as r', (join) => join.onRef('r.consultationId', '=', 'a.consultationId').onRef('r.id', '=', 'a.replyId'))
    .select('a.authorId')
    .distinct()
    .where('a.consultationId', '=', consultationId)
  list = 'replyId' in by ? list.where('r.id', '=', by.replyId) : list.where('r.publicationId', '=', by.publicationId)
  return (await list.execute()).flatMap(({ authorId }) => authorId ?? [])
}

/** Everybody who took part, each once. */
export async function everyAuthor(db: Db, consultationId: string): Promise<string[]> {
  const rows = await own(db).selectFrom('answerable').select('authorId').distinct().where('consultationId', '=', consultationId).execute()
  return rows.flatMap(({ authorId }) => authorId ?? [])
}
