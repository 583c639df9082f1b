import { sql } from 'kysely'
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

/** Thousands of small acts: each need not wait for the disk, for whatever is written after them waits for all. */
export async function withoutWaiting(db: Db, work: (db: Db) => Promise<void>): Promise<void> {
  await db.connection().execute(async (one) => {
    await sql`set synchronous_commit to off`.execute(one)
    try {
      await work(one)
    } finally {
      await sql`reset synchronous_commit`.execute(one)
    }
  })
}
