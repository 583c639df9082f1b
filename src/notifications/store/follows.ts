import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'ecosystemFollow'>()

/** Whoever was following already when something happened. */
export async function followersOf(db: Db, ecosystemId: string, at: Date): Promise<string[]> {
  const rows = await own(db)
    .selectFrom('ecosystemFollow')
    .select('personId')
    .where('ecosystemId', '=', ecosystemId)
    .where('since', '<=', at)
    .execute()
  return rows.map(({ personId }) => personId)
}

/** The ecosystems that somebody follows, the latest first. */
export async function followedBy(db: Db, personId: string): Promise<string[]> {
  const rows = await own(db)
    .selectFrom('ecosystemFollow')
    .select('ecosystemId')
    .where('personId', '=', personId)
    .orderBy('since', 'desc')
    .execute()
  return rows.map(({ ecosystemId }) => ecosystemId)
}

export async function insertFollow(tx: Db, personId: string, ecosystemId: string, since: Date): Promise<void> {
  await own(tx)
    .insertInto('ecosystemFollow')
    .values({ personId, ecosystemId, since })
    .onConflict((clash) => clash.columns(['ecosystemId', 'personId']).doNothing())
    .execute()
}

export async function deleteFollow(tx: Db, personId: string, ecosystemId: string): Promise<void> {
  await own(tx).deleteFrom('ecosystemFollow').where('personId', '=', personId).where('ecosystemId', '=', ecosystemId).execute()
}
