import { sql } from 'kysely'
import { isNoticeKind, type NoticeKind } from '../../charter/notices.ts'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import { isId } from '../../kernel/id.ts'
import type { Lang } from '../../kernel/lang.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../db.ts'
import type { Letter } from '../mail.ts'

const own = (db: Db) => db.$pickTables<'mail'>()

/** A mail of a demonstration, which went no further than its table. */
export interface KeptMail {
  readonly id: string
  readonly personId: string | null
  readonly address: string | null
  readonly lang: Lang | null
  readonly kind: NoticeKind | null
  readonly letter: Readonly<Record<Lang, Letter>>
  readonly withCalendar: boolean
  readonly createdAt: Date
}

const kept = (db: Db) =>
  own(db)
    .selectFrom('mail')
    .select(['id', 'personId', 'address', 'lang', 'kind', 'letter', 'createdAt'])
    .select(sql<boolean>`calendar is not null`.as('withCalendar'))
    .where('letter', 'is not', null)

type Row = Awaited<ReturnType<ReturnType<typeof kept>['execute']>>[number]

function toKept({ lang, kind, letter, ...row }: Row): KeptMail {
  return { ...row, lang: lang as Lang | null, kind: kind && isNoticeKind(kind) ? kind : null, letter: letter as KeptMail['letter'] }
}

/** The latest first. */
export async function keptMails(
  db: Db,
  { cursor, limit }: { readonly cursor: string | null; readonly limit: number },
): Promise<Slice<KeptMail>> {
  const [at, id] = cursor ? decodeCursor(cursor, 2) : []
  const rows = await kept(db)
    .$if(cursor !== null, (q) => q.where(sql<boolean>`(created_at, id) < (${String(at)}::timestamptz, ${String(id)}::uuid)`))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const { items, next } = sliceOf(rows, limit, ({ createdAt, id: last }) => [createdAt.toISOString(), last])
  return { items: items.map(toKept), next }
}

export async function getKeptMail(db: Db, id: string): Promise<KeptMail> {
  const row = isId(id) ? await kept(db).where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new Problem(notFound)
  return toKept(row)
}
