import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { type Act, recordingWithin } from '../../platform/record.ts'
import { touch } from '../../platform/revisions.ts'
import { nextShard } from './tallies.ts'

const own = (db: Db) => db.$pickTables<'contribution' | 'consultationTally' | 'blockTally'>()

export interface TakenOut {
  readonly id: string
  readonly number: number
}

interface ToTakeOut {
  readonly consultationId: string
  readonly importId: string
  readonly ids: readonly string[]
  readonly now: Date
}

/** Withdraws what entered with a file and still stands, and counts it so, in as many statements for many as for one. */
export async function takeOut(tx: Db, { consultationId, importId, ids, now }: ToTakeOut): Promise<TakenOut[]> {
  if (ids.length === 0) return []
  const rows = await own(tx)
    .selectFrom('contribution')
    .select(['id', 'number', 'blockId', 'hiddenAt'])
    .where('consultationId', '=', consultationId)
    .where('id', 'in', [...ids])
    .where('withdrawnAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (rows.length === 0) return []
  await own(tx)
    .updateTable('contribution')
    .set({ withdrawnAt: now, takenOutIn: importId })
    .where('consultationId', '=', consultationId)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  await countTakenOut(tx, consultationId, rows)
  return rows.map(({ id, number }) => ({ id, number }))
}

interface Taken {
  readonly blockId: string | null
  readonly hiddenAt: Date | null
}

async function countTakenOut(tx: Db, consultationId: string, rows: readonly Taken[]): Promise<void> {
  const shard = nextShard()
  const hidden = rows.filter(({ hiddenAt }) => hiddenAt).length
  const placed = rows.filter(({ blockId }) => blockId)
  const blocks = placed.map(({ blockId }) => blockId)
  const seen = placed.map(({ hiddenAt }) => (hiddenAt ? 0 : 1))
  await sql`insert into block_tally as b (consultation_id, block_id, shard, visible, changes)
    select ${consultationId}::uuid, block, ${shard}::int, -sum(seen), 1
    from unnest(${blocks}::uuid[], ${seen}::int[]) placed(block, seen) group by block order by block
    on conflict (consultation_id, block_id, shard) do update set visible = b.visible + excluded.visible,
      changes = b.changes + excluded.changes`.execute(own(tx))
  await sql`insert into consultation_tally as t (consultation_id, shard, withdrawn, hidden, changes)
    values (${consultationId}, ${shard}, ${rows.length}, ${-hidden}, 1)
    on conflict (consultation_id, shard) do update set withdrawn = t.withdrawn + excluded.withdrawn,
      hidden = t.hidden + excluded.hidden, changes = t.changes + excluded.changes`.execute(own(tx))
  // Of what was answered, only what stands is counted.
  await touch(tx, `answers:${consultationId}`)
}

/** One line of the record for each, in one statement. */
export async function recordTakenOut(tx: Db, acts: readonly Act[]): Promise<void> {
  if (acts.length === 0) return
  await recordingWithin(acts, sql`unnest(${acts.map(({ subjectId }) => subjectId)}::text[]) id`).execute(tx)
}
