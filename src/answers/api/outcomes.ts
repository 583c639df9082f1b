import { createRoute, z } from '@hono/zod-openapi'
import { can } from '../../charter/policy.ts'
import { placeOfConsultation, receiptNumber } from '../../consultations/index.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { apiRouter, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting, DayJson, reading } from '../../platform/api-routes.ts'
import { EvaluationForm, evaluate } from '../actions/evaluate.ts'
import { openedConsultation } from '../actions/gather.ts'
import { concludeConsultation, ReportForm, writeReport } from '../actions/reports.ts'
import { listAnswered } from '../listing.ts'
import { outcomeNumbers } from '../outcome.ts'
import { toAnswer } from '../rules/account.ts'
import { outcomes } from '../rules/replies.ts'
import { accountOf } from '../store/account.ts'
import { findReport } from '../store/reports.ts'
import { AccountJson, AnsweredJson, EvaluationJson, InConsultation, ReportJson } from './schemas.ts'

export const outcomesApi = apiRouter()

const tag = 'Answers'

outcomesApi.openapi(
  reading(tag, '/consultations/{id}/account', 'Where every contribution stands', InConsultation, AccountJson, 'Counted once each'),
  async (c) => {
    const { id } = await openedConsultation(c.var.db, c.req.valid('param').id)
    const account = await accountOf(c.var.db, id)
    return c.json({ ...account, toAnswer: toAnswer(account) }, 200)
  },
)

outcomesApi.openapi(
  createRoute({
    method: 'get',
    path: '/consultations/{id}/answers',
    tags: [tag],
    summary: 'Each contribution with its published answer, in the order in which they arrived',
    request: { params: InConsultation, query: PageQuery },
    responses: { 200: json(pageOf(AnsweredJson), 'A page of them'), ...refused },
  }),
  async (c) => {
    const { id } = await openedConsultation(c.var.db, c.req.valid('param').id)
    const { items, next } = await listAnswered(c.var.db, 'it', id, c.req.valid('query'))
    const rows = items.map(({ contribution, state, by, text, answer }) => ({
      number: receiptNumber(contribution),
      state,
      by,
      text,
      receivedAt: contribution.receivedAt.toISOString(),
      answer: answer && { ...answer, blockIds: [...answer.blockIds], publishedAt: answer.publishedAt.toISOString() },
    }))
    return c.json({ items: rows, next }, 200)
  },
)

const Count = <Key extends z.ZodType>(key: Key) => z.array(z.object({ key, count: z.number().int() }))
const OutcomesJson = z
  .object({
    publishedOn: DayJson.nullable(),
    finalVersionId: z.uuid().nullable(),
    narrativeIt: z.string().nullable(),
    narrativeEn: z.string().nullable(),
    revision: z.number().int(),
    account: AccountJson,
    byOutcome: Count(z.enum(outcomes).nullable()),
    byKind: Count(z.string()),
    bySection: Count(z.uuid().nullable()),
  })
  .openapi('ConsultationOutcomes')

outcomesApi.openapi(
  reading(
    tag,
    '/consultations/{id}/outcomes',
    'The outcomes of a consultation',
    InConsultation,
    OutcomesJson,
    'Once published; before, to those who work on them. The numbers tell what arrived, and represent nobody else',
  ),
  async (c) => {
    const consultation = await openedConsultation(c.var.db, c.req.valid('param').id)
    const report = await findReport(c.var.db, consultation.id)
    if (!report?.publishedOn && !can(c.var.actor, 'answers.write-report', placeOfConsultation(consultation))) throw new Problem(notFound)
    const { account, byOutcome, byKind, bySection } = await outcomeNumbers(c.var.db, consultation.id)
    const { publishedOn = null, finalVersionId = null, narrativeIt = null, narrativeEn = null, revision = 0 } = report ?? {}
    return c.json(
      {
        publishedOn,
        finalVersionId,
        narrativeIt,
        narrativeEn,
        revision,
        account: { ...account, toAnswer: toAnswer(account) },
        byOutcome: [...byOutcome],
        byKind: [...byKind],
        bySection: [...bySection],
      },
      200,
    )
  },
)

outcomesApi.openapi(
  acting(tag, 'put', '/consultations/{id}/outcomes', 'Write the words around the outcomes', InConsultation, ReportJson),
  async (c) => {
    await writeReport(c.var, c.req.valid('param').id, ReportForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)

outcomesApi.openapi(
  acting(tag, 'post', '/consultations/{id}/outcome-publications', 'Publish the outcomes and conclude', InConsultation, z.object({})),
  async (c) => {
    await concludeConsultation(c.var, c.req.valid('param').id)
    return c.body(null, 204)
  },
)

outcomesApi.openapi(
  acting(tag, 'put', '/consultations/{id}/evaluation', 'Say how one was consulted', InConsultation, EvaluationJson),
  async (c) => {
    await evaluate(c.var, c.req.valid('param').id, EvaluationForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)
