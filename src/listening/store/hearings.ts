import { type SqlBool, sql } from 'kysely'
import { decodeCursor, type Slice, sliceOf } from '../../kernel/cursor.ts'
import type { Day } from '../../kernel/day.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Hearing, HearingId, Opening } from '../rules/hearings.ts'
import type { Slot, SlotId } from '../rules/slots.ts'

const own = (db: Db) => db.$pickTables<'hearing' | 'hearingSlot'>()

const all = (db: Db) => own(db).selectFrom('hearing').selectAll().$narrowType<{ id: HearingId; openTo: Opening }>()

export async function getHearing(db: Db, id: string): Promise<Hearing> {
  const row = await all(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Problem(notFound, { hearing: id })
  return row
}

/** The hearing, for whoever changes something in it: the next one waits, so that places and versions never clash. */
export async function lockHearing(tx: Db, id: string): Promise<Hearing> {
  const row = await all(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Problem(notFound, { hearing: id })
  return row
}

export async function hearingsById(db: Db, ids: readonly string[]): Promise<Map<string, Hearing>> {
  if (ids.length === 0) return new Map()
  const rows = await all(db)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function hearingsOfCycles(db: Db, cycleIds: readonly string[]): Promise<Hearing[]> {
  if (cycleIds.length === 0) return []
  return all(db)
    .where('cycleId', 'in', [...cycleIds])
    .orderBy('number')
    .execute()
}

/** The latest called of some ecosystems; no more than two hundred. */
export async function hearingsOfEcosystems(db: Db, ecosystemIds: readonly string[]): Promise<Hearing[]> {
  if (ecosystemIds.length === 0) return []
  return all(db)
    .where('ecosystemId', 'in', [...ecosystemIds])
    .orderBy('calledAt', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

/** Whoever wants, or a stakeholder, may register for them on a day: the first to close first. */
export async function hearingsOpenOn(db: Db, today: Day, limit: number): Promise<Hearing[]> {
  return all(db)
    .where('cancelledAt', 'is', null)
    .where('openTo', '!=', 'invited')
    .where('opensOn', '<=', today)
    .where('closesOn', '>=', today)
    .orderBy('closesOn')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export interface HearingQuery {
  readonly ecosystemId?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** The latest called first. */
export async function listHearings(db: Db, { ecosystemId, cursor, limit }: HearingQuery): Promise<Slice<Hearing>> {
  let list = all(db)
  if (ecosystemId) list = list.where('ecosystemId', '=', ecosystemId)
  if (cursor) {
    const [calledAt, id] = decodeCursor(cursor, 2)
    list = list.where(sql<SqlBool>`(called_at, id) < (${calledAt}::timestamptz, ${id}::uuid)`)
  }
  const rows = await list
    .orderBy('calledAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return sliceOf(rows, limit, ({ calledAt, id }) => [calledAt.toISOString(), id])
}

/** To be asked with the ecosystem's map locked. */
export async function nextNumber(tx: Db, ecosystemId: string): Promise<number> {
  const row = await own(tx)
    .selectFrom('hearing')
    .select((e) => e.fn.max('number').as('last'))
    .where('ecosystemId', '=', ecosystemId)
    .executeTakeFirstOrThrow()
  return (row.last ?? 0) + 1
}

export async function insertHearing(tx: Db, hearing: Hearing): Promise<void> {
  await own(tx).insertInto('hearing').values(hearing).execute()
}

export async function updateHearing(tx: Db, { id, ...changes }: Partial<Hearing> & Pick<Hearing, 'id'>): Promise<void> {
  await own(tx).updateTable('hearing').set(changes).where('id', '=', id).execute()
}

const slots = (db: Db) => own(db).selectFrom('hearingSlot').selectAll().$narrowType<{ id: SlotId }>()

/** The slots of some hearings, the soonest first. */
export async function slotsOf(db: Db, hearingIds: readonly string[]): Promise<Slot[]> {
  if (hearingIds.length === 0) return []
  return slots(db)
    .where('hearingId', 'in', [...new Set(hearingIds)])
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
}

/** Those that begin after an instant, the soonest first, of hearings that stand. */
export async function slotsAfter(db: Db, now: Date, limit: number): Promise<Slot[]> {
  return slots(db)
    .where('startsAt', '>', now)
    .where('hearingId', 'in', own(db).selectFrom('hearing').select('id').where('cancelledAt', 'is', null))
    .orderBy('startsAt')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function insertSlot(tx: Db, slot: Slot): Promise<void> {
  await own(tx).insertInto('hearingSlot').values(slot).execute()
}

export async function updateSlot(tx: Db, { id, ...changes }: Slot): Promise<void> {
  await own(tx).updateTable('hearingSlot').set(changes).where('id', '=', id).execute()
}

export async function deleteSlot(tx: Db, id: string): Promise<void> {
  await own(tx).deleteFrom('hearingSlot').where('id', '=', id).execute()
}
