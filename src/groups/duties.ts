import { addDays, type Day, dayOf } from '../kernel/day.ts'
import { minutesOf, remarksBy } from '../minutes/index.ts'
import type { Db } from '../platform/db.ts'
import { wasThere } from './rules/attendance.ts'
import type { Body } from './rules/bodies.ts'
import { type Decision, holds } from './rules/decisions.ts'
import type { Meeting } from './rules/meetings.ts'
import { inOffice, lastDayIn, type MemberRole } from './rules/members.ts'
import { type Task, taskState } from './rules/tasks.ts'
import { bodiesById, getBody, listBodies } from './store/bodies.ts'
import { decisionsById, decisionsOf, findDecision } from './store/decisions.ts'
import { invitationsOf, meetingIdsOf } from './store/invitations.ts'
import { meetingsAfter, meetingsById } from './store/meetings.ts'
import { membersOf, placesOf } from './store/members.ts'
import { tasksOfPerson } from './store/tasks.ts'

export interface Membership {
  readonly memberId: string
  readonly bodyId: string
  readonly bodyName: string
  readonly ecosystemId: string
  readonly role: MemberRole
  /** The member whose place this one takes when that one is absent. */
  readonly substituteFor: string | null
  readonly from: Day
  /** The last day of the mandate, no later than the body's. */
  readonly to: Day | null
}

/** The places that a person holds today, in two statements. */
export async function membershipsOf(db: Db, personId: string, today: Day): Promise<Membership[]> {
  const places = await placesOf(db, personId)
  return places
    .filter(({ member, body }) => inOffice(body, [member], today).length > 0)
    .map(({ member, body }) => ({
      memberId: member.id,
      bodyId: body.id,
      bodyName: body.name,
      ecosystemId: body.ecosystemId,
      role: member.role,
      substituteFor: member.substituteFor,
      from: member.from,
      to: lastDayIn(body, member),
    }))
}

export interface OwnTask extends Task {
  readonly bodyName: string
  readonly ecosystemId: string
  readonly daysLate: number | null
}

/** What a person has to do in the bodies they belong to, due first, in two statements. */
export async function tasksOf(db: Db, personId: string, today: Day): Promise<OwnTask[]> {
  const tasks = (await tasksOfPerson(db, personId)).filter(({ doneAt }) => doneAt === null)
  const bodies = await bodiesById(
    db,
    tasks.map(({ bodyId }) => bodyId),
  )
  return tasks.map((task) => {
    const { name, ecosystemId } = bodies.get(task.bodyId) as Body
    return { ...task, bodyName: name, ecosystemId, daysLate: taskState(task, today).daysLate }
  })
}

export interface NextMeeting {
  readonly meeting: Meeting
  readonly body: Body
}

/** Of all bodies, the soonest first, in two statements. */
export async function nextMeetings(db: Db, now: Date, limit: number): Promise<NextMeeting[]> {
  const meetings = await meetingsAfter(db, now, limit)
  const bodies = await bodiesById(
    db,
    meetings.map(({ bodyId }) => bodyId),
  )
  return meetings.map((meeting) => ({ meeting, body: bodies.get(meeting.bodyId) as Body }))
}

/** What waits for a person's answer: invitations to meetings to come, and minutes sent to whoever attended. */
export interface Waiting {
  readonly invitations: readonly NextMeeting[]
  readonly minutes: readonly (NextMeeting & { readonly until: Day })[]
}

/** In seven statements. */
export async function waitingFor(db: Db, personId: string, now: Date): Promise<Waiting> {
  const today = dayOf(now)
  const meetings = await meetingsById(db, await meetingIdsOf(db, personId))
  const recent = [...meetings.values()].filter(({ startsAt }) => dayOf(startsAt) >= addDays(today, -365))
  const ids = recent.map(({ id }) => id)
  const invitations = await invitationsOf(db, personId, ids)
  const places = new Map((await placesOf(db, personId)).map(({ member, body }) => [member.id as string, { member, body }]))
  const minutes = await minutesOf(db, ids)
  const remarked = await remarksBy(db, personId, ids)
  const waiting: { invitations: NextMeeting[]; minutes: (NextMeeting & { until: Day })[] } = { invitations: [], minutes: [] }
  for (const meeting of recent.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const invitation = invitations.get(meeting.id)
    const place = invitation && places.get(invitation.memberId)
    if (!invitation || !place || meeting.cancelledAt) continue
    const { body, member } = place
    if (meeting.startsAt > now && !invitation.answer && inOffice(body, [member], dayOf(meeting.startsAt)).length > 0)
      waiting.invitations.push({ meeting, body })
    const { sent, approved } = minutes.get(meeting.id) ?? { sent: null, approved: null }
    const spoken = sent && remarked.has(`${meeting.id} ${sent.version}`)
    if (sent && !approved && !spoken && sent.until >= today && wasThere(invitation.attendance))
      waiting.minutes.push({ meeting, body, until: sent.until })
  }
  return waiting
}

export interface DecisionTold extends Decision {
  readonly bodyName: string
  readonly bodyKind: Body['kind']
  readonly ecosystemId: string
  /** Adopted, and not annulled. */
  readonly holds: boolean
}

export async function decisionById(db: Db, id: string): Promise<DecisionTold | null> {
  const decision = await findDecision(db, id)
  if (!decision) return null
  const { name, kind, ecosystemId } = await getBody(db, decision.bodyId)
  return { ...decision, bodyName: name, bodyKind: kind, ecosystemId, holds: holds(decision) }
}

/** On which day each of some decisions was annulled; those that were not are left out. */
export async function annulments(db: Db, ids: readonly string[]): Promise<Map<string, Day>> {
  const decisions = await decisionsById(db, ids)
  return new Map(decisions.flatMap(({ id, annulledOn }) => (annulledOn ? [[id as string, annulledOn]] : [])))
}

/** The decisions of an ecosystem's working groups that adopt documents, the latest first, in two statements. */
export async function adoptionDecisions(db: Db, ecosystemId: string): Promise<DecisionTold[]> {
  const groups = (await listBodies(db, [ecosystemId])).filter(({ kind }) => kind === 'working-group')
  const bodies = new Map(groups.map((body) => [body.id as string, body]))
  const decisions = await decisionsOf(db, [...bodies.keys()])
  return decisions
    .filter(({ kind }) => kind === 'adoption')
    .map((decision) => {
      const { name, kind } = bodies.get(decision.bodyId) as Body
      return { ...decision, bodyName: name, bodyKind: kind, ecosystemId, holds: holds(decision) }
    })
}

/** What bodies are called, for whoever tells of acts that happened in them. */
export async function namesOfBodies(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { readonly name: string; readonly ecosystemId: string }>> {
  const bodies = await bodiesById(db, ids)
  return new Map([...bodies].map(([id, { name, ecosystemId }]) => [id, { name, ecosystemId }]))
}

/** Who sits in a body on a day, for whoever asks something of them. */
export async function sittingIn(db: Db, bodyId: string, today: Day): Promise<{ readonly personId: string; readonly role: MemberRole }[]> {
  const body = (await bodiesById(db, [bodyId])).get(bodyId)
  return body ? inOffice(body, await membersOf(db, [bodyId]), today).map(({ personId, role }) => ({ personId, role })) : []
}
