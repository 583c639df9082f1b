import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import type { Correction, Minutes, Remark, RemarkId, SittingKind } from './rules.ts'

const own = (db: Db) => db.$pickTables<'minutes' | 'minutesRemark' | 'approvedMinutes' | 'minutesCorrection'>()

/** The minutes of some meetings or hearings, by sitting. */
export async function minutesOf(db: Db, sittingIds: readonly string[]): Promise<Map<string, Minutes>> {
  if (sittingIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('minutes')
    .leftJoin('approvedMinutes', 'approvedMinutes.sittingId', 'minutes.sittingId')
    .select(['minutes.sittingId', 'minutes.version', 'sentVersion', 'sentAt', 'remarksUntil'])
    .select(['approvedMinutes.version as approvedVersion', 'approvedOn', 'approvedBy', 'hash'])
    .where('minutes.sittingId', 'in', [...new Set(sittingIds)])
    .execute()
  return new Map(
    rows.map(({ sittingId, version, sentVersion, sentAt, remarksUntil, approvedVersion, approvedOn, approvedBy, hash }) => [
      sittingId,
      {
        sittingId,
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

export async function findMinutes(db: Db, sittingId: string): Promise<Minutes | null> {
  return (await minutesOf(db, [sittingId])).get(sittingId) ?? null
}

/** What they say changed: they are of a new version. */
export async function bumpMinutes(tx: Db, kind: SittingKind, sittingId: string, version: number): Promise<void> {
  await own(tx)
    .insertInto('minutes')
    .values({ kind, sittingId, version })
    .onConflict((clash) => clash.column('sittingId').doUpdateSet({ version }))
    .execute()
}

export async function saveSending(tx: Db, sittingId: string, sent: NonNullable<Minutes['sent']>): Promise<void> {
  await own(tx)
    .updateTable('minutes')
    .set({ sentVersion: sent.version, sentAt: sent.at, remarksUntil: sent.until })
    .where('sittingId', '=', sittingId)
    .execute()
}

export async function remarksOn(db: Db, sittingId: string): Promise<Remark[]> {
  return own(db)
    .selectFrom('minutesRemark')
    .select(['id', 'personId', 'version', 'kind', 'text', 'at', 'outcome', 'reason'])
    .where('sittingId', '=', sittingId)
    .orderBy('at')
    .orderBy('id')
    .$narrowType<{ id: RemarkId; kind: Remark['kind']; outcome: Remark['outcome'] }>()
    .execute()
}

/** On which versions of which minutes a person spoke: 'sitting version'. */
export async function remarksBy(db: Db, personId: string, sittingIds: readonly string[]): Promise<Set<string>> {
  if (sittingIds.length === 0) return new Set()
  const rows = await own(db)
    .selectFrom('minutesRemark')
    .select(['sittingId', 'version'])
    .where('personId', '=', personId)
    .where('sittingId', 'in', [...sittingIds])
    .execute()
  return new Set(rows.map(({ sittingId, version }) => `${sittingId} ${version}`))
}

/** Of these sittings, those in which a correction waits for its outcome. */
export async function remarksWaiting(db: Db, sittingIds: readonly string[]): Promise<Set<string>> {
  if (sittingIds.length === 0) return new Set()
  const rows = await own(db)
    .selectFrom('minutesRemark')
    .select('sittingId')
    .distinct()
    .where('sittingId', 'in', [...sittingIds])
    .where('kind', '=', 'correction')
    .where('outcome', 'is', null)
    .execute()
  return new Set(rows.map(({ sittingId }) => sittingId))
}

export async function insertRemark(tx: Db, sittingId: string, remark: Remark): Promise<void> {
  await own(tx)
    .insertInto('minutesRemark')
    .values({ ...remark, sittingId })
    .execute()
}

export interface Outcome {
  readonly outcome: 'accepted' | 'rejected'
  readonly reason: string | null
}

export async function answerRemark(tx: Db, id: string, { outcome, reason }: Outcome, answeredAt: Date): Promise<void> {
  await own(tx).updateTable('minutesRemark').set({ outcome, reason, answeredAt }).where('id', '=', id).execute()
}

interface Approval {
  readonly version: number
  readonly hash: Buffer
  readonly approvedOn: Day
  readonly approvedBy: string
}

/** For good: the table takes no change. */
export async function saveApproval(tx: Db, sittingId: string, approval: Approval): Promise<void> {
  await own(tx)
    .insertInto('approvedMinutes')
    .values({ sittingId, ...approval })
    .execute()
}

export async function correctionsOf(db: Db, sittingId: string): Promise<Correction[]> {
  return own(db)
    .selectFrom('minutesCorrection')
    .select(['id', 'number', 'text', 'reason', 'authorId', 'madeOn'])
    .where('sittingId', '=', sittingId)
    .orderBy('number')
    .execute()
}

export async function insertCorrection(tx: Db, sittingId: string, correction: Correction): Promise<void> {
  await own(tx)
    .insertInto('minutesCorrection')
    .values({ ...correction, sittingId })
    .execute()
}

/** All that a person ever answered, with the outcomes, on whatever minutes. */
export async function remarksOfPerson(db: Db, personId: string) {
  return own(db)
    .selectFrom('minutesRemark')
    .innerJoin('minutes', 'minutes.sittingId', 'minutesRemark.sittingId')
    .select(['minutes.meetingId', 'minutes.hearingId', 'minutesRemark.id', 'minutesRemark.version', 'minutesRemark.kind'])
    .select(['text', 'at', 'outcome', 'reason'])
    .where('personId', '=', personId)
    .orderBy('at')
    .limit(10_000)
    .execute()
}
