import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'contribution'>()

/** What the ledger holds under some protocol numbers. */
export interface AtProtocol {
  readonly protocolNumber: string | null
  readonly key: string
  readonly organisationId: string | null
  readonly text: string | null
  /** Taken out again with the file it came in. */
  readonly takenOut: boolean
}

export async function arrivedUnder(db: Db, consultationId: string, numbers: readonly string[]): Promise<Map<string, AtProtocol[]>> {
  if (numbers.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('contribution')
    .select(['protocolNumber', 'idempotencyKey as key', 'organisationId', 'text'])
    .select((e) => e('takenOutIn', 'is not', null).as('takenOut'))
    .where('consultationId', '=', consultationId)
    .where(sql<boolean>`protocol_number = any(${[...new Set(numbers)]}::text[])`)
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, takenOut: Boolean(row.takenOut) })),
    ({ protocolNumber }) => protocolNumber ?? '',
  )
}

/** Until the transaction ends nobody else enters anything in bulk under the same numbers. All wait in the same order. */
export async function lockProtocols(tx: Db, consultationId: string, numbers: readonly string[]): Promise<void> {
  const marks = [...new Set(numbers.map((number) => `protocol:${consultationId}:${number}`))].toSorted()
  await sql`select pg_advisory_xact_lock(hashtextextended(mark, 0)) from unnest(${marks}::text[]) mark`.execute(tx)
}
