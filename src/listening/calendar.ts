import { paths } from '../charter/paths.ts'
import { type CalendarOptions as AnyCalendar, calendarOf } from '../platform/calendar.ts'
import type { Hearing } from './rules/hearings.ts'
import type { Slot } from './rules/slots.ts'

export interface CalendarOptions extends AnyCalendar {
  /** Whether the address to join from afar goes in: it is for those registered alone. */
  readonly withLinks: boolean
}

/** The slots of a hearing as a calendar. */
export function calendarFile(hearing: Hearing, slots: readonly Slot[], { withLinks, ...options }: CalendarOptions): string {
  const events = slots.map((slot) => ({
    id: slot.id,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    createdAt: hearing.calledAt,
    changedAt: hearing.changedAt,
    revision: hearing.revision,
    cancelled: hearing.cancelledAt !== null,
    title: hearing.title,
    text: hearing.questions,
    location: [slot.place, withLinks ? slot.link : null].filter(Boolean).join(' · '),
    to: paths.hearing(hearing.id),
  }))
  return calendarOf(events, options)
}
