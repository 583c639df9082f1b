import { generateKeyPair, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import type { Db } from '../../platform/db.ts'
import { keepKey, keptKey } from '../store/demo-sign-ins.ts'

/** The key that signs the provider's tokens: made once in the life of a database, the same for every process. */
export async function signingKey(db: Db): Promise<object> {
  const kept = await keptKey(db)
  if (kept) return kept
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const key = { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' }
  await keepKey(db, key)
  return (await keptKey(db)) ?? key
}
