import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, kept } from '../../platform/db.ts'
import { touch } from '../../platform/revisions.ts'
import type { Contribution, ContributionState } from '../rules/contributions.ts'

const own = (db: Db) => db.$pickTables<'consultationTally' | 'blockTally'>()

const shards = 16

let last = randomInt(shards)

/**
 * In which of the rows that count a consultation to count next: in turn, so that what is written at the same time does
 * not queue for one row. Only their sums say anything.
 */
export function nextShard(): number {
  last = (last + 1) % shards
  return last
}

export interface Numbers {
  readonly received: number
  /** Of those received, how many came on other channels, and how many in the name of organisations. */
  readonly elsewhere: number
  readonly organisations: number
  readonly withdrawn: number
  readonly hidden: number
  readonly supports: number
}

export const noNumbers: Numbers = { received: 0, elsewhere: 0, organisations: 0, withdrawn: 0, hidden: 0, supports: 0 }

/** Never counted by reading contributions, which may be a million. */
export async function numbersOf(db: Db, consultationIds: readonly string[]): Promise<Map<string, Numbers>> {
  if (consultationIds.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('consultationTally')
    .select(({ fn }) => [
      'consultationId',
      fn.sum<number>('received').as('received'),
      fn.sum<number>('elsewhere').as('elsewhere'),
      fn.sum<number>('organisations').as('organisations'),
      fn.sum<number>('withdrawn').as('withdrawn'),
      fn.sum<number>('hidden').as('hidden'),
      fn.sum<number>('supports').as('supports'),
    ])
    .where('consultationId', 'in', [...new Set(consultationIds)])
    .groupBy('consultationId')
    .execute()
  return new Map(rows.map(({ consultationId, ...numbers }) => [consultationId, numbers]))
}

/** How many contributions on a block can be read, and how many times one of them changed. */
export interface BlockTally {
  readonly visible: number
  readonly changes: number
}

export async function blockTallies(db: Db, consultationId: string): Promise<Map<string, BlockTally>> {
  // As one value: a hundred rows cost more to be read than to be counted.
  const { rows } = await sql<{ tallies: Record<string, [visible: number, changes: number]> | null }>`
    select json_object_agg(block_id, json_build_array(visible, changes)) as tallies from (
      select block_id, sum(visible) as visible, sum(changes) as changes from block_tally
      where consultation_id = ${consultationId}::uuid group by block_id
    ) block ${kept}`.execute(db)
  return new Map(Object.entries(rows[0]?.tallies ?? {}).map(([blockId, [visible, changes]]) => [blockId, { visible, changes }]))
}

/** How many contributions can be read about each block. */
export async function heatOf(db: Db, consultationId: string): Promise<Map<string, number>> {
  return new Map([...(await blockTallies(db, consultationId))].map(([blockId, { visible }]) => [blockId, visible]))
}

/**
 * The block first, then the consultation: as the statements that receive and support do, whose parts PostgreSQL runs from
 * the last. In another order two acts at once could wait for each other.
 */
async function countOnBlock(tx: Db, { consultationId, target }: Contribution, shard: number, tally: Partial<BlockTally>): Promise<void> {
  if (target.kind === 'whole') return
  await own(tx)
    .insertInto('blockTally')
    .values({ consultationId, blockId: target.blockId, shard, ...tally })
    .onConflict((row) =>
      row.columns(['consultationId', 'blockId', 'shard']).doUpdateSet({
        visible: sql<number>`block_tally.visible + excluded.visible`,
        changes: sql<number>`block_tally.changes + excluded.changes`,
      }),
    )
    .execute()
}

/** What a contribution says, or who may read it, changed. */
export async function countChange(tx: Db, contribution: Contribution): Promise<void> {
  const { consultationId } = contribution
  const shard = nextShard()
  await countOnBlock(tx, contribution, shard, { changes: 1 })
  await own(tx)
    .insertInto('consultationTally')
    .values({ consultationId, shard, changes: 1 })
    .onConflict((row) =>
      row.columns(['consultationId', 'shard']).doUpdateSet({ changes: sql<number>`consultation_tally.changes + excluded.changes` }),
    )
    .execute()
}

const inState = (state: ContributionState, which: ContributionState) => (state === which ? 1 : 0)

/** A contribution went from one state to another. */
export async function recount(tx: Db, contribution: Contribution, before: ContributionState, after: ContributionState): Promise<void> {
  const { consultationId } = contribution
  const by = (which: ContributionState) => inState(after, which) - inState(before, which)
  const shard = nextShard()
  await countOnBlock(tx, contribution, shard, { visible: by('visible') })
  await own(tx)
    .insertInto('consultationTally')
    .values({ consultationId, shard, withdrawn: by('withdrawn'), hidden: by('hidden') })
    .onConflict((row) =>
      row.columns(['consultationId', 'shard']).doUpdateSet({
        withdrawn: sql<number>`consultation_tally.withdrawn + excluded.withdrawn`,
        hidden: sql<number>`consultation_tally.hidden + excluded.hidden`,
      }),
    )
    .execute()
  // Of what was answered, only what stands is counted.
  await touch(tx, `answers:${consultationId}`)
}
