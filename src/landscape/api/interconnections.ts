import { createRoute, z } from '@hono/zod-openapi'
import { getEcosystem } from '../../ecosystems/index.ts'
import { apiRouter, body, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting, ById, making, reading, Slug, secured } from '../../platform/api-routes.ts'
import {
  connect,
  correctInterconnection,
  EndForm,
  InterconnectionForm,
  RealiseForm,
  realise,
  withdrawInterconnection,
} from '../actions/interconnections.ts'
import type { Neighbours } from '../neighbours.ts'
import { interconnectionStates, means } from '../rules/interconnections.ts'
import { getInterconnection, listInterconnections } from '../store/interconnections.ts'
import { interconnectionRevisionsOf } from '../store/revisions.ts'
import { asked, pageFrom } from './cursors.ts'
import {
  InterconnectionJson,
  InterconnectionRevisionJson,
  interconnectionJson,
  interconnectionRevisionJson,
  NewInterconnection,
  Realisation,
} from './schemas.ts'

const tag = 'Interconnections'

const Query = PageQuery.extend({
  cursor: z.string().max(2000).optional(),
  state: z.enum(interconnectionStates).optional(),
  means: z.enum(means).optional(),
})

export function interconnectionsApi(neighbours: Neighbours) {
  const api = apiRouter()

  api.openapi(
    createRoute({
      method: 'get',
      path: '/ecosystems/{slug}/interconnections',
      tags: [tag],
      summary: 'What goes from and to the databases and systems that concern an ecosystem',
      request: { params: Slug, query: Query },
      responses: { 200: json(pageOf(InterconnectionJson), 'By the names of their ends; those removed aside'), ...refused },
    }),
    async (c) => {
      const { db, today } = c.var
      const { cursor, limit, ...query } = c.req.valid('query')
      const ecosystem = await getEcosystem(db, c.req.valid('param').slug, today)
      const { items, next } = await listInterconnections(db, ecosystem.id, query, today, { cursor, limit })
      return c.json({ items: items.map((one) => interconnectionJson(one, today)), next }, 200)
    },
  )

  api.openapi(making(tag, '/ecosystems/{slug}/interconnections', 'Add an interconnection', Slug, NewInterconnection), async (c) => {
    const { id } = await connect(c.var, c.req.valid('param').slug, InterconnectionForm.parse(c.req.valid('json')), neighbours)
    return c.json({ id }, 201)
  })

  api.openapi(
    reading(tag, '/interconnections/{id}', 'One interconnection', ById, InterconnectionJson, 'As it stands today; those removed too'),
    async (c) => c.json(interconnectionJson(await getInterconnection(c.var.db, c.req.valid('param').id), c.var.today), 200),
  )

  api.openapi(
    createRoute({
      method: 'patch',
      path: '/interconnections/{id}',
      tags: [tag],
      summary: 'Correct an interconnection',
      description: 'What is left out stays as it is; the former version stays in its history.',
      ...secured,
      request: { params: ById, ...body(NewInterconnection.partial()) },
      responses: { 200: json(InterconnectionJson, 'Corrected'), ...refused },
    }),
    async (c) => {
      const { db, today } = c.var
      const before = await getInterconnection(db, c.req.valid('param').id)
      const input = InterconnectionForm.parse({ ...before, ...c.req.valid('json') })
      const { id } = await correctInterconnection(c.var, before.id, input, neighbours)
      return c.json(interconnectionJson(await getInterconnection(db, id), today), 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/interconnections/{id}/revisions',
      tags: [tag],
      summary: 'What an interconnection said each time it changed',
      request: { params: ById, query: PageQuery },
      responses: { 200: json(pageOf(InterconnectionRevisionJson), 'The latest first'), ...refused },
    }),
    async (c) => {
      const { id } = await getInterconnection(c.var.db, c.req.valid('param').id)
      const query = c.req.valid('query')
      const { items, next } = pageFrom(await interconnectionRevisionsOf(c.var.db, id, asked(query)), query.limit)
      return c.json({ items: items.map(interconnectionRevisionJson), next }, 200)
    },
  )

  api.openapi(acting(tag, 'post', '/interconnections/{id}/realisations', 'Mark as realised', ById, Realisation), async (c) => {
    await realise(c.var, c.req.valid('param').id, RealiseForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  })

  api.openapi(
    acting(tag, 'post', '/interconnections/{id}/withdrawals', 'Remove an interconnection', ById, z.object({ reason: z.string() })),
    async (c) => {
      await withdrawInterconnection(c.var, c.req.valid('param').id, EndForm.parse(c.req.valid('json')))
      return c.body(null, 204)
    },
  )
  return api
}
