import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Contribution } from '../rules/contributions.ts'
import { nextShard } from './tallies.ts'

const own = (db: Db) => db.$pickTables<'contributionSupport'>()

type Key = Pick<Contribution, 'consultationId' | 'id'>

/** One for each person, however many times and at once they ask: false when they supported it already. */
export async function addSupport(tx: Db, { consultationId, id }: Key, personId: string, at: Date): Promise<boolean> {
  const shard = nextShard()
  const { rows } = await sql<{ added: boolean }>`
    with added as (
      insert into contribution_support values (${consultationId}::uuid, ${id}::uuid, ${personId}::uuid, ${at}::timestamptz)
      on conflict do nothing returning 1
    ), grown as (
      update contribution set supports = supports + 1
      where consultation_id = ${consultationId}::uuid and id = ${id}::uuid and exists (select from added)
      returning block_id
    ), counted as (
      insert into consultation_tally as t (consultation_id, shard, supports, changes)
      select ${consultationId}::uuid, ${shard}::int, 1, 1 from added
      on conflict (consultation_id, shard) do update set supports = t.supports + 1, changes = t.changes + 1
    ), told as (
      insert into block_tally as b (consultation_id, block_id, shard, changes)
      select ${consultationId}::uuid, block_id, ${shard}::int, 1 from grown where block_id is not null
      on conflict (consultation_id, block_id, shard) do update set changes = b.changes + 1
    )
    select exists (select from added) as added`.execute(tx)
  return rows[0]?.added === true
}

export async function removeSupport(tx: Db, { consultationId, id }: Key, personId: string): Promise<boolean> {
  const shard = nextShard()
  const { rows } = await sql<{ removed: boolean }>`
    with removed as (
      delete from contribution_support
      where consultation_id = ${consultationId}::uuid and contribution_id = ${id}::uuid and person_id = ${personId}::uuid
      returning 1
    ), shrunk as (
      update contribution set supports = supports - 1
      where consultation_id = ${consultationId}::uuid and id = ${id}::uuid and exists (select from removed)
      returning block_id
    ), counted as (
      insert into consultation_tally as t (consultation_id, shard, supports, changes)
      select ${consultationId}::uuid, ${shard}::int, -1, 1 from removed
      on conflict (consultation_id, shard) do update set supports = t.supports - 1, changes = t.changes + 1
    ), told as (
      insert into block_tally as b (consultation_id, block_id, shard, changes)
      select ${consultationId}::uuid, block_id, ${shard}::int, 1 from shrunk where block_id is not null
      on conflict (consultation_id, block_id, shard) do update set changes = b.changes + 1
    )
    select exists (select from removed) as removed`.execute(tx)
  return rows[0]?.removed === true
}

/** Which of these a person supports. */
export async function supportedBy(db: Db, personId: string, consultationId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await own(db)
    .selectFrom('contributionSupport')
    .select('contributionId')
    .where('consultationId', '=', consultationId)
    .where('personId', '=', personId)
    .where('contributionId', 'in', [...ids])
    .execute()
  return new Set(rows.map(({ contributionId }) => contributionId))
}
