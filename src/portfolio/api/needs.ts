import { createRoute, z } from '@hono/zod-openapi'
import { getEcosystem } from '../../ecosystems/index.ts'
import { codeOf, voiceKinds } from '../../listening/index.ts'
import { apiRouter, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting, ById, reading, Slug } from '../../platform/api-routes.ts'
import { AnswerForm, answerNeed, dropNeed } from '../actions/needs.ts'
import { coverageIn, coverageLevels, needsAt } from '../coverage.ts'
import { coversOf } from '../covers.ts'
import { extents } from '../rules/projects.ts'

export const needsApi = apiRouter()

const tag = 'Projects and services'
const OneNeed = ById.extend({ need: z.uuid() })

const Extent = z.object({ extent: z.enum(extents) })
needsApi.openapi(acting(tag, 'put', '/projects/{id}/needs/{need}', 'Say that a project answers a need', OneNeed, Extent), async (c) => {
  const { id, need } = c.req.valid('param')
  await answerNeed(c.var, id, AnswerForm.parse({ ...c.req.valid('json'), needId: need }))
  return c.body(null, 204)
})

needsApi.openapi(
  acting(tag, 'post', '/projects/{id}/needs/{need}/ends', 'Take back that it answers a need', OneNeed, z.object({})),
  async (c) => {
    const { id, need } = c.req.valid('param')
    await dropNeed(c.var, id, need)
    return c.body(null, 204)
  },
)

const Levels = z.object({ open: z.number().int(), 'partly-covered': z.number().int(), covered: z.number().int() })
const CoverageJson = z
  .object({
    total: z.number().int(),
    levels: Levels,
    voices: z.array(z.object({ voice: z.enum(voiceKinds), total: z.number().int(), levels: Levels })),
  })
  .openapi('Coverage')

needsApi.openapi(
  reading(
    tag,
    '/ecosystems/{slug}/coverage',
    'How far its needs are answered',
    Slug,
    CoverageJson,
    'By whoever voiced them; those merged count once',
  ),
  async (c) => {
    const { db, today } = c.var
    const ecosystem = await getEcosystem(db, c.req.valid('param').slug, today)
    const { total, levels, voices } = await coverageIn(db, ecosystem.id, today)
    return c.json({ total, levels, voices: [...voices] }, 200)
  },
)

const CoveredNeedJson = z
  .object({
    id: z.uuid(),
    code: z.string().openapi({ example: 'E-12' }),
    statement: z.string(),
    voiceKind: z.enum(voiceKinds),
    severity: z.number().int().nullable(),
    covers: z.array(
      z.object({
        kind: z.enum(['objective', 'intervention', 'project', 'service']),
        title: z.string(),
        path: z.string(),
        extent: z.enum(extents).nullable(),
      }),
    ),
  })
  .openapi('CoveredNeed')

needsApi.openapi(
  createRoute({
    method: 'get',
    path: '/ecosystems/{slug}/coverage/needs',
    tags: [tag],
    summary: 'The needs at one level of coverage, with what answers them',
    request: {
      params: Slug,
      query: PageQuery.extend({ level: z.enum(coverageLevels).default('open'), voice: z.enum(voiceKinds).optional() }),
    },
    responses: { 200: json(pageOf(CoveredNeedJson), 'The gravest first'), ...refused },
  }),
  async (c) => {
    const { db, today } = c.var
    const { level, voice, cursor, limit } = c.req.valid('query')
    const ecosystem = await getEcosystem(db, c.req.valid('param').slug, today)
    const coverage = await coverageIn(db, ecosystem.id, today)
    const { items, next } = await needsAt(db, ecosystem.id, coverage, level, voice, { cursor, limit })
    const ids = items.map(({ id }) => id)
    const covers = await coversOf(db, ids, { lang: 'it', today })
    const told = items.map(({ id, number, statement, voiceKind, severity }) => ({
      id,
      code: codeOf({ number }),
      statement,
      voiceKind,
      severity,
      covers: (covers.get(id) ?? []).map(({ extent = null, ...cover }) => ({ ...cover, extent })),
    }))
    return c.json({ items: told, next }, 200)
  },
)
