import { type RawBuilder, sql } from 'kysely'
import type { Db } from './db.ts'

/** What pages show besides their own room's tables. Whoever changes it counts the change, in the same transaction. */
export type Topic = 'people' | 'organisations' | 'ecosystems' | `answers:${string}`

/** Within a statement: how many times any of these changed. It only grows. */
export function changesOf(topics: readonly Topic[]): RawBuilder<number> {
  return sql<number>`(select coalesce(sum(number), 0)::bigint from revision where topic = any(${[...topics]}::text[]))`
}

/** Counts a change that no trigger sees. */
export async function touch(tx: Db, topic: Topic): Promise<void> {
  await sql`select touch(${topic})`.execute(tx)
}
