import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../kernel/clock.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import type { Desk } from './http.ts'

/** What timed work is done with. It acts as the operator, at the time of the platform's clock. */
export interface JobDesk extends Desk {
  readonly config: Config
  readonly log: Logger
}

export type Payload = Readonly<Record<string, string | number | boolean | null>>

/**
 * May be run again after a crash, or after it failed half-way: what it does twice must be done once.
 * Waits longer and longer between tries, for three days.
 */
export type Task = (desk: JobDesk, payload: Payload) => Promise<void>

/** By name: 'mail.send'. */
export type Tasks = Readonly<Record<string, Task>>

/** Something that recurs, by the platform's clock. A time missed while nothing ran is made up for once. */
export interface Schedule {
  readonly name: string
  readonly task: string
  /** The last time, up to now, at which it was to be done. */
  readonly latest: (now: Date) => Date
}

/** Looked after by every process each second; it sees to it by itself that only one does the work. */
export type Watch = (desk: JobDesk) => Promise<unknown>

/** All that goes on without anybody asking. Rooms bring their parts, `serve` puts them together. */
export interface Work {
  readonly tasks: Tasks
  readonly schedules: readonly Schedule[]
  readonly watches: readonly Watch[]
}

/** Where work is done. */
export interface Workshop {
  readonly db: Db
  readonly clock: Clock
  readonly config: Config
  readonly log: Logger
  /** The database's address, and the role to work under where the address belongs to a more powerful one. */
  readonly url: string
  readonly setRole: string | null
}

/** A job with the key of one still waiting takes its place. `runAt` is told by the platform's clock, so it needs its `now`. */
export type JobOptions = { readonly key?: string } & ({ readonly runAt?: undefined } | { readonly runAt: Date; readonly now: Date })

/** Leaves a job in the transaction of the act that wants it: done only if the act is, and never before. */
export async function addJob(tx: Db, task: string, payload: Payload, options: JobOptions = {}): Promise<void> {
  const wait = options.runAt ? options.runAt.getTime() - options.now.getTime() : 0
  await sql`select from graphile_worker.add_job(
    identifier => ${task}::text, payload => ${JSON.stringify(payload)}::json, job_key => ${options.key ?? null}::text,
    run_at => now() + ${Math.max(0, wait)}::bigint * interval '1 millisecond')`.execute(tx)
}

/** When the demonstration's clock is moved on, what waits for a later time comes nearer. Tries that failed keep their pause. */
export async function carryJobs(tx: Db, milliseconds: number): Promise<void> {
  await sql`update graphile_worker._private_jobs set run_at = run_at - ${milliseconds}::bigint * interval '1 millisecond'
    where attempts = 0 and locked_at is null and run_at > now()`.execute(tx)
}
