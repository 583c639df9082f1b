import { paths } from '../charter/paths.ts'
import { can } from '../charter/policy.ts'
import { type EcosystemView, placeOf } from '../ecosystems/index.ts'
import { tasksOf, waitingFor } from '../groups/index.ts'
import { dayOf } from '../kernel/day.ts'
import { hearingsToKeep, waitingInHearings } from '../listening/index.ts'
import type { Desk } from '../platform/http.ts'
import type { Duty, WaitingKind } from './duties.ts'

const keeping = { write: 'writeHearing', answer: 'answerAmendments', close: 'closeHearing' } as const satisfies Record<string, WaitingKind>

/** What meetings and hearings ask of whoever entered, in a number of statements that does not grow. */
export async function waitingDuties({ db, actor, now, today }: Desk, ecosystems: readonly EcosystemView[]): Promise<Duty[]> {
  const personId = actor.id
  if (!personId) return []
  const meetings = await waitingFor(db, personId, now)
  const tasks = await tasksOf(db, personId, today)
  const hearings = await waitingInHearings(db, personId, now)
  const everywhere = actor.grants.every(({ scope }) => scope.kind === 'platform')
  const kept = everywhere ? [] : ecosystems.filter((one) => can(actor, 'listening.write-minutes', placeOf(one))).map(({ id }) => id)
  const toKeep = await hearingsToKeep(db, kept, now)
  return [
    ...meetings.invitations.map(
      ({ meeting, body }): Duty => ({
        kind: 'answerMeeting',
        due: dayOf(meeting.startsAt),
        what: body.name,
        to: paths.meeting(meeting.id),
      }),
    ),
    ...meetings.minutes.map(
      ({ meeting, body, until }): Duty => ({ kind: 'readMinutes', due: until, what: body.name, to: paths.minutes(meeting.id) }),
    ),
    ...tasks.map(({ text, bodyName, dueDay }): Duty => ({ kind: 'task', due: dueDay, what: `${bodyName}: ${text}`, to: paths.tasks })),
    ...hearings.invitations.map(
      ({ hearing, until }): Duty => ({ kind: 'answerHearing', due: until, what: hearing.title, to: paths.hearing(hearing.id) }),
    ),
    ...hearings.minutes.map(
      ({ hearing, until }): Duty => ({ kind: 'readHearing', due: until, what: hearing.title, to: paths.hearingMinutes(hearing.id) }),
    ),
    ...toKeep.map(
      ({ hearing, kind, until }): Duty => ({ kind: keeping[kind], due: until, what: hearing.title, to: paths.hearingMinutes(hearing.id) }),
    ),
  ]
}
