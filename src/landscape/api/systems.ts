import { createRoute, z } from '@hono/zod-openapi'
import { getEcosystem } from '../../ecosystems/index.ts'
import { apiRouter, body, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting, ById, DayJson, making, reading, Slug, secured } from '../../platform/api-routes.ts'
import { RetireForm, reinstateSystem, retireSystem, WithdrawForm, withdrawSystem } from '../actions/standing.ts'
import { addSystem, correctSystem, SystemForm } from '../actions/systems.ts'
import type { Neighbours } from '../neighbours.ts'
import { accesses, systemKinds, systemStates } from '../rules/systems.ts'
import { listSystems } from '../store/list.ts'
import { revisionsOf } from '../store/revisions.ts'
import { getSystem } from '../store/systems.ts'
import { asked, pageFrom } from './cursors.ts'
import { NewSystem, SystemJson, SystemRevisionJson, systemJson, systemRevisionJson } from './schemas.ts'

const tag = 'Databases and systems'

const Query = PageQuery.extend({
  q: z.string().max(200).optional().openapi({ description: 'Words of the name, or the acronym' }),
  kind: z.enum(systemKinds).optional(),
  state: z.enum(systemStates).optional(),
  access: z.enum(accesses).optional(),
  holder: z.uuid().optional().openapi({ description: 'Only those that this organisation holds' }),
  national: z.enum(['true']).optional().openapi({ description: 'Only databases of national interest' }),
})

const Reasoned = z.object({ reason: z.string() })
const Retirement = Reasoned.extend({ on: DayJson.optional().openapi({ description: 'The first day out of service; today when left out' }) })

export function systemsApi(neighbours: Neighbours) {
  const api = apiRouter()

  api.openapi(
    createRoute({
      method: 'get',
      path: '/ecosystems/{slug}/systems',
      tags: [tag],
      summary: 'The databases and information systems that concern an ecosystem',
      request: { params: Slug, query: Query },
      responses: { 200: json(pageOf(SystemJson), 'By name; those removed aside'), ...refused },
    }),
    async (c) => {
      const { db, today } = c.var
      const { cursor, limit, holder, national, ...query } = c.req.valid('query')
      const ecosystem = await getEcosystem(db, c.req.valid('param').slug, today)
      const which = { ...query, holderId: holder, national: national === 'true' }
      const { items, next } = await listSystems(db, ecosystem.id, which, today, { cursor, limit })
      return c.json({ items: items.map((one) => systemJson(one, today)), next }, 200)
    },
  )

  api.openapi(making(tag, '/ecosystems/{slug}/systems', 'Add a database or a system', Slug, NewSystem), async (c) => {
    const { id } = await addSystem(c.var, c.req.valid('param').slug, SystemForm.parse(c.req.valid('json')))
    return c.json({ id }, 201)
  })

  api.openapi(
    reading(tag, '/systems/{id}', 'One database or system', ById, SystemJson, 'As it stands today; those removed too'),
    async (c) => c.json(systemJson(await getSystem(c.var.db, c.req.valid('param').id), c.var.today), 200),
  )

  api.openapi(
    createRoute({
      method: 'patch',
      path: '/systems/{id}',
      tags: [tag],
      summary: 'Correct a database or a system',
      description: 'What is left out stays as it is; the former version stays in its history.',
      ...secured,
      request: { params: ById, ...body(NewSystem.partial()) },
      responses: { 200: json(SystemJson, 'Corrected'), ...refused },
    }),
    async (c) => {
      const before = await getSystem(c.var.db, c.req.valid('param').id)
      const after = await correctSystem(c.var, before.id, SystemForm.parse({ ...before, ...c.req.valid('json') }))
      return c.json(systemJson(after, c.var.today), 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/systems/{id}/revisions',
      tags: [tag],
      summary: 'What a database or a system said each time it changed',
      request: { params: ById, query: PageQuery },
      responses: { 200: json(pageOf(SystemRevisionJson), 'The latest first'), ...refused },
    }),
    async (c) => {
      const { id } = await getSystem(c.var.db, c.req.valid('param').id)
      const query = c.req.valid('query')
      const { items, next } = pageFrom(await revisionsOf(c.var.db, id, asked(query)), query.limit)
      return c.json({ items: items.map(systemRevisionJson), next }, 200)
    },
  )

  api.openapi(acting(tag, 'post', '/systems/{id}/retirements', 'Mark as retired', ById, Retirement), async (c) => {
    await retireSystem(c.var, c.req.valid('param').id, RetireForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  })

  api.openapi(acting(tag, 'post', '/systems/{id}/returns', 'Return to service', ById, z.object({})), async (c) => {
    await reinstateSystem(c.var, c.req.valid('param').id)
    return c.body(null, 204)
  })

  api.openapi(acting(tag, 'post', '/systems/{id}/withdrawals', 'Remove one to which nothing refers', ById, Reasoned), async (c) => {
    await withdrawSystem(c.var, c.req.valid('param').id, WithdrawForm.parse(c.req.valid('json')), neighbours)
    return c.body(null, 204)
  })
  return api
}
