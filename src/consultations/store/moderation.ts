import { type SqlBool, sql } from 'kysely'
import type { PersonId } from '../../charter/policy.ts'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Db } from '../../platform/db.ts'
import type { Contribution } from '../rules/contributions.ts'
import type { ModerationAct, ModerationKind } from '../rules/moderation.ts'

const own = (db: Db) => db.$pickTables<'moderationAct' | 'contributionFlag' | 'contribution'>()

type Key = Pick<Contribution, 'consultationId' | 'id'>

export async function insertModeration(tx: Db, consultationId: string, act: ModerationAct): Promise<void> {
  await own(tx)
    .insertInto('moderationAct')
    .values({ consultationId, ...act })
    .execute()
}

/** What was decided about a contribution, as it went. */
export async function moderationsOf(db: Db, { consultationId, id }: Key): Promise<ModerationAct[]> {
  const rows = await own(db)
    .selectFrom('moderationAct')
    .select(['id', 'contributionId', 'kind', 'rule', 'reason', 'by', 'at'])
    .where('consultationId', '=', consultationId)
    .where('contributionId', '=', id)
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as ModerationKind, by: row.by as PersonId }))
}

export interface ModerationCount {
  readonly kind: ModerationKind
  readonly rule: string | null
  readonly count: number
}

/** The log in numbers: what anybody may know of it. */
export async function countModerations(db: Db, consultationId: string): Promise<ModerationCount[]> {
  const rows = await own(db)
    .selectFrom('moderationAct')
    .select((e) => ['kind', 'rule', e.fn.countAll<number>().as('count')])
    .where('consultationId', '=', consultationId)
    .groupBy(['kind', 'rule'])
    .orderBy('kind')
    .orderBy('rule')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as ModerationKind, count: Number(row.count) }))
}

export interface Flag {
  readonly contributionId: string
  readonly personId: string
  readonly rule: string
  readonly note: string | null
  readonly at: Date
}

/** One reader flags a contribution once. */
export async function insertFlag(tx: Db, consultationId: string, flag: Flag): Promise<boolean> {
  const added = await own(tx)
    .insertInto('contributionFlag')
    .values({ consultationId, ...flag, settledAt: null })
    .onConflict((at) => at.doNothing())
    .returning('at')
    .executeTakeFirst()
  return added !== undefined
}

export async function settleFlags(tx: Db, { consultationId, id }: Key, now: Date): Promise<number> {
  const { numUpdatedRows } = await own(tx)
    .updateTable('contributionFlag')
    .set({ settledAt: now })
    .where('consultationId', '=', consultationId)
    .where('contributionId', '=', id)
    .where('settledAt', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** What waits for whoever moderates, the oldest first. */
export async function openFlags(
  db: Db,
  consultationId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Slice<Flag>> {
  let list = own(db)
    .selectFrom('contributionFlag')
    .select(['contributionId', 'personId', 'rule', 'note', 'at'])
    .where('consultationId', '=', consultationId)
    .where('settledAt', 'is', null)
  if (cursor) {
    const [at, contributionId, personId] = decodeCursor(cursor, 3)
    list = list.where(sql<SqlBool>`(at, contribution_id, person_id) > (${at}::timestamptz, ${contributionId}::uuid, ${personId}::uuid)`)
  }
  const rows = await list
    .orderBy('at')
    .orderBy('contributionId')
    .orderBy('personId')
    .limit(limit + 1)
    .execute()
  return sliceOf(rows, limit, ({ at, contributionId, personId }) => [at.toISOString(), contributionId, personId])
}

/** Contributions hidden whose author asked to look again, the oldest first. */
export async function openAppeals(
  db: Db,
  consultationId: string,
): Promise<{ readonly id: string; readonly number: number; readonly appealedAt: Date }[]> {
  const rows = await own(db)
    .selectFrom('contribution')
    .select(['id', 'number', 'appealedAt'])
    .where('consultationId', '=', consultationId)
    .where('appealedAt', 'is not', null)
    .orderBy('appealedAt')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, appealedAt: row.appealedAt as Date }))
}

/** How many reviews wait for a decision. */
export async function countAppeals(db: Db, consultationId: string): Promise<number> {
  const { count } = await own(db)
    .selectFrom('contribution')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('consultationId', '=', consultationId)
    .where('appealedAt', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** How many things wait for whoever moderates each of these. */
export async function waitingForModeration(db: Db, consultationIds: readonly string[]): Promise<Map<string, number>> {
  if (consultationIds.length === 0) return new Map()
  const flagged = await own(db)
    .selectFrom('contributionFlag')
    .select((e) => ['consultationId', e.fn.count<number>('contributionId').distinct().as('count')])
    .where('consultationId', 'in', [...consultationIds])
    .where('settledAt', 'is', null)
    .groupBy('consultationId')
    .execute()
  const appealed = await own(db)
    .selectFrom('contribution')
    .select((e) => ['consultationId', e.fn.countAll<number>().as('count')])
    .where('consultationId', 'in', [...consultationIds])
    .where('appealedAt', 'is not', null)
    .groupBy('consultationId')
    .execute()
  const waiting = new Map<string, number>()
  for (const { consultationId, count } of [...flagged, ...appealed])
    waiting.set(consultationId, (waiting.get(consultationId) ?? 0) + Number(count))
  return waiting
}
