import { paths } from '../charter/paths.ts'
import { say } from '../kernel/words.ts'
import { type CalendarOptions as AnyCalendar, type CalendarEvent, calendarOf } from '../platform/calendar.ts'
import { meetingWords } from './messages/meetings.ts'
import type { Meeting } from './rules/meetings.ts'

export interface CalendarEntry {
  readonly meeting: Meeting
  readonly bodyName: string
}

export interface CalendarOptions extends AnyCalendar {
  /** Whether the address to join from afar goes in: it is for those invited alone. */
  readonly withLinks: boolean
}

export function calendarFile(entries: readonly CalendarEntry[], { withLinks, ...options }: CalendarOptions): string {
  return calendarOf(eventsOf(entries, { lang: options.lang, withLinks }), options)
}

export function eventsOf(
  entries: readonly CalendarEntry[],
  { lang, withLinks }: Pick<CalendarOptions, 'lang' | 'withLinks'>,
): CalendarEvent[] {
  return entries.map(({ meeting, bodyName }) => ({
    ...meeting,
    createdAt: meeting.convenedAt,
    cancelled: meeting.cancelledAt !== null,
    title: say(lang, meetingWords, 'calendarTitle', { body: bodyName, number: meeting.number }),
    text: meeting.agenda,
    location: [meeting.place, withLinks ? meeting.link : null].filter(Boolean).join(' · '),
    to: paths.meeting(meeting.id),
  }))
}
