import { createRoute, z } from '@hono/zod-openapi'
import { can, mustBeAble } from '../../charter/policy.ts'
import { placeOfConsultation } from '../../consultations/index.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { apiRouter, body, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting, reading, secured } from '../../platform/api-routes.ts'
import { AssignForm, assignContributions } from '../actions/assign.ts'
import { openedConsultation } from '../actions/gather.ts'
import {
  CorrectForm,
  correctReply,
  PrepareForm,
  PublishForm,
  prepareReply,
  publishReplies,
  RewordForm,
  rewordReply,
  withdrawReply,
} from '../actions/replies.ts'
import { itemResults } from '../rules/replies.ts'
import { listQueue, waitings } from '../store/queue.ts'
import { getReply } from '../store/replies.ts'
import {
  AssignJson,
  CorrectJson,
  InConsultation,
  OneReply,
  PrepareJson,
  PublishJson,
  QueueItemJson,
  ReplyJson,
  RewordJson,
} from './schemas.ts'

export const repliesApi = apiRouter()

const tag = 'Answers'

repliesApi.openapi(
  createRoute({
    method: 'get',
    path: '/consultations/{id}/answers-queue',
    tags: [tag],
    summary: 'The contributions to answer, in the order in which they arrived',
    ...secured,
    request: {
      params: InConsultation,
      query: PageQuery.extend({
        waiting: z.enum(waitings).default('waiting'),
        cluster: z.uuid().optional(),
        assignedTo: z.uuid().optional(),
      }),
    },
    responses: { 200: json(pageOf(QueueItemJson), 'A page of them'), ...refused },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const { cluster: clusterId, ...query } = c.req.valid('query')
    mustBeAble(c.var.actor, 'answers.prepare', placeOfConsultation(await openedConsultation(c.var.db, id)))
    const { items, next } = await listQueue(c.var.db, { consultationId: id, clusterId, ...query })
    return c.json({ items: [...items], next }, 200)
  },
)

const Prepared = z
  .object({
    id: z.uuid(),
    items: z.array(z.object({ contributionId: z.uuid(), number: z.number().int().nullable(), result: z.enum(itemResults) })),
  })
  .openapi('PreparedReply')

repliesApi.openapi(
  createRoute({
    method: 'post',
    path: '/consultations/{id}/replies',
    tags: [tag],
    summary: 'Prepare one reply to one contribution or to many, unseen until published',
    ...secured,
    request: { params: InConsultation, ...body(PrepareJson) },
    responses: { 201: json(Prepared, 'What came of each contribution'), ...refused },
  }),
  async (c) => {
    const { reply, items } = await prepareReply(c.var, c.req.valid('param').id, PrepareForm.parse(c.req.valid('json')))
    return c.json({ id: reply.id, items: [...items] }, 201)
  },
)

repliesApi.openapi(
  reading(tag, '/consultations/{id}/replies/{reply}', 'One reply', OneReply, ReplyJson, 'As it is published, or prepared'),
  async (c) => {
    const { id, reply: replyId } = c.req.valid('param')
    const consultation = await openedConsultation(c.var.db, id)
    const { consultationId: _, preparedBy: __, preparedAt: ___, ...reply } = await getReply(c.var.db, id, replyId)
    if (!reply.publishedAt && !can(c.var.actor, 'answers.prepare', placeOfConsultation(consultation))) throw new Problem(notFound)
    return c.json({ ...reply, blockIds: [...reply.blockIds], publishedAt: reply.publishedAt?.toISOString() ?? null }, 200)
  },
)

repliesApi.openapi(
  acting(tag, 'put', '/consultations/{id}/replies/{reply}', 'Reword a reply not yet published', OneReply, RewordJson),
  async (c) => {
    const { id, reply } = c.req.valid('param')
    await rewordReply(c.var, id, reply, RewordForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)

repliesApi.openapi(
  acting(tag, 'post', '/consultations/{id}/replies/{reply}/corrections', 'Correct a published reply', OneReply, CorrectJson),
  async (c) => {
    const { id, reply } = c.req.valid('param')
    await correctReply(c.var, id, reply, CorrectForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)

repliesApi.openapi(
  createRoute({
    method: 'delete',
    path: '/consultations/{id}/replies/{reply}',
    tags: [tag],
    summary: 'Take away a reply not yet published',
    ...secured,
    request: { params: OneReply },
    responses: { 204: { description: 'Its contributions wait again' }, ...refused },
  }),
  async (c) => {
    const { id, reply } = c.req.valid('param')
    await withdrawReply(c.var, id, reply)
    return c.body(null, 204)
  },
)

const Published = z.object({ id: z.uuid(), replies: z.number().int(), contributions: z.number().int() }).openapi('AnswerPublication')

repliesApi.openapi(
  createRoute({
    method: 'post',
    path: '/consultations/{id}/answer-publications',
    tags: [tag],
    summary: 'Publish the prepared replies together, as one act',
    ...secured,
    request: { params: InConsultation, ...body(PublishJson) },
    responses: { 201: json(Published, 'How many, and to how many contributions'), ...refused },
  }),
  async (c) => c.json(await publishReplies(c.var, c.req.valid('param').id, PublishForm.parse(c.req.valid('json'))), 201),
)

repliesApi.openapi(
  acting(tag, 'put', '/consultations/{id}/answer-assignments', 'Say who prepares the answers', InConsultation, AssignJson),
  async (c) => {
    await assignContributions(c.var, c.req.valid('param').id, AssignForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)
