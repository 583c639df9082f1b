import { Temporal } from 'temporal-polyfill'
import type { Day } from './day.ts'
import { Problem, type ProblemKind } from './problem.ts'

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

export const timeNotThere = {
  slug: 'time-not-there',
  status: 422,
  it: 'Quel giorno gli orologi passano all’ora legale e quest’ora non c’è: scegli le 3 o più tardi.',
  en: 'On that day clocks go forward and this time does not exist: choose three o’clock or later.',
} as const satisfies ProblemKind

/** The instant that a form's field means, or a refusal beside that field. */
export function mustBeATimeInRome(day: Day, time: string, field: string): Date {
  const instant = instantInRome(day, time)
  if (!instant) throw new Problem(timeNotThere, { field })
  return instant
}
