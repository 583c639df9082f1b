import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import type { Db } from '../db.ts'

const lock = 7_316_043

/**
 * The library would leave the jobs of a process that was killed alone for four hours. So every process holds a lock for
 * as long as its connection lives, and PostgreSQL itself says when one is gone.
 */
export async function showLife(client: PoolClient, poolId: string): Promise<void> {
  await client.query('select pg_advisory_lock($1, hashtext($2))', [lock, poolId])
}

/** How many connections of processes that work show that they live. */
export async function countLiving(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from pg_locks where locktype = 'advisory' and granted
    and classid = ${lock}::int::oid and database = (select oid from pg_database where datname = current_database())`.execute(db)
  return rows[0]?.count ?? 0
}

/** In seconds: long enough for a process that has just begun to take its lock. */
const patience = 20

/** Gives back the jobs of processes that are gone, so that another takes them. */
export async function takeFromTheDead(db: Db, grace = patience): Promise<void> {
  await sql`update graphile_worker._private_jobs as job set locked_at = null, locked_by = null
    where locked_at < now() - ${grace} * interval '1 second' and not exists (
      select from pg_locks where locktype = 'advisory' and classid = ${lock}::int::oid and objid = hashtext(job.locked_by)::oid
        and database = (select oid from pg_database where datname = current_database()))`.execute(db)
}
