import { createRoute, z } from '@hono/zod-openapi'
import { mustBeAble } from '../../charter/policy.ts'
import { getEcosystem, placeOf } from '../../ecosystems/index.ts'
import { apiRouter, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting, ById, making, reading, Slug } from '../../platform/api-routes.ts'
import { ApartForm, MergeForm, mergeNeeds, SeparateForm, separateNeeds, tellApart } from '../actions/merging.ts'
import { CorrectForm, correctNeed, NeedForm, recordNeed } from '../actions/needs.ts'
import { coverageIn, filterFor, type NeedMount } from '../coverage.ts'
import { needStates, sourceKinds, voiceKinds } from '../rules/needs.ts'
import { likenessesOf } from '../store/likenesses.ts'
import { mergedUnder } from '../store/mergers.ts'
import { needSorts, needsOf } from '../store/need-list.ts'
import { getNeed } from '../store/needs.ts'
import { NeedCorrected, NeedJson, NewNeed, needJson } from './need-schemas.ts'

const tag = 'Needs'

const ListQuery = PageQuery.extend({
  q: z.string().max(200).optional().openapi({ description: 'Words, or a code: E-12' }),
  voice: z.enum(voiceKinds).optional(),
  source: z.enum(sourceKinds).optional(),
  severity: z.coerce.number().int().min(1).max(5).optional(),
  state: z.enum(needStates).optional().openapi({ description: 'Left out, those that stand: not merged into others' }),
  sort: z.enum(needSorts).default('number'),
  order: z.enum(['ascending', 'descending']).default('descending'),
})

const list = createRoute({
  method: 'get',
  path: '/ecosystems/{slug}/needs',
  tags: [tag],
  summary: 'The needs of an ecosystem',
  request: { params: Slug, query: ListQuery },
  responses: { 200: json(pageOf(NeedJson), 'One page of needs'), ...refused },
})

const Pair = z.object({ needId: z.uuid(), otherId: z.uuid(), score: z.number().int() }).openapi('NeedLikeness')

const alike = createRoute({
  method: 'get',
  path: '/ecosystems/{slug}/need-likenesses',
  tags: [tag],
  summary: 'Pairs of needs that may be the same',
  security: [{ token: [] }],
  request: { params: Slug, query: PageQuery },
  responses: { 200: json(pageOf(Pair), 'The most alike first, from 0 to 1000'), ...refused },
})

export function needsApi({ covers }: NeedMount) {
  const api = apiRouter()

  api.openapi(list, async (c) => {
    const { db, today } = c.var
    const { q, voice, source, severity, state, sort, order, cursor, limit } = c.req.valid('query')
    const ecosystem = await getEcosystem(db, c.req.valid('param').slug, today)
    const coverage = await coverageIn(db, covers, ecosystem.id)
    const filter = { q, voice, source, severity, ...filterFor(state, coverage) }
    const found = await needsOf(db, ecosystem.id, { ...filter, sort, descending: order === 'descending', cursor, limit })
    return c.json({ items: found.items.map((need) => needJson(need, coverage.get(need.id) ?? [])), next: found.next }, 200)
  })

  api.openapi(reading(tag, '/needs/{id}', 'A need', ById, NeedJson, 'With what answers it'), async (c) => {
    const { db } = c.var
    const need = await getNeed(db, c.req.valid('param').id)
    const family = [need, ...(await mergedUnder(db, need.id))].map(({ id }) => id)
    const found = await covers(db, family)
    const all = family.flatMap((id) => found.get(id) ?? [])
    return c.json(needJson(need, all), 200)
  })

  api.openapi(making(tag, '/ecosystems/{slug}/needs', 'Record a need', Slug, NewNeed), async (c) => {
    const { id } = await recordNeed(c.var, c.req.valid('param').slug, NeedForm.parse(c.req.valid('json')))
    return c.json({ id }, 201)
  })

  api.openapi(acting(tag, 'put', '/needs/{id}', 'Correct a need', ById, NeedCorrected), async (c) => {
    await correctNeed(c.var, c.req.valid('param').id, CorrectForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  })

  const Merge = z.object({ intoId: z.uuid(), reason: z.string().max(2000) }).openapi('NeedMerged')
  api.openapi(acting(tag, 'post', '/needs/{id}/mergers', 'Merge a need into another', ById, Merge), async (c) => {
    await mergeNeeds(c.var, c.req.valid('param').id, MergeForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  })

  const Separate = z.object({ reason: z.string().max(2000) }).openapi('NeedSeparated')
  api.openapi(acting(tag, 'post', '/needs/{id}/separations', 'Take a merging back', ById, Separate), async (c) => {
    await separateNeeds(c.var, c.req.valid('param').id, SeparateForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  })

  api.openapi(alike, async (c) => {
    const { db, today, actor } = c.var
    const ecosystem = await getEcosystem(db, c.req.valid('param').slug, today)
    mustBeAble(actor, 'listening.merge-needs', placeOf(ecosystem))
    const { items, next } = await likenessesOf(db, ecosystem.id, c.req.valid('query'))
    return c.json({ items: [...items], next }, 200)
  })

  const Apart = z.object({ otherId: z.uuid() }).openapi('NeedsToldApart')
  api.openapi(acting(tag, 'post', '/needs/{id}/differences', 'Tell two similar needs apart', ById, Apart), async (c) => {
    await tellApart(c.var, ApartForm.parse({ needId: c.req.valid('param').id, ...c.req.valid('json') }))
    return c.body(null, 204)
  })

  return api
}
