import type { Db } from '../platform/db.ts'

const name = 'demonstration-seeded'
const own = (db: Db) => db.$pickTables<'setting'>()

export async function isSeeded(db: Db): Promise<boolean> {
  return (await own(db).selectFrom('setting').select('name').where('name', '=', name).executeTakeFirst()) !== undefined
}

export async function markSeeded(db: Db): Promise<void> {
  await own(db)
    .insertInto('setting')
    .values({ name, value: 'true' })
    .onConflict((clash) => clash.column('name').doNothing())
    .execute()
}
