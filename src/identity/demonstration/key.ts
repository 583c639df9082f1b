import { generateKeyPair, type JsonWebKey, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'setting'>()
const name = 'demo-provider-key'

/** The key that signs the provider's tokens: made once in the life of a database, the same for every process. */
export async function signingKey(db: Db): Promise<JsonWebKey> {
  const kept = await own(db).selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  if (kept) return kept.value as JsonWebKey
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const value = JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' })
  await own(db)
    .insertInto('setting')
    .values({ name, value })
    .onConflict((clash) => clash.column('name').doNothing())
    .execute()
  const { value: settled } = await own(db).selectFrom('setting').select('value').where('name', '=', name).executeTakeFirstOrThrow()
  return settled as JsonWebKey
}
