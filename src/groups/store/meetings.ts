import { type SqlBool, sql } from 'kysely'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Meeting, MeetingId } from '../rules/meetings.ts'

const own = (db: Db) => db.$pickTables<'meeting' | 'meetingPaper'>()

const all = (db: Db) => own(db).selectFrom('meeting').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

function toMeeting({ id, seats, quorum, seatsFilled, ...rest }: Row): Meeting {
  const counted = seats !== null && quorum !== null && seatsFilled !== null
  return { ...rest, id: id as MeetingId, count: counted ? { seats, quorum, filled: seatsFilled } : null }
}

export async function getMeeting(db: Db, id: string): Promise<Meeting> {
  const row = await all(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Problem(notFound, { meeting: id })
  return toMeeting(row)
}

/** The meetings of some bodies, the latest first; no more than two hundred. */
export async function meetingsOf(db: Db, bodyIds: readonly string[]): Promise<Meeting[]> {
  if (bodyIds.length === 0) return []
  const rows = await all(db)
    .where('bodyId', 'in', [...bodyIds])
    .orderBy('startsAt', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(toMeeting)
}

export interface MeetingQuery {
  readonly bodyIds?: readonly string[]
  readonly cursor?: string | undefined
  readonly limit: number
}

/** The latest first. */
export async function listMeetings(db: Db, { bodyIds, cursor, limit }: MeetingQuery): Promise<Slice<Meeting>> {
  let list = all(db)
  if (bodyIds) {
    if (bodyIds.length === 0) return { items: [], next: null }
    list = list.where('bodyId', 'in', [...bodyIds])
  }
  if (cursor) {
    const [startsAt, id] = decodeCursor(cursor, 2)
    list = list.where(sql<SqlBool>`(starts_at, id) < (${startsAt}::timestamptz, ${id}::uuid)`)
  }
  const rows = await list
    .orderBy('startsAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return sliceOf(rows.map(toMeeting), limit, ({ startsAt, id }) => [startsAt.toISOString(), id])
}

/** Those that begin after an instant, the soonest first. */
export async function meetingsAfter(db: Db, now: Date, limit: number): Promise<Meeting[]> {
  const rows = await all(db)
    .where('startsAt', '>', now)
    .where('cancelledAt', 'is', null)
    .orderBy('startsAt')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toMeeting)
}

export async function meetingsById(db: Db, ids: readonly string[]): Promise<Map<string, Meeting>> {
  if (ids.length === 0) return new Map()
  const rows = await all(db)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, toMeeting(row)]))
}

/** To be asked with the body locked. */
export async function nextNumber(tx: Db, bodyId: string): Promise<number> {
  const row = await own(tx)
    .selectFrom('meeting')
    .select((e) => e.fn.max('number').as('last'))
    .where('bodyId', '=', bodyId)
    .executeTakeFirstOrThrow()
  return (row.last ?? 0) + 1
}

function toRow({ count, ...meeting }: Meeting) {
  return { ...meeting, seats: count?.seats ?? null, quorum: count?.quorum ?? null, seatsFilled: count?.filled ?? null }
}

export async function insertMeeting(tx: Db, meeting: Meeting): Promise<void> {
  await own(tx).insertInto('meeting').values(toRow(meeting)).execute()
}

export async function updateMeeting(tx: Db, meeting: Meeting): Promise<void> {
  const { id, ...changes } = toRow(meeting)
  await own(tx).updateTable('meeting').set(changes).where('id', '=', id).execute()
}

/** What a meeting will look at: a file kept here, or an address elsewhere. */
export interface Paper {
  readonly id: string
  readonly meetingId: string
  readonly name: string
  readonly fileId: string | null
  readonly address: string | null
  readonly addedAt: Date
}

export async function papersOf(db: Db, meetingId: string): Promise<Paper[]> {
  return own(db).selectFrom('meetingPaper').selectAll().where('meetingId', '=', meetingId).orderBy('addedAt').orderBy('id').execute()
}

export async function insertPaper(tx: Db, paper: Paper): Promise<void> {
  await own(tx).insertInto('meetingPaper').values(paper).execute()
}

export async function deletePapers(tx: Db, meetingId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await own(tx)
    .deleteFrom('meetingPaper')
    .where('meetingId', '=', meetingId)
    .where('id', 'in', [...ids])
    .execute()
}

export async function findPaperOfFile(db: Db, fileId: string): Promise<Paper | null> {
  return (await own(db).selectFrom('meetingPaper').selectAll().where('fileId', '=', fileId).executeTakeFirst()) ?? null
}
