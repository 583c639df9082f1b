import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'contribution'>()

/** What the ledger holds under some protocol numbers. */
export interface AtProtocol {
  readonly protocolNumber: string | null
  readonly key: string
  readonly organisationId: string | null
  readonly text: string | null
}

export async function arrivedUnder(db: Db, consultationId: string, numbers: readonly string[]): Promise<AtProtocol[]> {
  if (numbers.length === 0) return []
  return own(db)
    .selectFrom('contribution')
    .select(['protocolNumber', 'idempotencyKey as key', 'organisationId', 'text'])
    .where('consultationId', '=', consultationId)
    .where('protocolNumber', 'in', [...new Set(numbers)])
    .execute()
}

/** Until the transaction ends nobody else enters anything in bulk under the same number. */
export async function lockProtocol(tx: Db, consultationId: string, protocolNumber: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`protocol:${consultationId}:${protocolNumber}`}, 0))`.execute(tx)
}
