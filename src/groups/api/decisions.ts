import { createRoute, z } from '@hono/zod-openapi'
import { apiRouter, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting, ById, making, reading } from '../../platform/api-routes.ts'
import { AnnulForm, annulDecision, DecideForm, decide } from '../actions/decisions.ts'
import { decisionKinds } from '../rules/decisions.ts'
import { getBody } from '../store/bodies.ts'
import { getDecision, listDecisions } from '../store/decisions.ts'
import { DecisionJson } from './schemas.ts'

export const decisionsApi = apiRouter()

const tag = 'Decisions'

decisionsApi.openapi(
  createRoute({
    method: 'get',
    path: '/bodies/{id}/decisions',
    tags: [tag],
    summary: 'What a body decided, the latest first',
    request: { params: ById, query: PageQuery },
    responses: { 200: json(pageOf(DecisionJson), 'A page of them'), ...refused },
  }),
  async (c) => {
    const { id } = await getBody(c.var.db, c.req.valid('param').id)
    const { items, next } = await listDecisions(c.var.db, id, c.req.valid('query'))
    return c.json({ items: [...items], next }, 200)
  },
)

decisionsApi.openapi(reading(tag, '/decisions/{id}', 'One decision', ById, DecisionJson, 'With its votes, where there were'), async (c) =>
  c.json(await getDecision(c.var.db, c.req.valid('param').id), 200),
)

const NewDecision = z
  .object({
    kind: z.enum(decisionKinds),
    title: z.string(),
    text: z.string(),
    inFavour: z.number().int().optional(),
    against: z.number().int().optional(),
    abstained: z.number().int().optional(),
  })
  .openapi('DecisionTaken')

decisionsApi.openapi(making(tag, '/meetings/{id}/decisions', 'Record what a meeting decided', ById, NewDecision), async (c) => {
  const { id } = await decide(c.var, c.req.valid('param').id, DecideForm.parse(c.req.valid('json')))
  return c.json({ id }, 201)
})

const Annulment = z.object({ reason: z.string() })
decisionsApi.openapi(
  acting(tag, 'post', '/decisions/{id}/annulments', 'Annul a decision written by mistake', ById, Annulment),
  async (c) => {
    await annulDecision(c.var, c.req.valid('param').id, AnnulForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)
