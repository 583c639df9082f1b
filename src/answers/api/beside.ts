import { createRoute, z } from '@hono/zod-openapi'
import { can, mustBeAble } from '../../charter/policy.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { apiRouter, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { reading, secured } from '../../platform/api-routes.ts'
import { aroundConsultation } from '../pages/around.tsx'
import { changesOf } from '../pages/changes.tsx'
import { downloadOutcomes, outcomeFormats } from '../pages/downloads.ts'
import { outcomeFor } from '../pages/outcomes.tsx'
import { fewestTold } from '../rules/evaluation.ts'
import { outcomes } from '../rules/replies.ts'
import { evaluationResults } from '../store/evaluations.ts'
import { listPrepared } from '../store/prepared.ts'
import { getReply } from '../store/replies.ts'
import { InConsultation, OneReply } from './schemas.ts'

export const besideApi = apiRouter()

const tag = 'Answers'

const PreparedJson = z
  .object({
    id: z.uuid(),
    outcome: z.enum(outcomes),
    reasonIt: z.string(),
    preparedAt: z.iso.datetime(),
    contributions: z.number().int().openapi({ description: 'How many it answers' }),
  })
  .openapi('ReplyPrepared')

besideApi.openapi(
  createRoute({
    method: 'get',
    path: '/consultations/{id}/replies',
    tags: [tag],
    summary: 'The replies not yet published',
    ...secured,
    request: { params: InConsultation, query: PageQuery },
    responses: { 200: json(pageOf(PreparedJson), 'The first prepared first'), ...refused },
  }),
  async (c) => {
    const { consultation, place } = await aroundConsultation(c, c.req.valid('param').id)
    mustBeAble(c.var.actor, 'answers.prepare', place)
    const { items, next } = await listPrepared(c.var.db, consultation.id, c.req.valid('query'))
    return c.json({ items: items.map((one) => ({ ...one, preparedAt: one.preparedAt.toISOString() })), next }, 200)
  },
)

const PartJson = z.object({ value: z.string(), added: z.boolean().optional(), removed: z.boolean().optional() })
const CausedJson = z
  .object({
    version: z
      .number()
      .int()
      .nullable()
      .openapi({ description: 'Compared with the text consulted upon; null before there is a later one' }),
    changes: z.array(
      z.object({
        kind: z.enum(['same', 'moved', 'changed', 'added', 'removed']),
        blockId: z.uuid(),
        before: z.string().nullable(),
        after: z.string().nullable(),
        words: z.array(PartJson),
      }),
    ),
  })
  .openapi('ChangesCaused')

besideApi.openapi(
  reading(tag, '/consultations/{id}/replies/{reply}/changes', 'The changes of the text that it caused', OneReply, CausedJson, 'In words'),
  async (c) => {
    const { db, actor } = c.var
    const { id, reply: replyId } = c.req.valid('param')
    const { consultation, place } = await aroundConsultation(c, id)
    const insider = can(actor, 'answers.prepare', place)
    const reply = await getReply(db, id, replyId)
    if (!reply.publishedAt && !insider) throw new Problem(notFound)
    const { version, changes } = await changesOf(db, consultation, reply.blockIds, insider)
    const told = changes.map((change) => ({
      kind: change.kind,
      blockId: (change.after ?? change.before).id as string,
      before: change.before?.text ?? null,
      after: change.after?.text ?? null,
      words: change.kind === 'changed' ? [...change.words] : [],
    }))
    return c.json({ version: version?.number ?? null, changes: told }, 200)
  },
)

const Mean = z.number().nullable().openapi({ description: 'From 1 to 5; null where too few answered' })
besideApi.openapi(
  reading(
    tag,
    '/consultations/{id}/evaluation',
    'What participants thought of how they were consulted',
    InConsultation,
    z.object({ count: z.number().int(), easy: Mean, clear: Mean, heard: Mean, again: z.number().int().nullable() }),
    `Of fewer than ${fewestTold} nothing is told but how many`,
  ),
  async (c) => {
    const { around } = await outcomeFor(c, c.req.valid('param').id)
    const results = await evaluationResults(c.var.db, around.consultation.id)
    const untold = { count: results.count, easy: null, clear: null, heard: null, again: null }
    return c.json(results.count < fewestTold ? untold : results, 200)
  },
)

besideApi.openapi(
  createRoute({
    method: 'get',
    path: '/consultations/{id}/outcomes/export',
    tags: [tag],
    summary: 'The outcomes as a file',
    request: {
      params: InConsultation,
      query: z.object({
        format: z.enum(outcomeFormats).default('pdf'),
        part: z.coerce.number().int().min(1).max(1000).default(1).openapi({
          description: 'PDF, DOCX and HTML hold a thousand contributions each: which of them, from 1. CSV and JSON hold them all',
        }),
      }),
    },
    responses: {
      200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
      ...refused,
    },
  }),
  async (c) => (await downloadOutcomes(c, await outcomeFor(c, c.req.valid('param').id), c.req.valid('query'))) as never,
)
