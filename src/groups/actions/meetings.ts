import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { dayOf } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { conflict, Problem } from '../../kernel/problem.ts'
import { type Db, transact } from '../../platform/db.ts'
import { documentKinds, keepFile } from '../../platform/files.ts'
import { dayField, line, many, optional, prose, timeField, webAddress } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustBeInOffice, placeOfBody } from '../rules/bodies.ts'
import { type Meeting, mustBeAhead, mustBeSomewhere, mustNotHaveBegun, timesOf } from '../rules/meetings.ts'
import { inOffice, type Member, seatsAmong } from '../rules/members.ts'
import { linkedPapers, mustBeFew } from '../rules/papers.ts'
import { mustBeReachable } from '../rules/quorum.ts'
import { lockBody } from '../store/bodies.ts'
import { forgetAnswers, insertInvitations, invitationsTo } from '../store/invitations.ts'
import * as store from '../store/meetings.ts'
import { membersOf } from '../store/members.ts'
import type { Upload } from './bodies.ts'

export const ConveneForm = z.object({
  on: dayField(),
  starts: timeField(),
  ends: timeField(),
  place: optional(line(300)),
  link: optional(webAddress()),
  /** One item a line. */
  agenda: prose(10_000),
  /** Documents kept elsewhere, one a line. */
  links: optional(prose(10_000)),
})

export const ChangeForm = ConveneForm.extend({
  /** The revision that whoever changes it was reading. */
  revision: optional(z.coerce.number().int()),
  removed: many(z.uuid()),
})

export const CancelForm = z.object({ reason: prose(1000) })

export async function convene(
  desk: Desk,
  bodyId: string,
  input: z.output<typeof ConveneForm>,
  files: readonly Upload[] = [],
): Promise<Meeting> {
  return transact(desk.db, async (tx) => {
    const body = await lockBody(tx, bodyId)
    const members = await membersOf(tx, [bodyId])
    const permit = allow(desk, 'groups.convene', placeOfBody(body))

    const times = timesOf(input)
    mustBeAhead(times.startsAt, desk.now)
    mustBeInOffice(body, input.on)
    mustBeSomewhere(input)
    const invited = inOffice(body, members, input.on)
    mustBeReachable(body.quorum, seatsAmong(invited))
    const { place, link, agenda } = input
    const meeting: Meeting = {
      id: newId<'meeting'>(),
      bodyId,
      number: await store.nextNumber(tx, bodyId),
      ...times,
      place,
      link,
      agenda,
      revision: 0,
      convenedAt: desk.now,
      changedAt: desk.now,
      cancelledAt: null,
      cancelReason: null,
      count: null,
    }

    await store.insertMeeting(tx, meeting)
    await addPapers(tx, desk, meeting.id, input.links, files, 0)
    await insertInvitations(tx, invited.map(invitationTo(meeting)))
    await record(tx, permit, meeting.id, { bodyId, meetingId: meeting.id, on: input.on, revision: 0, invited: invited.length })
    return meeting
  })
}

/** Sends the convocation again, changed. Whoever had answered about another time or place is asked once more. */
export async function changeMeeting(
  desk: Desk,
  id: string,
  input: z.output<typeof ChangeForm>,
  files: readonly Upload[] = [],
): Promise<Meeting> {
  return transact(desk.db, async (tx) => {
    const { bodyId } = await store.getMeeting(tx, id)
    const body = await lockBody(tx, bodyId)
    const before = await store.getMeeting(tx, id)
    const members = await membersOf(tx, [bodyId])
    const asked = new Set((await invitationsTo(tx, id)).map(({ memberId }) => memberId))
    const papers = await store.papersOf(tx, id)
    const permit = allow(desk, 'groups.change-meeting', placeOfBody(body))

    mustNotHaveBegun(before, desk.now)
    if (input.revision !== null && input.revision !== before.revision) throw new Problem(conflict)
    const times = timesOf(input)
    mustBeAhead(times.startsAt, desk.now)
    mustBeInOffice(body, input.on)
    mustBeSomewhere(input)
    const invited = inOffice(body, members, input.on)
    mustBeReachable(body.quorum, seatsAmong(invited))
    const { place, link, agenda } = input
    const after: Meeting = { ...before, ...times, place, link, agenda, revision: before.revision + 1, changedAt: desk.now }
    const moved =
      after.startsAt.getTime() !== before.startsAt.getTime() || after.endsAt.getTime() !== before.endsAt.getTime() || place !== before.place

    await store.updateMeeting(tx, after)
    await store.deletePapers(tx, id, input.removed)
    await addPapers(tx, desk, id, input.links, files, papers.filter((paper) => !input.removed.includes(paper.id)).length)
    if (moved) await forgetAnswers(tx, id)
    await insertInvitations(tx, invited.filter((member) => !asked.has(member.id)).map(invitationTo(after)))
    await record(tx, permit, id, { bodyId, meetingId: id, on: dayOf(after.startsAt), revision: after.revision, moved })
    return after
  })
}

export async function cancelMeeting(desk: Desk, id: string, input: z.output<typeof CancelForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { bodyId } = await store.getMeeting(tx, id)
    const body = await lockBody(tx, bodyId)
    const meeting = await store.getMeeting(tx, id)
    const permit = allow(desk, 'groups.cancel-meeting', placeOfBody(body))

    mustNotHaveBegun(meeting, desk.now)
    const revision = meeting.revision + 1

    await store.updateMeeting(tx, { ...meeting, revision, changedAt: desk.now, cancelledAt: desk.now, cancelReason: input.reason })
    await record(tx, permit, id, { bodyId, meetingId: id, on: dayOf(meeting.startsAt), revision })
  })
}

const invitationTo = (meeting: Meeting) => (member: Member) => ({
  id: newId<'invitation'>(),
  meetingId: meeting.id,
  memberId: member.id,
  answer: null,
  attendance: null,
})

/** Papers are for those invited: their files stay closed to everybody else. */
async function addPapers(
  tx: Db,
  desk: Desk,
  meetingId: string,
  links: string | null,
  files: readonly Upload[],
  there: number,
): Promise<void> {
  const linked = linkedPapers(links)
  mustBeFew(there + linked.length + files.length)
  const row = { meetingId, addedAt: desk.now, fileId: null, address: null }
  for (const { name, address } of linked) await store.insertPaper(tx, { ...row, id: newId(), name, address })
  for (const file of files) {
    const { id: fileId, name } = await keepFile(tx, { ...file, room: 'groups', allowed: documentKinds, now: desk.now })
    await store.insertPaper(tx, { ...row, id: newId(), name: name.slice(0, 200), fileId })
  }
}
