import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { Merger } from '../rules/merging.ts'
import type { Need } from '../rules/needs.ts'
import { type NeedRow, needColumns, toNeed } from './needs.ts'

const own = (db: Db) => db.$pickTables<'need' | 'needMerger'>()

export async function merge(tx: Db, merger: Omit<Merger, 'undoneOn' | 'undoneReason'>, mergedBy: string): Promise<void> {
  await own(tx)
    .insertInto('needMerger')
    .values({ ...merger, mergedBy })
    .execute()
  await own(tx).updateTable('need').set({ mergedInto: merger.intoId }).where('id', '=', merger.needId).execute()
}

export async function separate(tx: Db, needId: string, undone: { on: Day; by: string; reason: string }): Promise<void> {
  await own(tx)
    .updateTable('needMerger')
    .set({ undoneOn: undone.on, undoneBy: undone.by, undoneReason: undone.reason })
    .where('needId', '=', needId)
    .where('undoneOn', 'is', null)
    .execute()
  await own(tx).updateTable('need').set({ mergedInto: null }).where('id', '=', needId).execute()
}

/** Every merging that a need took part in, those undone included, the first one first. */
export async function mergersOf(db: Db, needId: string): Promise<Merger[]> {
  return own(db)
    .selectFrom('needMerger')
    .select(['id', 'needId', 'intoId', 'reason', 'mergedOn', 'undoneOn', 'undoneReason'])
    .where((either) => either.or([either('needId', '=', needId), either('intoId', '=', needId)]))
    .orderBy('id')
    .limit(500)
    .execute()
}

const columns = sql.join(needColumns.map((column) => sql.ref(`n.${column}`)))

/** The needs that went into this one, and into those, wherever they stand in the chain. */
export async function mergedUnder(db: Db, needId: string): Promise<Need[]> {
  const { rows } = await sql<NeedRow>`
    with recursive under (id) as (
      select id from need where merged_into = ${needId}::uuid
      union
      select m.id from need m join under u on m.merged_into = u.id
    )
    select ${columns} from under u join need n on n.id = u.id order by n.number`.execute(db)
  return rows.map(toNeed)
}

/** The needs that this one went into: the first, and the last of the chain, which stands for all. */
export async function mergedAbove(db: Db, needId: string): Promise<Need[]> {
  const { rows } = await sql<NeedRow>`
    with recursive above (id, depth) as (
      select merged_into, 1 from need where id = ${needId}::uuid and merged_into is not null
      union
      select m.merged_into, a.depth + 1 from need m join above a on m.id = a.id where m.merged_into is not null
    )
    select ${columns} from above a join need n on n.id = a.id order by a.depth`.execute(db)
  return rows.map(toNeed)
}

/** Every need of an ecosystem and what it went into: for asking what covers them. */
export async function chainsIn(db: Db, ecosystemId: string): Promise<{ id: string; mergedInto: string | null }[]> {
  return own(db).selectFrom('need').select(['id', 'mergedInto']).where('ecosystemId', '=', ecosystemId).execute()
}
