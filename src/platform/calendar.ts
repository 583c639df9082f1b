import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { inLang } from '../charter/paths.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'

export interface CalendarEvent {
  readonly id: string
  readonly startsAt: Date
  readonly endsAt: Date
  /** Set for what takes a whole day, at whatever hour. */
  readonly wholeDay?: Day
  readonly createdAt: Date
  readonly changedAt: Date
  /** Grows with every change that is sent again. */
  readonly revision: number
  readonly cancelled: boolean
  readonly title: string
  readonly text: string
  readonly location: string
  /** The page that tells of it. */
  readonly to: string
}

export interface CalendarOptions {
  readonly lang: Lang
  readonly baseUrl: string
  readonly name: string
  /** Asks the reader's program to take the events away. */
  readonly cancelling?: boolean
}

/**
 * A calendar (RFC 5545). Instants are told in UTC, so that no program has to know the rules of daylight saving in Rome;
 * every change carries a higher SEQUENCE, and what is cancelled stays, marked so.
 */
export function calendarOf(events: readonly CalendarEvent[], { lang, baseUrl, name, cancelling = false }: CalendarOptions): string {
  const calendar = ical({
    name,
    prodId: { company: 'Simbiosi', product: 'Simbiosi', language: lang.toUpperCase() },
    method: cancelling ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })
  for (const { id, startsAt, endsAt, wholeDay, createdAt, changedAt, revision, cancelled, title, text, location, to } of events) {
    const address = new URL(inLang(lang, to), baseUrl).href
    calendar.createEvent({
      id: `${id}@${new URL(baseUrl).hostname}`,
      ...(wholeDay ? { start: midnight(wholeDay), end: midnight(addDays(wholeDay, 1)), allDay: true } : { start: startsAt, end: endsAt }),
      stamp: changedAt,
      created: createdAt,
      lastModified: changedAt,
      sequence: revision,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: title,
      description: `${text}\n\n${address}`,
      url: address,
      ...(location ? { location } : {}),
    })
  }
  return calendar.toString()
}

/** A date of the calendar, as the library reads it: in UTC, and without its hour. */
const midnight = (d: Day): Date => new Date(`${d}T00:00:00Z`)
