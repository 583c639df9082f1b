import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'demoSignIn' | 'setting'>()

/** What the demonstration's provider remembers under one of its models' ids. It lives by the machine's clock, not the demonstration's. */
export interface Remembered {
  readonly model: string
  readonly id: string
  readonly payload: Record<string, unknown>
  readonly grantId: string | null
  readonly uid: string | null
  /** The same hash as the person's login, so that erasure finds it. */
  readonly subjectHash: Buffer | null
  readonly expiresAt: Date | null
}

export async function remember(db: Db, item: Remembered): Promise<void> {
  const row = { ...item, payload: JSON.stringify(item.payload) }
  const { model, id, ...changes } = row
  await own(db)
    .insertInto('demoSignIn')
    .values(row)
    .onConflict((clash) => clash.columns(['model', 'id']).doUpdateSet(changes))
    .execute()
}

export async function recall(
  db: Db,
  model: string,
  by: 'id' | 'uid',
  value: string,
  now: Date,
): Promise<Record<string, unknown> | undefined> {
  const row = await own(db)
    .selectFrom('demoSignIn')
    .select('payload')
    .where('model', '=', model)
    .where(by, '=', value)
    .where((eb) => eb.or([eb('expiresAt', 'is', null), eb('expiresAt', '>', now)]))
    .executeTakeFirst()
  return row?.payload as Record<string, unknown> | undefined
}

/** Marks a code as used. A second use finds the mark, and is refused. */
export async function consume(db: Db, model: string, id: string, now: Date): Promise<void> {
  const consumed = JSON.stringify({ consumed: Math.floor(now.getTime() / 1000) })
  await own(db)
    .updateTable('demoSignIn')
    .set({ payload: sql`payload || ${consumed}::jsonb` })
    .where('model', '=', model)
    .where('id', '=', id)
    .execute()
}

export async function forget(db: Db, model: string, id: string): Promise<void> {
  await own(db).deleteFrom('demoSignIn').where('model', '=', model).where('id', '=', id).execute()
}

export async function forgetGrant(db: Db, model: string, grantId: string): Promise<void> {
  await own(db).deleteFrom('demoSignIn').where('model', '=', model).where('grantId', '=', grantId).execute()
}

/** All that the provider remembers of whoever has these logins. */
export async function forgetDemoSignIns(tx: Db, logins: readonly { readonly subjectHash: Buffer }[]): Promise<void> {
  if (logins.length === 0) return
  const hashes = logins.map(({ subjectHash }) => subjectHash)
  await own(tx).deleteFrom('demoSignIn').where('subjectHash', 'in', hashes).execute()
}

export async function pruneDemoSignIns(db: Db, now: Date): Promise<void> {
  await own(db).deleteFrom('demoSignIn').where('expiresAt', '<=', now).execute()
}

const keyName = 'demo-provider-key'

export async function keptKey(db: Db): Promise<object | null> {
  const kept = await own(db).selectFrom('setting').select('value').where('name', '=', keyName).executeTakeFirst()
  return (kept?.value as object | undefined) ?? null
}

/** The first key to be kept stays; a later one is let be. */
export async function keepKey(db: Db, key: object): Promise<void> {
  await own(db)
    .insertInto('setting')
    .values({ name: keyName, value: JSON.stringify(key) })
    .onConflict((clash) => clash.column('name').doNothing())
    .execute()
}
