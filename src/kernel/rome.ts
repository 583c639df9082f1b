import { Temporal } from 'temporal-polyfill'
import type { Day } from './day.ts'

const zone = 'Europe/Rome'

/** True for a time of the clock: '09:30', '23:59'. */
export function isClockTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/**
 * The instant at which a clock in Rome shows this time on this day. Null for a time that clocks skip in spring; of the
 * two instants that show the same time in autumn, the first.
 */
export function instantInRome(day: Day, time: string): Date | null {
  const local = Temporal.PlainDateTime.from(`${day}T${time}`)
  const zoned = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  return zoned.toPlainDateTime().equals(local) ? new Date(zoned.epochMilliseconds) : null
}

/** What a clock in Rome shows: '15:00'. */
export function timeInRome(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
}
