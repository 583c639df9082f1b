import { createRoute, z } from '@hono/zod-openapi'
import { paths } from '../../charter/paths.ts'
import { can } from '../../charter/policy.ts'
import { bouncedAmong } from '../../identity/index.ts'
import { notAllowed, Problem, signInFirst } from '../../kernel/problem.ts'
import { apiRouter, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting, ById, DayJson, listOf, making, reading } from '../../platform/api-routes.ts'
import type { Ctx } from '../../platform/http.ts'
import { AnswerForm, answerMeeting } from '../actions/answers.ts'
import { AttendanceForm, recordAttendance } from '../actions/attendance.ts'
import { CancelForm, ChangeForm, ConveneForm, cancelMeeting, changeMeeting, convene } from '../actions/meetings.ts'
import { answers, attendances } from '../rules/attendance.ts'
import { type Body, placeOfBody } from '../rules/bodies.ts'
import { isInsider } from '../rules/insiders.ts'
import { bodiesById, getBody } from '../store/bodies.ts'
import { invitationsTo } from '../store/invitations.ts'
import { getMeeting, listMeetings, papersOf } from '../store/meetings.ts'
import { membersOf } from '../store/members.ts'
import { FileJson, InvitationJson, MeetingJson, meetingJson, PaperJson, uploadIn } from './schemas.ts'

export const meetingsApi = apiRouter()

const tag = 'Meetings'

const Clock = z.string().openapi({ example: '15:00', description: 'As clocks show it in Rome' })
const Convocation = z
  .object({
    on: DayJson,
    starts: Clock,
    ends: Clock,
    place: z.string().nullable().optional(),
    link: z.string().nullable().optional(),
    agenda: z.string().openapi({ description: 'One item a line' }),
    links: z.string().optional().openapi({ description: 'Documents kept elsewhere, one a line: name and address' }),
    files: z.array(FileJson).max(3).optional(),
  })
  .openapi('Convocation')

meetingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/meetings',
    tags: [tag],
    summary: 'Meetings, the latest first',
    request: { query: PageQuery.extend({ body: z.uuid().optional().openapi({ description: 'Only those of this body' }) }) },
    responses: { 200: json(pageOf(MeetingJson), 'A page of them'), ...refused },
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const { cursor, limit, body } = c.req.valid('query')
    const { items, next } = await listMeetings(db, { ...(body ? { bodyIds: [body] } : {}), cursor, limit })
    const bodies = await bodiesById(
      db,
      items.map(({ bodyId }) => bodyId),
    )
    const insider = (bodyId: string) => isInsider(actor, bodies.get(bodyId) as Body)
    return c.json({ items: items.map((meeting) => meetingJson(meeting, now, insider(meeting.bodyId))), next }, 200)
  },
)

meetingsApi.openapi(making(tag, '/bodies/{id}/meetings', 'Convene a meeting', ById, Convocation), async (c) => {
  const { files = [], ...input } = c.req.valid('json')
  const uploads = files.map((file) => uploadIn(file, 'files'))
  const { id } = await convene(c.var, c.req.valid('param').id, ConveneForm.parse(input), uploads)
  return c.json({ id }, 201)
})

meetingsApi.openapi(reading(tag, '/meetings/{id}', 'One meeting', ById, MeetingJson, 'As it stands now'), async (c) => {
  const { meeting, insider } = await gather(c, c.req.valid('param').id)
  return c.json(meetingJson(meeting, c.var.now, insider), 200)
})

async function gather(c: Ctx, id: string) {
  const meeting = await getMeeting(c.var.db, id)
  const body = await getBody(c.var.db, meeting.bodyId)
  return { meeting, body, insider: isInsider(c.var.actor, body) }
}

/** What is internal is refused to whoever does not belong to the body. */
export function mustBeInside(c: Ctx, insider: boolean): void {
  if (!insider) throw new Problem(c.var.actor.id ? notAllowed : signInFirst)
}

const Change = Convocation.extend({
  revision: z.number().int().openapi({ description: 'The revision that you read' }),
  removed: z.array(z.uuid()).optional().openapi({ description: 'Documents to take away' }),
})
meetingsApi.openapi(acting(tag, 'put', '/meetings/{id}', 'Change a convocation, and send it again', ById, Change), async (c) => {
  const { files = [], ...input } = c.req.valid('json')
  const uploads = files.map((file) => uploadIn(file, 'files'))
  await changeMeeting(c.var, c.req.valid('param').id, ChangeForm.parse(input), uploads)
  return c.body(null, 204)
})

const Cancellation = z.object({ reason: z.string() })
meetingsApi.openapi(acting(tag, 'post', '/meetings/{id}/cancellations', 'Cancel a meeting', ById, Cancellation), async (c) => {
  await cancelMeeting(c.var, c.req.valid('param').id, CancelForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

const AnswerJson = z.object({ answer: z.enum(answers) })
meetingsApi.openapi(acting(tag, 'put', '/meetings/{id}/answer', 'Answer the invitation that you have', ById, AnswerJson), async (c) => {
  await answerMeeting(c.var, c.req.valid('param').id, AnswerForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

meetingsApi.openapi(
  reading(
    tag,
    '/meetings/{id}/invitations',
    'Who is invited, what they answered, whether they came',
    ById,
    listOf(InvitationJson),
    'For those who belong to the body',
  ),
  async (c) => {
    const { meeting, body, insider } = await gather(c, c.req.valid('param').id)
    mustBeInside(c, insider)
    const invitations = await invitationsTo(c.var.db, meeting.id)
    const people = new Map((await membersOf(c.var.db, [body.id])).map(({ id, personId }) => [id as string, personId]))
    const bounced = can(c.var.actor, 'groups.convene', placeOfBody(body)) ? await bouncedAmong(c.var.db, [...people.values()]) : null
    const told = invitations.map(({ memberId, answer, attendance }) => ({
      memberId,
      answer,
      attendance,
      bounces: bounced?.has(people.get(memberId) ?? '') ?? null,
    }))
    return c.json({ items: told }, 200)
  },
)

meetingsApi.openapi(
  reading(tag, '/meetings/{id}/papers', 'The documents of a meeting', ById, listOf(PaperJson), 'For those who belong to the body'),
  async (c) => {
    const { meeting, insider } = await gather(c, c.req.valid('param').id)
    mustBeInside(c, insider)
    const papers = await papersOf(c.var.db, meeting.id)
    const url = (fileId: string | null, address: string | null) =>
      fileId ? new URL(paths.file(fileId), c.var.config.baseUrl).href : (address ?? '')
    return c.json({ items: papers.map(({ id, name, fileId, address }) => ({ id, name, url: url(fileId, address) })) }, 200)
  },
)

const AttendanceJson = z.record(z.uuid(), z.enum(attendances)).openapi('Attendance', {
  description: 'By member; whoever is left out was absent',
})
meetingsApi.openapi(acting(tag, 'put', '/meetings/{id}/attendance', 'Record who attended', ById, AttendanceJson), async (c) => {
  await recordAttendance(c.var, c.req.valid('param').id, AttendanceForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})
