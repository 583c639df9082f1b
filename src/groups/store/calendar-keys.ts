import type { PersonId } from '../../charter/policy.ts'
import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'calendarKey'>()

export async function saveKey(tx: Db, personId: string, hash: Buffer, issuedAt: Date): Promise<void> {
  await own(tx)
    .insertInto('calendarKey')
    .values({ personId, hash, issuedAt })
    .onConflict((clash) => clash.column('personId').doUpdateSet({ hash, issuedAt }))
    .execute()
}

export async function deleteKey(tx: Db, personId: string): Promise<boolean> {
  const { numDeletedRows } = await own(tx).deleteFrom('calendarKey').where('personId', '=', personId).executeTakeFirst()
  return numDeletedRows > 0n
}

export async function ownerOfKey(db: Db, hash: Buffer): Promise<PersonId | null> {
  const row = await own(db).selectFrom('calendarKey').select('personId').where('hash', '=', hash).executeTakeFirst()
  return (row?.personId as PersonId | undefined) ?? null
}

export async function keyOf(db: Db, personId: string): Promise<{ issuedAt: Date } | null> {
  return (await own(db).selectFrom('calendarKey').select('issuedAt').where('personId', '=', personId).executeTakeFirst()) ?? null
}
