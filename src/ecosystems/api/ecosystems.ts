import { createRoute } from '@hono/zod-openapi'
import { decodeCursor, sliceOf } from '../../kernel/cursor.ts'
import type { Day } from '../../kernel/day.ts'
import { apiRouter, body, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { AddForm, addEcosystem, DescribeForm, describeEcosystem } from '../actions/describe.ts'
import { getEcosystem, listEcosystems } from '../store/views.ts'
import { AsOf, DayJson, DescriptionJson, EcosystemJson, ecosystemJson, Slug } from './schemas.ts'

const tags = ['Ecosystems']
const secured = { security: [{ token: [] }] }

export const ecosystemsApi = apiRouter()

ecosystemsApi.openapi(
  createRoute({
    method: 'get',
    path: '/ecosystems',
    tags,
    summary: 'List the ecosystems, as they stand or stood',
    request: { query: PageQuery.extend(AsOf.shape) },
    responses: { 200: json(pageOf(EcosystemJson), 'By Italian name'), ...refused },
  }),
  async (c) => {
    const { cursor, limit, asOf } = c.req.valid('query')
    const day = (asOf as Day | undefined) ?? c.var.today
    const all = await listEcosystems(c.var.db, day)
    const last = cursor ? String(decodeCursor(cursor, 1)[0]) : null
    const rest = all.slice(last ? all.findIndex(({ id }) => id === last) + 1 : 0)
    const { items, next } = sliceOf(rest.slice(0, limit + 1), limit, ({ id }) => [id])
    return c.json({ items: items.map((ecosystem) => ecosystemJson(ecosystem, day)), next }, 200)
  },
)

ecosystemsApi.openapi(
  createRoute({
    method: 'get',
    path: '/ecosystems/{slug}',
    tags,
    summary: 'One ecosystem, as it stands or stood',
    request: { params: Slug, query: AsOf },
    responses: { 200: json(EcosystemJson, 'The ecosystem, its leads and the phases of its cycle'), ...refused },
  }),
  async (c) => {
    const day = (c.req.valid('query').asOf as Day | undefined) ?? c.var.today
    return c.json(ecosystemJson(await getEcosystem(c.var.db, c.req.valid('param').slug, day), day), 200)
  },
)

ecosystemsApi.openapi(
  createRoute({
    method: 'post',
    path: '/ecosystems',
    tags,
    summary: 'Add an ecosystem',
    description: 'Its address and its first cycle come with it.',
    ...secured,
    request: body(DescriptionJson.extend({ since: DayJson.optional() })),
    responses: { 201: json(EcosystemJson, 'Added'), ...refused },
  }),
  async (c) => {
    const { slug } = await addEcosystem(c.var, AddForm.parse(c.req.valid('json')))
    return c.json(ecosystemJson(await getEcosystem(c.var.db, slug, c.var.today), c.var.today), 201)
  },
)

ecosystemsApi.openapi(
  createRoute({
    method: 'patch',
    path: '/ecosystems/{slug}',
    tags,
    summary: 'Correct an ecosystem',
    description: 'What is left out stays as it is; the address too, unless `readdress` asks for one after the new name.',
    ...secured,
    request: { params: Slug, ...body(DescriptionJson.partial().extend({ readdress: DescriptionJson.shape.priority })) },
    responses: { 200: json(EcosystemJson, 'Corrected'), ...refused },
  }),
  async (c) => {
    const before = await getEcosystem(c.var.db, c.req.valid('param').slug, c.var.today)
    const after = await describeEcosystem(c.var, before.slug, DescribeForm.parse({ ...before, ...c.req.valid('json') }))
    return c.json(ecosystemJson(after, c.var.today), 200)
  },
)
