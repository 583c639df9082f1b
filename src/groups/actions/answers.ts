import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { dayOf } from '../../kernel/day.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { type Db, transact } from '../../platform/db.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { anothersInvitation, badInvitation, mustBeTheirs } from '../rules/answers.ts'
import { answers, type Invitation } from '../rules/attendance.ts'
import type { Body } from '../rules/bodies.ts'
import { type Meeting, mustNotHaveBegun } from '../rules/meetings.ts'
import { type Member, mustSitOn } from '../rules/members.ts'
import { invitationIn } from '../secret-links.ts'
import { getBody } from '../store/bodies.ts'
import { findInvitation, invitationsOf, setAnswer } from '../store/invitations.ts'
import { getMeeting } from '../store/meetings.ts'
import { membersById } from '../store/members.ts'

export const AnswerForm = z.object({ answer: z.enum(answers) })

export interface Invited {
  readonly invitation: Invitation
  readonly member: Member
  readonly meeting: Meeting
  readonly body: Body
}

async function gather(db: Db, id: string): Promise<Invited> {
  const invitation = await findInvitation(db, id)
  if (!invitation) throw new Problem(badInvitation)
  const meeting = await getMeeting(db, invitation.meetingId)
  const member = (await membersById(db, [invitation.memberId])).get(invitation.memberId) as Member
  return { invitation, meeting, member, body: await getBody(db, meeting.bodyId) }
}

/** The invitation that a link opens. Reading it answers nothing, so that programs which follow links do no harm. */
export async function openInvitation({ db, actor }: Pick<Desk, 'db' | 'actor'>, secret: string, token: string): Promise<Invited> {
  const id = invitationIn(secret, token)
  if (!id) throw new Problem(badInvitation)
  const invited = await gather(db, id)
  mustBeTheirs(actor.id, invited.member.personId)
  return invited
}

/** Whoever holds the link of an invitation answers as the person invited, and may do nothing else. */
export async function answerByLink(desk: Desk, secret: string, token: string, input: z.output<typeof AnswerForm>): Promise<Invited> {
  const { invitation, member } = await openInvitation(desk, secret, token)
  return answer({ ...desk, actor: { id: member.personId, grants: [], onlyRooms: null } }, invitation.id, input)
}

/** Whoever entered answers the invitation that they have to a meeting. */
export async function answerMeeting(desk: Desk, meetingId: string, input: z.output<typeof AnswerForm>): Promise<Invited> {
  const meeting = await getMeeting(desk.db, meetingId)
  const mine = desk.actor.id ? await invitationsOf(desk.db, desk.actor.id, [meeting.id]) : new Map<string, Invitation>()
  const invitation = mine.get(meeting.id)
  if (desk.actor.id && !invitation) throw new Problem(anothersInvitation)
  return answer(desk, invitation?.id ?? '', input)
}

async function answer(desk: Desk, invitationId: string, input: z.output<typeof AnswerForm>): Promise<Invited> {
  return transact(desk.db, async (tx) => {
    const invited = invitationId ? await gather(tx, invitationId) : null
    const permit = allow(desk, 'groups.answer', { kind: 'person', id: invited?.member.personId ?? '' })

    if (!invited) throw new Problem(notFound)
    const { meeting, member, body } = invited
    mustNotHaveBegun(meeting, desk.now)
    mustSitOn(dayOf(meeting.startsAt), body, member)

    await setAnswer(tx, invitationId, input.answer, desk.now)
    await record(tx, permit, meeting.id, { bodyId: body.id, meetingId: meeting.id, answer: input.answer })
    return { ...invited, invitation: { ...invited.invitation, answer: input.answer } }
  })
}
