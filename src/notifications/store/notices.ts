import { sql } from 'kysely'
import { type Cadence, type NoticeKind, usualCadence } from '../../charter/notices.ts'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import { newId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Digest, Notice, NoticeId, NoticeWords } from '../rules.ts'

const own = (db: Db) => db.$pickTables<'notice' | 'noticePreference'>()

const columns = ['id', 'kind', 'words', 'address', 'at', 'readAt'] as const
type Row = { id: string; kind: string; words: unknown; address: string; at: Date; readAt: Date | null }
const toNotice = (row: Row): Notice => ({ ...row, id: row.id as NoticeId, kind: row.kind as NoticeKind, words: row.words as NoticeWords })

/** Those of these people who still have an account, with how often they want the mails of this kind. */
export async function reachable(tx: Db, personIds: readonly string[], kind: NoticeKind): Promise<Map<string, Cadence>> {
  const found = new Map<string, Cadence>()
  for (let at = 0; at < personIds.length; at += chunk) {
    const { rows } = await sql<{ personId: string; cadence: Cadence | null }>`
      select d.person_id, p.cadence from person_detail as d
      left join notice_preference as p on p.person_id = d.person_id and p.kind = ${kind}
      where d.person_id = any(${personIds.slice(at, at + chunk)}::uuid[]) for key share of d`.execute(tx)
    for (const { personId, cadence } of rows) found.set(personId, cadence ?? usualCadence[kind])
  }
  return found
}

const chunk = 500

export interface NewNotices {
  readonly eventId: string
  readonly kind: NoticeKind
  readonly words: NoticeWords
  readonly address: string
  readonly at: Date
  readonly readAt: Date | null
  readonly to: readonly { readonly personId: string; readonly digest: Digest | null }[]
}

/** Tells each person once of an event; answers with those who had not been told of it yet. */
export async function insertNotices(tx: Db, { to, words, ...common }: NewNotices): Promise<string[]> {
  const told: string[] = []
  for (let at = 0; at < to.length; at += chunk) {
    const rows = to
      .slice(at, at + chunk)
      .map(({ personId, digest }) => ({ ...common, id: newId<'notice'>(), words: JSON.stringify(words), personId, digest }))
    const inserted = await own(tx)
      .insertInto('notice')
      .values(rows)
      .onConflict((clash) => clash.columns(['eventId', 'personId']).doNothing())
      .returning('personId')
      .execute()
    told.push(...inserted.map(({ personId }) => personId))
  }
  return told
}

export interface NoticeQuery {
  readonly unread?: boolean
  readonly cursor?: string | null
  readonly limit: number
}

/** Those still to be read first; among them, the newest. */
export async function noticesOf(db: Db, personId: string, { unread = false, cursor, limit }: NoticeQuery): Promise<Slice<Notice>> {
  const [isRead, at, id] = cursor ? decodeCursor(cursor, 3) : []
  const rows = await own(db)
    .selectFrom('notice')
    .select([...columns, 'isRead'])
    .where('personId', '=', personId)
    .$if(unread, (q) => q.where('isRead', '=', false))
    .$if(cursor !== undefined && cursor !== null, (q) =>
      q.where(
        sql<boolean>`(is_read > ${isRead === 1} or (is_read = ${isRead === 1} and (at, id) < (${String(at)}::timestamptz, ${String(id)}::uuid)))`,
      ),
    )
    .orderBy('isRead')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const { items, next } = sliceOf(rows, limit, (row) => [row.isRead ? 1 : 0, row.at.toISOString(), row.id])
  return { items: items.map(({ isRead: _, ...row }) => toNotice(row)), next }
}

export async function getNotice(db: Db, personId: string, id: string): Promise<Notice> {
  const row = await own(db).selectFrom('notice').select(columns).where('id', '=', id).where('personId', '=', personId).executeTakeFirst()
  if (!row) throw new Problem(notFound)
  return toNotice(row)
}

const countedAtMost = 100

/** How many wait to be read, counted up to a hundred. */
export async function countUnread(db: Db, personId: string): Promise<number> {
  const { n } = await db
    .selectFrom(
      own(db)
        .selectFrom('notice')
        .select('id')
        .where('personId', '=', personId)
        .where('isRead', '=', false)
        .limit(countedAtMost)
        .as('some'),
    )
    .select((q) => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** Marks one as read, or as still to be read; all those unread when no id is given. */
export async function setRead(db: Db, personId: string, id: string | null, readAt: Date | null): Promise<void> {
  await own(db)
    .updateTable('notice')
    .set({ readAt })
    .where('personId', '=', personId)
    .$if(id !== null, (q) => q.where('id', '=', String(id)))
    .$if(readAt !== null, (q) => q.where('isRead', '=', false))
    .execute()
}

/** People for whom a digest has something, in the order of their ids. */
export async function digestReaders(db: Db, digest: Digest, until: Date, after: string | null): Promise<string[]> {
  const rows = await own(db)
    .selectFrom('notice')
    .select('personId')
    .distinct()
    .where('digest', '=', digest)
    .where('at', '<=', until)
    .$if(after !== null, (q) => q.where('personId', '>', String(after)))
    .orderBy('personId')
    .limit(chunk)
    .execute()
  return rows.map(({ personId }) => personId)
}

/** Takes what waits for a person's digest, the oldest first: it waits no more. What was read on the site is left out. */
export async function takeForDigest(tx: Db, personId: string, digest: Digest, until: Date): Promise<Notice[]> {
  const rows = await own(tx)
    .updateTable('notice')
    .set({ digest: null })
    .where('personId', '=', personId)
    .where('digest', '=', digest)
    .where('at', '<=', until)
    .returning(columns)
    .execute()
  return rows
    .map(toNotice)
    .filter(({ readAt }) => readAt === null)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
}
