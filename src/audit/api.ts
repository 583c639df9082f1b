import { createRoute, z } from '@hono/zod-openapi'
import { paths } from '../charter/paths.ts'
import { officialActs } from '../charter/policy.ts'
import { isDay } from '../kernel/day.ts'
import { apiRouter, json, PageQuery, pageOf, refused } from '../platform/api.ts'
import { canonicalEvent } from '../platform/record.ts'
import { whichActs } from './address.ts'
import { type Names, namesIn, sentenceOf } from './names.ts'
import type { RecordedAct } from './rules.ts'
import { getAct, listActs } from './store.ts'

const DayQuery = z.iso.date().refine(isDay).optional()

const EventJson = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    day: z.iso.date().openapi({ description: 'The day in Europe/Rome' }),
    act: z.string().openapi({ example: 'ecosystems.start-phase' }),
    sentence: z.object({ it: z.string(), en: z.string() }),
    actorId: z.uuid().openapi({ description: 'Whoever acted, by an opaque id' }),
    placeKind: z.string().openapi({ example: 'ecosystem' }),
    placeId: z.uuid().nullable(),
    ecosystem: z.string().nullable().openapi({ description: 'The address of the ecosystem where it happened', example: 'sanita' }),
    subjectId: z.string(),
    facts: z.record(z.string(), z.unknown()).openapi({ description: 'Ids, days, codes and counts; never personal data' }),
    hash: z.string().openapi({ description: 'SHA-256, in hexadecimal, of the canonical content (RFC 8785)' }),
    content: z.string().openapi({ description: 'Where the canonical content is' }),
  })
  .openapi('Event')

const tags = ['Acts']

export const api = apiRouter()

api.openapi(
  createRoute({
    method: 'get',
    path: '/events',
    tags,
    summary: 'Official acts, latest first',
    request: {
      query: PageQuery.extend({
        ecosystem: z
          .string()
          .max(200)
          .optional()
          .openapi({ description: 'Only those of this ecosystem, by its address', example: 'sanita' }),
        act: z.enum(officialActs as [string, ...string[]]).optional(),
        from: DayQuery,
        to: DayQuery,
      }),
    },
    responses: { 200: json(pageOf(EventJson), 'A page of the public record'), ...refused },
  }),
  async (c) => {
    const { ecosystem, act, from, to, cursor, limit } = c.req.valid('query')
    const { which } = await whichActs(c.var.db, { ecosistema: ecosystem }, c.var.today)
    const { items, next } = await listActs(c.var.db, { ...which, act, from, to }, cursor, limit)
    const names = await namesIn(c.var.db, items)
    return c.json({ items: items.map((one) => told(one, names, c.var.reader.baseUrl)), next }, 200)
  },
)

const Params = z.object({ id: z.uuid() })

api.openapi(
  createRoute({
    method: 'get',
    path: '/events/{id}',
    tags,
    summary: 'One official act',
    request: { params: Params },
    responses: { 200: json(EventJson, 'The act'), ...refused },
  }),
  async (c) => {
    const act = await getAct(c.var.db, c.req.valid('param').id)
    return c.json(told(act, await namesIn(c.var.db, [act]), c.var.reader.baseUrl), 200)
  },
)

api.openAPIRegistry.registerPath({
  method: 'get',
  path: '/events/{id}/content',
  tags,
  summary: 'The canonical content of an act: its SHA-256 is the hash of the act',
  request: { params: Params },
  responses: { 200: json(z.record(z.string(), z.unknown()), 'The very bytes that were hashed'), ...refused },
})
api.get('/events/:id/content', async (c) => {
  const act = await getAct(c.var.db, c.req.param('id'))
  return c.body(canonicalEvent(act), 200, { 'content-type': 'application/json' })
})

function told(act: RecordedAct, names: Names, baseUrl: string) {
  const { id, at, day, act: name, actorId, placeKind, placeId, subjectId, facts, hash } = act
  return {
    id,
    at,
    day,
    act: name,
    sentence: { it: sentenceOf('it', act, names), en: sentenceOf('en', act, names) },
    actorId,
    placeKind,
    placeId,
    ecosystem: names.slugOf(act),
    subjectId,
    facts: { ...facts },
    hash: hash.toString('hex'),
    content: new URL(paths.actContent(id), baseUrl).href,
  }
}
