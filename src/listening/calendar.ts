import { paths } from '../charter/paths.ts'
import type { Lang } from '../kernel/lang.ts'
import { say } from '../kernel/words.ts'
import type { CalendarEvent } from '../platform/calendar.ts'
import type { Db } from '../platform/db.ts'
import { hearingWords } from './messages/hearings.ts'
import type { Hearing } from './rules/hearings.ts'
import type { Slot } from './rules/slots.ts'
import { hearingsById, hearingsOfEcosystems, slotsOf } from './store/hearings.ts'
import { invitationsOf, registrationsOf } from './store/registrations.ts'

/** The slots of a hearing; the address to join from afar is for those registered alone. */
export function eventsOf(lang: Lang, hearing: Hearing, slots: readonly Slot[], withLinks: boolean): CalendarEvent[] {
  return slots.map((slot) => ({
    id: slot.id,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    createdAt: hearing.calledAt,
    changedAt: hearing.changedAt,
    revision: hearing.revision,
    cancelled: hearing.cancelledAt !== null,
    title: say(lang, hearingWords, 'calendarTitle', { title: hearing.title }),
    text: hearing.questions,
    location: [slot.place, withLinks ? slot.link : null].filter(Boolean).join(' · '),
    to: paths.hearing(hearing.id),
  }))
}

/** The hearings of an ecosystem, for its calendar. */
export async function hearingDays(db: Db, lang: Lang, ecosystemId: string): Promise<CalendarEvent[]> {
  const hearings = await hearingsOfEcosystems(db, [ecosystemId])
  const slots = await slotsOf(
    db,
    hearings.map(({ id }) => id),
  )
  return hearings.flatMap((hearing) =>
    eventsOf(
      lang,
      hearing,
      slots.filter(({ hearingId }) => hearingId === hearing.id),
      false,
    ),
  )
}

/** The slots for which a person registered, with how to join; those of hearings they are invited to and have not answered, without. */
export async function ownHearingDays(db: Db, lang: Lang, personId: string): Promise<CalendarEvent[]> {
  const registrations = await registrationsOf(db, personId)
  const registered = new Set(registrations.map(({ hearingId }) => hearingId))
  const invited = (await invitationsOf(db, personId)).filter(({ hearingId, declinedAt }) => !declinedAt && !registered.has(hearingId))
  const hearings = await hearingsById(db, [...registered, ...invited.map(({ hearingId }) => hearingId)])
  const slots = await slotsOf(db, [...hearings.keys()])
  const own = new Set(registrations.map(({ slotId }) => slotId))
  return [...hearings.values()].flatMap((hearing) => {
    const coming = registered.has(hearing.id)
    const here = slots.filter(({ id, hearingId }) => hearingId === hearing.id && (!coming || own.has(id)))
    return eventsOf(lang, hearing, here, coming)
  })
}
