import { z } from '@hono/zod-openapi'
import { notFound, Problem } from '../../kernel/problem.ts'
import { ApproveForm, CorrectForm, SendForm } from '../../minutes/index.ts'
import { apiRouter } from '../../platform/api.ts'
import { acting, ById, DayJson, making, reading } from '../../platform/api-routes.ts'
import { AmendForm, agreeWithMinutes, amendStatement, answerAmendment, OutcomeForm } from '../actions/amendments.ts'
import {
  addStatement,
  closeMinutes,
  correctMinutes,
  EditStatementForm,
  editStatement,
  removeStatement,
  StatementForm,
  sendMinutes,
} from '../actions/minutes.ts'
import { gatherMinutesPage } from '../pages/gather-minutes.ts'
import { AmendmentIn, HearingMinutesJson, StatementIn, stateInHearing } from './hearing-schemas.ts'

export const hearingMinutesApi = apiRouter()

const tag = 'Hearings'

hearingMinutesApi.openapi(
  reading(
    tag,
    '/hearings/{id}/minutes',
    'The minutes of a hearing',
    ById,
    HearingMinutesJson,
    'Final ones are for all; drafts for those who keep the hearing or were heard',
  ),
  async (c) => {
    const { minutes, statements, corrections } = await gatherMinutesPage(c)
    if (!minutes) throw new Problem(notFound)
    return c.json(
      {
        version: minutes.version,
        state: stateInHearing(minutes),
        amendmentsUntil: minutes.sent?.until ?? null,
        finalOn: minutes.approved?.on ?? null,
        hash: minutes.approved?.hash ?? null,
        statements: statements.map(({ id, stakeholderId, text, revision }) => ({ id, stakeholderId, text, revision })),
        corrections: corrections.map(({ number, text, reason, madeOn }) => ({ number, text, reason, madeOn })),
      },
      200,
    )
  },
)

const NewStatement = z.object({ stakeholderId: z.uuid(), text: z.string() }).openapi('NewStatement')
hearingMinutesApi.openapi(making(tag, '/hearings/{id}/statements', 'Write what one speaker said', ById, NewStatement), async (c) => {
  const { id } = await addStatement(c.var, c.req.valid('param').id, StatementForm.parse(c.req.valid('json')))
  return c.json({ id }, 201)
})

const Edit = z.object({ text: z.string(), base: z.number().int().openapi({ description: 'The revision that you began from' }) })
hearingMinutesApi.openapi(
  acting(tag, 'put', '/hearings/{id}/statements/{statement}', 'Write a statement again', StatementIn, Edit),
  async (c) => {
    const { id, statement } = c.req.valid('param')
    await editStatement(c.var, id, statement, EditStatementForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)

hearingMinutesApi.openapi(
  acting(tag, 'post', '/hearings/{id}/statements/{statement}/removals', 'Take a statement out of the minutes', StatementIn, z.object({})),
  async (c) => {
    const { id, statement } = c.req.valid('param')
    await removeStatement(c.var, id, statement)
    return c.body(null, 204)
  },
)

const Sending = z.object({ until: DayJson })
hearingMinutesApi.openapi(
  acting(tag, 'post', '/hearings/{id}/minutes/sendings', 'Send the minutes to those heard', ById, Sending),
  async (c) => {
    await sendMinutes(c.var, c.req.valid('param').id, SendForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)

hearingMinutesApi.openapi(
  acting(tag, 'post', '/hearings/{id}/minutes/agreements', 'Say that the minutes are right, having been heard', ById, z.object({})),
  async (c) => {
    await agreeWithMinutes(c.var, c.req.valid('param').id)
    return c.body(null, 204)
  },
)

const Amendment = z.object({ text: z.string().openapi({ description: 'How the statement should read' }) })
hearingMinutesApi.openapi(
  making(tag, '/hearings/{id}/statements/{statement}/amendments', 'Propose an amendment, having been heard', StatementIn, Amendment),
  async (c) => {
    const { id, statement } = c.req.valid('param')
    const made = await amendStatement(c.var, id, statement, AmendForm.parse(c.req.valid('json')))
    return c.json({ id: made.id }, 201)
  },
)

const Outcome = z.object({
  outcome: z.enum(['accepted', 'rejected']),
  reason: z.string().nullable().optional(),
  text: z.string().nullable().optional(),
  base: z.number().int().openapi({ description: 'The revision of the statement that you read' }),
})
hearingMinutesApi.openapi(
  acting(tag, 'put', '/hearings/{id}/amendments/{amendment}/outcome', 'Give an amendment its outcome', AmendmentIn, Outcome),
  async (c) => {
    const { id, amendment } = c.req.valid('param')
    await answerAmendment(c.var, id, amendment, OutcomeForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)

const Closing = z.object({ version: z.number().int() })
hearingMinutesApi.openapi(acting(tag, 'post', '/hearings/{id}/minutes/closings', 'Make the minutes final', ById, Closing), async (c) => {
  await closeMinutes(c.var, c.req.valid('param').id, ApproveForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

const Correction = z.object({ text: z.string(), reason: z.string() })
hearingMinutesApi.openapi(
  acting(tag, 'post', '/hearings/{id}/minutes/corrections', 'Correct final minutes', ById, Correction),
  async (c) => {
    await correctMinutes(c.var, c.req.valid('param').id, CorrectForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)
