import { paths } from '../charter/paths.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { mustBeATimeInRome } from '../kernel/rome.ts'
import { say } from '../kernel/words.ts'
import type { CalendarEvent } from '../platform/calendar.ts'
import type { Db } from '../platform/db.ts'
import { milestoneWords } from './messages/accompany.ts'
import { isOpened, type OpenedConsultation, titleIn } from './rules/consultation.ts'
import { type Milestone, milestoneTitle } from './rules/milestones.ts'
import { consultationsOf } from './store/consultations.ts'
import { milestonesOfAll } from './store/milestones.ts'

/** The days of what was opened in an ecosystem, for its calendar. */
export async function consultationDays(db: Db, lang: Lang, ecosystemId: string): Promise<CalendarEvent[]> {
  const consultations = (await consultationsOf(db, [ecosystemId])).filter(isOpened)
  const milestones = await milestonesOfAll(
    db,
    consultations.map(({ id }) => id),
  )
  return consultations.flatMap((one) =>
    daysOf(
      lang,
      one,
      milestones.filter(({ consultationId }) => consultationId === one.id),
    ),
  )
}

/** Opening, closing, and the dates between. */
export function daysOf(lang: Lang, consultation: OpenedConsultation, milestones: readonly Milestone[]): CalendarEvent[] {
  const { id, opensOn, closesOn, openedAt, revision } = consultation
  const title = titleIn(lang, consultation)
  const same = { text: title, location: '', to: paths.consultation(id), createdAt: openedAt, cancelled: false }
  const edge = (key: 'opens' | 'closes', day: Day) => ({
    ...same,
    ...wholeDay(day),
    id: `${id}-${key}`,
    changedAt: openedAt,
    revision,
    title: say(lang, milestoneWords, key, { title }),
  })
  const between = milestones.map((one) => ({
    ...same,
    ...timesOf(one),
    id: one.id,
    createdAt: one.addedAt,
    changedAt: one.changedAt,
    revision: one.revision,
    cancelled: one.cancelledAt !== null,
    title: milestoneTitle(lang, one),
    location: [one.place, one.address].filter(Boolean).join(' · '),
  }))
  return [edge('opens', opensOn), ...between, edge('closes', closesOn)]
}

const wholeDay = (day: Day) => ({ wholeDay: day, startsAt: new Date(`${day}T00:00:00Z`), endsAt: new Date(`${day}T00:00:00Z`) })

const anHour = 60 * 60 * 1000

/** Without an end, an hour. */
function timesOf({ day, starts, ends }: Milestone) {
  if (!starts) return wholeDay(day)
  const startsAt = mustBeATimeInRome(day, starts, 'starts')
  return { startsAt, endsAt: ends ? mustBeATimeInRome(day, ends, 'ends') : new Date(startsAt.getTime() + anHour) }
}
