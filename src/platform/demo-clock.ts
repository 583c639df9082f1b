import type { Clock } from '../kernel/clock.ts'
import type { Db } from './db.ts'

/** When every demonstration begins: the morning of 22 July 2020, in Rome. */
export const demoStart = new Date('2020-07-22T09:00:00+02:00')

const name = 'demo-clock-offset'
const own = (db: Db) => db.$pickTables<'setting'>()

/** Starts the demonstration's clock, once in the life of a database. */
export async function startDemoClock(db: Db): Promise<void> {
  const offset = demoStart.getTime() - Date.now()
  await own(db)
    .insertInto('setting')
    .values({ name, value: JSON.stringify(offset) })
    .onConflict((clash) => clash.column('name').doNothing())
    .execute()
}

let readings = 0

/** Once a move is committed: the very next page of this process tells the new day. */
export function rereadDemoClocks(): void {
  readings += 1
}

/** A clock that runs at the speed of the system's, from the demonstration's own day. All processes read the same one. */
export function demoClock(db: Db): Clock {
  let offset = 0
  let readAt = Number.NEGATIVE_INFINITY
  let reading = readings
  return async () => {
    if (performance.now() - readAt > 500 || reading !== readings) {
      reading = readings
      const row = await own(db).selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
      offset = Number(row?.value ?? 0)
      readAt = performance.now()
    }
    return new Date(Date.now() + offset)
  }
}

/** Moves the clock on by whole days; the caller has checked that they are positive. */
export async function moveDemoClock(tx: Db, days: number): Promise<void> {
  const row = await own(tx).selectFrom('setting').select('value').where('name', '=', name).forUpdate().executeTakeFirstOrThrow()
  await own(tx)
    .updateTable('setting')
    .set({ value: JSON.stringify(Number(row.value) + days * 86_400_000) })
    .where('name', '=', name)
    .execute()
}
