import { createRoute, z } from '@hono/zod-openapi'
import { can } from '../../charter/policy.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { apiRouter, body, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting } from '../../platform/api-routes.ts'
import type { Ctx } from '../../platform/http.ts'
import { freshFor } from '../../platform/public-pages.ts'
import { annotating } from '../actions/annotate.ts'
import { ChangeForm, changeContribution, withdrawContribution } from '../actions/change.ts'
import { CommentForm, comment, HideCommentForm, hideCommentBy } from '../actions/comments.ts'
import { ContributeForm, contribute } from '../actions/contribute.ts'
import { EnterForm, enterContribution, enterMessage, MessageForm } from '../actions/enter.ts'
import { AppealForm, appeal, FlagForm, flag, HideForm, hide, keep, SettleForm, settleAppeal } from '../actions/moderate.ts'
import { support } from '../actions/supports.ts'
import { signaturesOf } from '../people.ts'
import { placeOfConsultation } from '../rules/consultation.ts'
import { type Contribution, contributionStates } from '../rules/contributions.ts'
import { mostSelected } from '../rules/selection.ts'
import { getConsultation } from '../store/consultations.ts'
import { contributionByNumber } from '../store/contributions.ts'
import { listContributions, orders } from '../store/listing.ts'
import { AnswersJson, ById, ByNumber, ContributionJson, contributionJson, FileJson, fileIn } from './schemas.ts'

export const contributionsApi = apiRouter()

const tag = 'Contributions'

const ListQuery = PageQuery.extend({
  state: z.enum(contributionStates).optional(),
  contributor: z.enum(['person', 'organisation']).optional(),
  block: z.uuid().optional(),
  section: z.uuid().optional().openapi({ description: 'The heading of a section' }),
  q: z.string().max(200).optional(),
  order: z.enum(orders).default('newest'),
})

contributionsApi.openapi(
  createRoute({
    method: 'get',
    path: '/consultations/{id}/contributions',
    tags: [tag],
    summary: 'The contributions to a consultation',
    request: { params: ById, query: ListQuery },
    responses: { 200: json(pageOf(ContributionJson), 'A page of contributions'), ...refused },
  }),
  async (c) => {
    freshFor(c, 2)
    const { db, reader } = c.var
    const { id } = c.req.valid('param')
    const { state, contributor, block, section, q, order, cursor, limit } = c.req.valid('query')
    await opened(c, id)
    const found = await listContributions(db, {
      consultationId: id,
      state,
      contributorKind: contributor,
      blockId: block,
      sectionIds: section ? [section] : undefined,
      words: q,
      order,
      cursor,
      limit,
    })
    const by = await signaturesOf(db, reader.lang, found.items)
    return c.json({ items: found.items.map((one) => contributionJson(one, by(one))), next: found.next }, 200)
  },
)

async function opened(c: Ctx, id: string): Promise<void> {
  if (!(await getConsultation(c.var.db, id)).openedAt) throw new Problem(notFound)
}

async function told(c: Ctx, contribution: Contribution) {
  const { db, actor, reader } = c.var
  const by = await signaturesOf(db, reader.lang, [contribution])
  const place = placeOfConsultation(await getConsultation(db, contribution.consultationId))
  const readable = !contribution.withdrawnAt && (contribution.authorId === actor.id || can(actor, 'consultations.hide', place))
  return contributionJson(contribution, by(contribution), readable)
}

const ContributeJson = ContributeForm.omit({ key: true, opened: true }).extend({
  answers: AnswersJson.default({}),
  files: z.array(FileJson).max(3).default([]),
  mandateFile: FileJson.omit({ questionId: true }).nullable().default(null).openapi({ description: 'The act of delegation' }),
  lang: z.enum(['it', 'en']).default('it'),
  words: z
    .object({ starts: z.number().int().min(0).max(1_000_000), exact: z.string().max(mostSelected) })
    .nullable()
    .default(null)
    .openapi({ description: 'For the target `words`: where they begin in the block’s plain text, in UTF-16 units, and the words' }),
})

const KeyHeader = z.object({
  'idempotency-key': z
    .string()
    .min(8)
    .max(100)
    .regex(/^[\w-]+$/)
    .openapi({ description: 'The same for every attempt: sent again, it answers with the same receipt and adds nothing' }),
})

contributionsApi.openapi(
  createRoute({
    method: 'post',
    path: '/consultations/{id}/contributions',
    tags: [tag],
    summary: 'Send a contribution',
    security: [{ token: [] }],
    request: { params: ById, headers: KeyHeader, ...body(ContributeJson) },
    responses: {
      201: json(ContributionJson, 'The receipt'),
      200: json(ContributionJson, 'It had arrived already: the same receipt'),
      ...refused,
    },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const { answers, files, mandateFile, lang, words, ...input } = c.req.valid('json')
    const form = { ...input, key: c.req.valid('header')['idempotency-key'], opened: null }
    const { contribution, again } = await contribute(c.var, id, form, {
      lang,
      answers,
      files: files.map(fileIn),
      mandateFile: mandateFile && fileIn({ ...mandateFile, questionId: null }),
      also: annotating(input.target, words ?? { starts: 0, exact: null }),
    })
    return again ? c.json(await told(c, contribution), 200) : c.json(await told(c, contribution), 201)
  },
)

contributionsApi.openapi(
  createRoute({
    method: 'post',
    path: '/consultations/{id}/entries',
    tags: [tag],
    summary: 'Record a contribution that came on another channel',
    security: [{ token: [] }],
    request: {
      params: ById,
      headers: KeyHeader,
      ...body(EnterForm.omit({ key: true }).extend({ files: z.array(FileJson).max(3).default([]) })),
    },
    responses: { 201: json(ContributionJson, 'Recorded'), 200: json(ContributionJson, 'It had been recorded already'), ...refused },
  }),
  async (c) => {
    const { files, ...input } = c.req.valid('json')
    const form = { ...input, key: c.req.valid('header')['idempotency-key'] }
    const { contribution, again } = await enterContribution(c.var, c.req.valid('param').id, form, files.map(fileIn))
    return again ? c.json(await told(c, contribution), 200) : c.json(await told(c, contribution), 201)
  },
)

const MessageSent = MessageForm.extend({
  content: z.base64().max(1_400_000).openapi({ description: 'The message as it was saved, .eml, in base64' }),
})

contributionsApi.openapi(
  createRoute({
    method: 'post',
    path: '/consultations/{id}/certified-messages',
    tags: [tag],
    summary: 'Record a message of certified e-mail',
    description: 'Author, text and attachments are read from it. Its own bytes are its key: sent again, nothing is added.',
    security: [{ token: [] }],
    request: { params: ById, ...body(MessageSent) },
    responses: { 201: json(ContributionJson, 'Recorded'), 200: json(ContributionJson, 'It had been recorded already'), ...refused },
  }),
  async (c) => {
    const { content, ...input } = MessageSent.parse(c.req.valid('json'))
    const { contribution, again } = await enterMessage(c.var, c.req.valid('param').id, input, Buffer.from(content, 'base64'))
    return again ? c.json(await told(c, contribution), 200) : c.json(await told(c, contribution), 201)
  },
)

const numbered = '/consultations/{id}/contributions/{number}'
const at = (c: Ctx, { id, number }: z.output<typeof ByNumber>) => contributionByNumber(c.var.db, id, number)

contributionsApi.openapi(
  createRoute({
    method: 'get',
    path: numbered,
    tags: [tag],
    summary: 'One contribution',
    request: { params: ByNumber },
    responses: { 200: json(ContributionJson, 'The contribution'), ...refused },
  }),
  async (c) => {
    freshFor(c, 2)
    return c.json(await told(c, await at(c, c.req.valid('param'))), 200)
  },
)

contributionsApi.openapi(
  acting(
    tag,
    'put',
    numbered,
    'Change a contribution of your own',
    ByNumber,
    ChangeForm.extend({ answers: AnswersJson.optional(), lang: z.enum(['it', 'en']).default('it') }),
  ),
  async (c) => {
    const { id, consultationId } = await at(c, c.req.valid('param'))
    const { answers, lang, ...input } = c.req.valid('json')
    await changeContribution(c.var, consultationId, id, input, { lang, ...(answers ? { answers } : {}) })
    return c.body(null, 204)
  },
)

contributionsApi.openapi(
  acting(
    tag,
    'post',
    `${numbered}/comments/{comment}/hidings`,
    'Hide an answer among participants, by a rule',
    ByNumber.extend({ comment: z.uuid() }),
    HideCommentForm,
  ),
  async (c) => {
    const { consultationId, id } = await at(c, c.req.valid('param'))
    await hideCommentBy(c.var, consultationId, id, c.req.valid('param').comment, c.req.valid('json'))
    return c.body(null, 204)
  },
)

const Nothing = z.object({})

const doings = [
  [
    'withdrawals',
    'Withdraw a contribution of your own',
    Nothing,
    (c, { consultationId, id }) => withdrawContribution(c.var, consultationId, id),
  ],
  [
    'supports',
    'Support a contribution, or take the support back',
    z.object({ wanted: z.boolean().default(true) }),
    (c, { consultationId, id }, { wanted }) => support(c.var, consultationId, id, wanted),
  ],
  ['comments', 'Answer a contribution', CommentForm, (c, { consultationId, id }, input) => comment(c.var, consultationId, id, input)],
  ['flags', 'Tell whoever moderates', FlagForm, (c, { consultationId, id }, input) => flag(c.var, consultationId, id, input)],
  ['hidings', 'Hide a contribution, by a rule', HideForm, (c, { consultationId, id }, input) => hide(c.var, consultationId, id, input)],
  ['keepings', 'Leave it visible, and settle its flags', Nothing, (c, { consultationId, id }) => keep(c.var, consultationId, id)],
  ['appeals', 'Ask for a review', AppealForm, (c, { consultationId, id }, input) => appeal(c.var, consultationId, id, input)],
  ['reviews', 'Decide a review', SettleForm, (c, { consultationId, id }, input) => settleAppeal(c.var, consultationId, id, input)],
] as const satisfies readonly [string, string, z.ZodObject, (c: Ctx, contribution: Contribution, input: never) => Promise<unknown>][]

for (const [name, summary, form, run] of doings)
  contributionsApi.openapi(acting(tag, 'post', `${numbered}/${name}`, summary, ByNumber, form), async (c) => {
    await run(c, await at(c, c.req.valid('param')), form.parse(await c.req.json()) as never)
    return c.body(null, 204)
  })
