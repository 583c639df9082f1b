import type { Day } from '../../kernel/day.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { CallId, NeedCall } from '../rules/calls.ts'

const own = (db: Db) => db.$pickTables<'needCall' | 'needProposal'>()

const all = (db: Db) => own(db).selectFrom('needCall').selectAll()

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

const toCall = (row: Row): NeedCall => ({ ...row, id: row.id as CallId })

export async function getCall(db: Db, id: string): Promise<NeedCall> {
  const row = await all(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Problem(notFound, { call: id })
  return toCall(row)
}

export async function lockCall(tx: Db, id: string): Promise<NeedCall> {
  const row = await all(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Problem(notFound, { call: id })
  return toCall(row)
}

/** The latest first. An ecosystem opens a few in a cycle. */
export async function callsOf(db: Db, ecosystemIds: readonly string[]): Promise<NeedCall[]> {
  if (ecosystemIds.length === 0) return []
  const rows = await all(db)
    .where('ecosystemId', 'in', [...ecosystemIds])
    .orderBy('closesOn', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return rows.map(toCall)
}

/** The calls open on a day, wherever: the first to close first. */
export async function openCalls(db: Db, today: Day): Promise<NeedCall[]> {
  const rows = await all(db)
    .where('opensOn', '<=', today)
    .where('closesOn', '>=', today)
    .orderBy('closesOn')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map(toCall)
}

export async function callsById(db: Db, ids: readonly string[]): Promise<Map<string, NeedCall>> {
  if (ids.length === 0) return new Map()
  const rows = await all(db)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, toCall(row)]))
}

export async function insertCall(tx: Db, call: NeedCall): Promise<void> {
  await own(tx).insertInto('needCall').values(call).execute()
}

export async function updateCall(tx: Db, { id, title, guidance, opensOn, closesOn }: NeedCall): Promise<void> {
  await own(tx).updateTable('needCall').set({ title, guidance, opensOn, closesOn }).where('id', '=', id).execute()
}

/** What a call brought, in numbers that anybody may read. */
export interface CallCounts {
  readonly received: number
  readonly waiting: number
  readonly accepted: number
  readonly joined: number
  readonly notAccepted: number
  readonly withdrawn: number
}

export const noCounts: CallCounts = { received: 0, waiting: 0, accepted: 0, joined: 0, notAccepted: 0, withdrawn: 0 }

export async function countsOf(db: Db, callIds: readonly string[]): Promise<Map<string, CallCounts>> {
  if (callIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('needProposal')
    .select((of) => [
      'callId',
      of.fn.countAll<number>().as('received'),
      of.fn.countAll<number>().filterWhere('outcome', 'is', null).filterWhere('withdrawnOn', 'is', null).as('waiting'),
      of.fn.countAll<number>().filterWhere('outcome', '=', 'accepted').as('accepted'),
      of.fn.countAll<number>().filterWhere('outcome', '=', 'joined').as('joined'),
      of.fn.countAll<number>().filterWhere('outcome', '=', 'not-accepted').as('notAccepted'),
      of.fn.countAll<number>().filterWhere('withdrawnOn', 'is not', null).as('withdrawn'),
    ])
    .where('callId', 'in', [...callIds])
    .groupBy('callId')
    .execute()
  return new Map(rows.map(({ callId, ...counts }) => [callId, counts]))
}
