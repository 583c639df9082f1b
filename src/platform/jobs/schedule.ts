import { Temporal } from 'temporal-polyfill'
import type { Db } from '../db.ts'
import { addJob, type Schedule } from '../jobs.ts'

const own = (db: Db) => db.$pickTables<'jobSchedule'>()

const zone = 'Europe/Rome'
const inRome = (instant: Date) => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)

/** The last time that the clocks of Rome showed this hour; daylight saving changes the distance, never the hour. */
export function latestDaily(hour: number): (now: Date) => Date {
  return (now) => {
    const local = inRome(now)
    const today = local.startOfDay().withPlainTime({ hour })
    const last = Temporal.ZonedDateTime.compare(today, local) <= 0 ? today : local.subtract({ days: 1 }).withPlainTime({ hour })
    return new Date(last.epochMilliseconds)
  }
}

/** The same, on one day of the week: 1 is Monday. */
export function latestWeekly(weekday: number, hour: number): (now: Date) => Date {
  return (now) => {
    const local = inRome(now)
    const since = (local.dayOfWeek - weekday + 7) % 7
    const that = local.subtract({ days: since }).withPlainTime({ hour })
    const last = Temporal.ZonedDateTime.compare(that, local) <= 0 ? that : that.subtract({ weeks: 1 })
    return new Date(last.epochMilliseconds)
  }
}

/** Sets going what has become due: each time once, whichever process looks first. */
export async function setGoing(db: Db, schedules: readonly Schedule[], now: Date, known: Map<string, number>): Promise<void> {
  for (const { name, task, latest } of schedules) {
    const lastAt = latest(now)
    if ((known.get(name) ?? Number.NEGATIVE_INFINITY) >= lastAt.getTime()) continue
    await db.transaction().execute(async (tx) => {
      const won = await own(tx)
        .insertInto('jobSchedule')
        .values({ name, lastAt })
        .onConflict((clash) => clash.column('name').doUpdateSet({ lastAt }).where('jobSchedule.lastAt', '<', lastAt))
        .executeTakeFirst()
      if (won.numInsertedOrUpdatedRows) await addJob(tx, task, { at: lastAt.toISOString() }, { key: `schedule:${name}` })
    })
    known.set(name, lastAt.getTime())
  }
}
