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

/** Until the transaction ends nobody else enters anything in bulk under the same numbers. All wait in the same order. */
export async function lockProtocols(tx: Db, consultationId: string, numbers: readonly string[]): Promise<void> {
  const marks = [...new Set(numbers.map((number) => `protocol:${consultationId}:${number}`))].toSorted()
  await sql`select pg_advisory_xact_lock(hashtextextended(mark, 0)) from unnest(${marks}::text[]) mark`.execute(tx)
}
