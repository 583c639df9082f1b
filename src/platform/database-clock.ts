import { sql } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Db } from './db.ts'

const readEvery = 10_000

/**
 * The time of the database. Any number of processes, on machines whose clocks disagree, tell the same instant: whether a
 * contribution came in time does not hang on which of them took it. Between two readings it runs by itself, so that a
 * system clock put right by hand does not move it; while the database does not answer it goes on from the last reading.
 */
export function databaseClock(db: Db): Clock {
  let known: { readonly instant: number; readonly at: number } | null = null
  let reading: Promise<void> | null = null

  async function read(): Promise<void> {
    const asked = performance.now()
    try {
      const { rows } = await sql<{ instant: Date }>`select clock_timestamp() as instant`.execute(db)
      const answered = performance.now()
      if (rows[0]) known = { instant: rows[0].instant.getTime(), at: (asked + answered) / 2 }
    } catch {
      // Whatever the request asks of the database next will tell the failure better than its clock; asked again later.
      if (known) known = { instant: known.instant + (asked - known.at), at: asked }
    } finally {
      reading = null
    }
  }

  return async () => {
    if (!known || performance.now() - known.at > readEvery) {
      reading ??= read()
      // Only the first has to be waited for.
      if (!known) await reading
    }
    return new Date(known ? known.instant + (performance.now() - known.at) : Date.now())
  }
}
