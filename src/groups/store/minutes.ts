import { createHash } from 'node:crypto'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { Minutes, Remark, RemarkId } from '../rules/minutes.ts'

const own = (db: Db) => db.$pickTables<'minutes' | 'minutesVersion' | 'minutesRemark' | 'approvedMinutes' | 'minutesCorrection'>()

/** The minutes of some meetings, by meeting. */
export async function minutesOf(db: Db, meetingIds: readonly string[]): Promise<Map<string, Minutes>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('minutes')
    .leftJoin('approvedMinutes', 'approvedMinutes.meetingId', 'minutes.meetingId')
    .selectAll('minutes')
    .select(['approvedMinutes.version as approvedVersion', 'approvedOn', 'approvedBy', 'hash'])
    .where('minutes.meetingId', 'in', [...meetingIds])
    .execute()
  return new Map(
    rows.map(({ meetingId, version, sentVersion, sentAt, remarksUntil, approvedVersion, approvedOn, approvedBy, hash }) => [
      meetingId,
      {
        meetingId,
        version,
        sent: sentVersion !== null && sentAt && remarksUntil ? { version: sentVersion, at: sentAt, until: remarksUntil } : null,
        approved:
          approvedVersion !== null && approvedOn && approvedBy && hash
            ? { version: approvedVersion, on: approvedOn, by: approvedBy, hash: hash.toString('hex') }
            : null,
      },
    ]),
  )
}

export async function findMinutes(db: Db, meetingId: string): Promise<Minutes | null> {
  return (await minutesOf(db, [meetingId])).get(meetingId) ?? null
}

export interface Version {
  readonly version: number
  readonly text: string
  readonly authorId: string
  readonly at: Date
}

export async function findVersion(db: Db, meetingId: string, version: number): Promise<Version | null> {
  const row = await own(db)
    .selectFrom('minutesVersion')
    .select(['version', 'text', 'authorId', 'at'])
    .where('meetingId', '=', meetingId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ?? null
}

export async function saveVersion(tx: Db, meetingId: string, version: Version): Promise<void> {
  await own(tx)
    .insertInto('minutes')
    .values({ meetingId, version: version.version })
    .onConflict((clash) => clash.column('meetingId').doUpdateSet({ version: version.version }))
    .execute()
  await own(tx)
    .insertInto('minutesVersion')
    .values({ meetingId, ...version })
    .execute()
}

export async function saveSending(tx: Db, meetingId: string, sent: NonNullable<Minutes['sent']>): Promise<void> {
  await own(tx)
    .updateTable('minutes')
    .set({ sentVersion: sent.version, sentAt: sent.at, remarksUntil: sent.until })
    .where('meetingId', '=', meetingId)
    .execute()
}

const remarkColumns = ['id', 'personId', 'version', 'kind', 'text', 'at', 'outcome', 'reason'] as const

export async function remarksOn(db: Db, meetingId: string): Promise<Remark[]> {
  return own(db)
    .selectFrom('minutesRemark')
    .select(remarkColumns)
    .where('meetingId', '=', meetingId)
    .orderBy('at')
    .orderBy('id')
    .$narrowType<{ id: RemarkId; kind: Remark['kind']; outcome: Remark['outcome'] }>()
    .execute()
}

/** On which versions of which minutes a person spoke: 'meeting version'. */
export async function remarksBy(db: Db, personId: string, meetingIds: readonly string[]): Promise<Set<string>> {
  if (meetingIds.length === 0) return new Set()
  const rows = await own(db)
    .selectFrom('minutesRemark')
    .select(['meetingId', 'version'])
    .where('personId', '=', personId)
    .where('meetingId', 'in', [...meetingIds])
    .execute()
  return new Set(rows.map(({ meetingId, version }) => `${meetingId} ${version}`))
}

export async function insertRemark(tx: Db, meetingId: string, remark: Remark): Promise<void> {
  await own(tx)
    .insertInto('minutesRemark')
    .values({ ...remark, meetingId })
    .execute()
}

export async function answerRemark(
  tx: Db,
  id: string,
  answer: { readonly outcome: 'accepted' | 'rejected'; readonly reason: string | null; readonly answeredAt: Date },
): Promise<void> {
  await own(tx).updateTable('minutesRemark').set(answer).where('id', '=', id).execute()
}

/** For good: the table takes no change. */
export async function saveApproval(
  tx: Db,
  meetingId: string,
  approved: { version: number; text: string; on: Day; by: string },
): Promise<string> {
  const hash = createHash('sha256').update(approved.text).digest()
  await own(tx)
    .insertInto('approvedMinutes')
    .values({ meetingId, version: approved.version, hash, approvedOn: approved.on, approvedBy: approved.by })
    .execute()
  return hash.toString('hex')
}

export interface Correction {
  readonly id: string
  readonly number: number
  readonly text: string
  readonly reason: string
  readonly authorId: string
  readonly madeOn: Day
}

export async function correctionsOf(db: Db, meetingId: string): Promise<Correction[]> {
  return own(db)
    .selectFrom('minutesCorrection')
    .select(['id', 'number', 'text', 'reason', 'authorId', 'madeOn'])
    .where('meetingId', '=', meetingId)
    .orderBy('number')
    .execute()
}

export async function insertCorrection(tx: Db, meetingId: string, correction: Correction): Promise<void> {
  await own(tx)
    .insertInto('minutesCorrection')
    .values({ ...correction, meetingId })
    .execute()
}
