import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { inLang, paths } from '../charter/paths.ts'
import type { Lang } from '../kernel/lang.ts'
import { say } from '../kernel/words.ts'
import { meetingWords } from './messages/meetings.ts'
import type { Meeting } from './rules/meetings.ts'

export interface CalendarEntry {
  readonly meeting: Meeting
  readonly bodyName: string
}

export interface CalendarOptions {
  readonly lang: Lang
  readonly baseUrl: string
  readonly name: string
  /** Whether the address to join from afar goes in: it is for those invited alone. */
  readonly withLinks: boolean
  /** Asks the reader's program to take the meetings away. */
  readonly cancelling?: boolean
}

/**
 * Meetings as a calendar (RFC 5545). Instants are told in UTC, so that no program has to know the rules of daylight
 * saving in Rome; every change carries a higher SEQUENCE, and a cancelled meeting stays, marked so.
 */
export function calendarFile(
  entries: readonly CalendarEntry[],
  { lang, baseUrl, name, withLinks, cancelling = false }: CalendarOptions,
): string {
  const calendar = ical({
    name,
    prodId: { company: 'Simbiosi', product: 'Simbiosi', language: lang.toUpperCase() },
    method: cancelling ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })
  for (const { meeting, bodyName } of entries) {
    const address = new URL(inLang(lang, paths.meeting(meeting.id)), baseUrl).href
    const location = [meeting.place, withLinks ? meeting.link : null].filter(Boolean).join(' · ')
    calendar.createEvent({
      id: `${meeting.id}@${new URL(baseUrl).hostname}`,
      start: meeting.startsAt,
      end: meeting.endsAt,
      stamp: meeting.changedAt,
      created: meeting.convenedAt,
      lastModified: meeting.changedAt,
      sequence: meeting.revision,
      status: meeting.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: say(lang, meetingWords, 'calendarTitle', { body: bodyName, number: meeting.number }),
      description: `${meeting.agenda}\n\n${address}`,
      url: address,
      ...(location ? { location } : {}),
    })
  }
  return calendar.toString()
}
