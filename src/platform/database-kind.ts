import { ConfigError } from './config.ts'
import type { Db } from './db.ts'

/** A demonstration has a clock of its own and invented people: it never shares a database with anything real. */
export type DatabaseKind = 'demonstration' | 'real'

const name = 'kind'
const own = (db: Db) => db.$pickTables<'setting'>()

/** Null until the first server starts on it. */
export async function databaseKind(db: Db): Promise<DatabaseKind | null> {
  const row = await own(db).selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return (row?.value as DatabaseKind | undefined) ?? null
}

/** Decides, once in the life of a database, what it holds; refuses to serve it as anything else. */
export async function settleKind(db: Db, kind: DatabaseKind): Promise<void> {
  await own(db)
    .insertInto('setting')
    .values({ name, value: JSON.stringify(kind) })
    .onConflict((clash) => clash.column('name').doNothing())
    .execute()
  const settled = await databaseKind(db)
  if (settled === kind) return
  throw new ConfigError(
    kind === 'real'
      ? 'This database holds a demonstration: invented people and a clock of its own. Start with --demo, or name another database in DATA_DIR or DATABASE_URL. "simbiosi reset" clears it.'
      : 'This database is a real one: a demonstration would mix invented data into it. Name another database in DATA_DIR or DATABASE_URL.',
  )
}
