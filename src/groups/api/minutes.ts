import { z } from '@hono/zod-openapi'
import { notFound, Problem } from '../../kernel/problem.ts'
import {
  ApproveForm,
  CorrectForm,
  correctionsOf,
  findMinutes,
  minutesState,
  remarkKinds,
  remarksOn,
  SendForm,
} from '../../minutes/index.ts'
import { apiRouter } from '../../platform/api.ts'
import { acting, ById, DayJson, listOf, making, reading } from '../../platform/api-routes.ts'
import type { Ctx } from '../../platform/http.ts'
import { approveMinutes, correctMinutes, sendMinutes, WriteForm, writeMinutes } from '../actions/minutes.ts'
import { answerRemark, OutcomeForm, RemarkForm, remarkOnMinutes } from '../actions/remarks.ts'
import { isInsider } from '../rules/insiders.ts'
import { getBody } from '../store/bodies.ts'
import { getMeeting } from '../store/meetings.ts'
import { findVersion } from '../store/minutes.ts'
import { mustBeInside } from './meetings.ts'
import { MinutesJson, RemarkJson } from './schemas.ts'

export const minutesApi = apiRouter()

const tag = 'Minutes'
const OneRemark = ById.extend({ remark: z.uuid() })

async function insiderAt(c: Ctx, meetingId: string): Promise<boolean> {
  const { bodyId } = await getMeeting(c.var.db, meetingId)
  return isInsider(c.var.actor, await getBody(c.var.db, bodyId))
}

minutesApi.openapi(
  reading(
    tag,
    '/meetings/{id}/minutes',
    'The minutes of a meeting',
    ById,
    MinutesJson,
    'Approved ones for everybody; drafts for those who belong to the body',
  ),
  async (c) => {
    const { db } = c.var
    const { id } = c.req.valid('param')
    const insider = await insiderAt(c, id)
    const minutes = await findMinutes(db, id)
    if (!minutes) throw new Problem(notFound, { meeting: id })
    if (!minutes.approved) mustBeInside(c, insider)
    const version = await findVersion(db, id, minutes.approved?.version ?? minutes.version)
    const corrections = await correctionsOf(db, id)
    const told = {
      state: minutesState(minutes),
      version: version?.version ?? minutes.version,
      text: version?.text ?? '',
      remarksUntil: minutes.sent?.until ?? null,
      approvedOn: minutes.approved?.on ?? null,
      hash: minutes.approved?.hash ?? null,
      corrections: corrections.map(({ number, text, reason, madeOn }) => ({ number, text, reason, madeOn })),
    }
    return c.json(told, 200)
  },
)

const Draft = z.object({
  text: z.string(),
  base: z
    .number()
    .int()
    .openapi({ description: 'The version you began from; 0 for the first. If it is no longer the latest, the draft is refused' }),
})
minutesApi.openapi(acting(tag, 'put', '/meetings/{id}/minutes', 'Save a new version of the draft', ById, Draft), async (c) => {
  await writeMinutes(c.var, c.req.valid('param').id, WriteForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

const Sending = z.object({ until: DayJson.openapi({ description: 'The last day to propose corrections' }) })
minutesApi.openapi(acting(tag, 'post', '/meetings/{id}/minutes/sendings', 'Send them to those who attended', ById, Sending), async (c) => {
  await sendMinutes(c.var, c.req.valid('param').id, SendForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

minutesApi.openapi(
  reading(
    tag,
    '/meetings/{id}/minutes/remarks',
    'What those who attended answered',
    ById,
    listOf(RemarkJson),
    'For those who belong to the body',
  ),
  async (c) => {
    const { id } = c.req.valid('param')
    mustBeInside(c, await insiderAt(c, id))
    const remarks = await remarksOn(c.var.db, id)
    return c.json(
      { items: remarks.map(({ id, kind, version, text, outcome, reason }) => ({ id, kind, version, text, outcome, reason })) },
      200,
    )
  },
)

const NewRemark = z.object({ kind: z.enum(remarkKinds), text: z.string().optional() })
minutesApi.openapi(making(tag, '/meetings/{id}/minutes/remarks', 'Agree, or propose a correction', ById, NewRemark), async (c) => {
  const { id } = await remarkOnMinutes(c.var, c.req.valid('param').id, RemarkForm.parse(c.req.valid('json')))
  return c.json({ id }, 201)
})

const Outcome = z.object({ outcome: z.enum(['accepted', 'rejected']), reason: z.string().optional() })
minutesApi.openapi(
  acting(tag, 'put', '/meetings/{id}/minutes/remarks/{remark}/outcome', 'Give a correction its outcome', OneRemark, Outcome),
  async (c) => {
    const { id, remark } = c.req.valid('param')
    await answerRemark(c.var, id, remark, OutcomeForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)

const Approval = z.object({ version: z.number().int().openapi({ description: 'The version that you read' }) })
minutesApi.openapi(acting(tag, 'post', '/meetings/{id}/minutes/approvals', 'Approve them for good', ById, Approval), async (c) => {
  await approveMinutes(c.var, c.req.valid('param').id, ApproveForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

const NewCorrection = z.object({ text: z.string(), reason: z.string() })
minutesApi.openapi(
  acting(tag, 'post', '/meetings/{id}/minutes/corrections', 'Correct approved minutes, beside them', ById, NewCorrection),
  async (c) => {
    await correctMinutes(c.var, c.req.valid('param').id, CorrectForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)
