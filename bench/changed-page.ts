import type { Db } from '../src/platform/db.ts'
import { call, cpuPerCall } from './caller.ts'
import { databaseSeconds } from './consultation-house.ts'

export interface Asked {
  readonly url: string
  readonly db: Db
  /** Where others write, whose work is not counted. */
  readonly database: string
  readonly consultationId: string
}

/** What is done to a consultation before each request. */
export type Change = (consultationId: string) => string

/** What a page costs each time that it is asked for, the application and the database together, and the application alone. */
export async function costOf({ url, db, database, consultationId }: Asked, change?: Change): Promise<[all: number, application: number]> {
  const calls = { url, times: 400, lanes: change ? 1 : 2, change: change && { database, sql: change(consultationId) } }
  await call({ ...calls, times: 100 })
  const before = await databaseSeconds(db)
  const application = await cpuPerCall(calls)
  // Warming up asks a quarter more.
  const spent = (((await databaseSeconds(db)) - before) * 1000) / (calls.times * 1.25)
  return [application + spent, application]
}

/** One of the first contributions, by turns. */
const chosen = (id: string) => `consultation_id = '${id}' and number = (
  select min(number) from contribution where consultation_id = '${id}') + $1 % 200`

export const supportAnother: Change = (id) => `
  with one as (update contribution set supports = supports + 1 where ${chosen(id)} returning consultation_id, block_id),
  counted as (
    insert into consultation_tally as t (consultation_id, shard, changes) select consultation_id, 0, 1 from one
    on conflict (consultation_id, shard) do update set changes = t.changes + 1
  )
  insert into block_tally as t (consultation_id, block_id, shard, changes) select consultation_id, block_id, 0, 1 from one
  on conflict (consultation_id, block_id, shard) do update set changes = t.changes + 1`

export const sendAnother: Change = (id) => `
  with one as (
    insert into contribution select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
      'number', nextval('contribution_number'), 'idempotency_key', gen_random_uuid()))).*
    from contribution c where ${chosen(id)} returning consultation_id, block_id
  ), counted as (
    insert into consultation_tally as t (consultation_id, shard, received) select consultation_id, 0, 1 from one
    on conflict (consultation_id, shard) do update set received = t.received + 1
  )
  insert into block_tally as t (consultation_id, block_id, shard, visible) select consultation_id, block_id, 0, 1 from one
  on conflict (consultation_id, block_id, shard) do update set visible = t.visible + 1`
