import { type Day, dayOf } from '../../kernel/day.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Meeting } from './meetings.ts'
import type { Member } from './members.ts'

export const somethingLater = {
  slug: 'something-after-the-end',
  status: 409,
  it: 'Dopo quel giorno {what, select, meeting {è convocata una riunione ({day}): annullala o spostala prima} other {comincia il mandato di un componente ({day}): terminalo prima}}.',
  en: 'After that day {what, select, meeting {a meeting is convened ({day}): cancel or move it first} other {the mandate of a member begins ({day}): end it first}}.',
} as const satisfies ProblemKind

/** A body does not end under a meeting already convened, nor under a mandate yet to begin. */
export function mustEndNothingLater(end: Day | null, members: readonly Member[], meetings: readonly Meeting[], field: string): void {
  if (end === null) return
  const meeting = meetings.find(({ cancelledAt, startsAt }) => !cancelledAt && dayOf(startsAt) > end)
  if (meeting) throw new Problem(somethingLater, { field, what: 'meeting', day: dayOf(meeting.startsAt) })
  const member = members.find(({ from }) => from > end)
  if (member) throw new Problem(somethingLater, { field, what: 'member', day: member.from })
}
