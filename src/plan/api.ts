import { createRoute, z } from '@hono/zod-openapi'
import { states } from '../charter/states.ts'
import { decodeCursor, sliceOf } from '../kernel/cursor.ts'
import { day, isDay } from '../kernel/day.ts'
import { malformed, Problem } from '../kernel/problem.ts'
import { apiRouter, body, json, PageQuery, pageOf, refused } from '../platform/api.ts'
import { DeclareForm, declareState, WithdrawForm, withdrawDeclaration } from './actions/declare.ts'
import { LineageForm, linkLineage } from './actions/lineage.ts'
import { ActionJson, actionJson, EditionJson, editionJson, WholeActionJson, wholeActionJson } from './api-schemas.ts'
import { facets, type ListedAction, matching, sorted, sortKeys } from './listing.ts'
import { declarableStates, lineageKinds, scopes } from './rules.ts'
import { getEdition, listEditions } from './store/editions.ts'
import { speakingOf } from './store/listing.ts'
import { getAction, listActions } from './views.ts'

const tags = ['Plan']
const secured = { security: [{ token: [] }] }
const EditionParams = z.object({
  edition: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .openapi({ example: '2019-2021' }),
})
const ActionParams = EditionParams.extend({ number: z.coerce.number().int().min(1).max(9999).openapi({ example: 51 }) })
const ResultParams = ActionParams.extend({ position: z.coerce.number().int().min(1).max(999) })
const on = z.string().refine(isDay).transform(day).optional().openapi({
  type: 'string',
  format: 'date',
  description: 'Tell of this day instead of today: texts, results and declarations as they stood',
})

export const api = apiRouter()

api.openapi(
  createRoute({
    method: 'get',
    path: '/editions',
    tags,
    summary: 'The editions of the plan, the latest first',
    responses: { 200: json(z.object({ items: z.array(EditionJson) }), 'All of them'), ...refused },
  }),
  async (c) => c.json({ items: (await listEditions(c.var.db)).map(({ actions: _, ...edition }) => editionJson(edition)) }, 200),
)

api.openapi(
  createRoute({
    method: 'get',
    path: '/editions/{edition}',
    tags,
    summary: 'An edition of the plan',
    request: { params: EditionParams },
    responses: { 200: json(EditionJson, 'The edition'), ...refused },
  }),
  async (c) => c.json(editionJson(await getEdition(c.var.db, c.req.valid('param').edition)), 200),
)

api.openapi(
  createRoute({
    method: 'get',
    path: '/editions/{edition}/actions',
    tags,
    summary: 'The actions of an edition, with their state on a day',
    request: {
      params: EditionParams,
      query: PageQuery.extend({
        q: z.string().max(200).optional().openapi({ description: 'Words of the text, or a code. Forgives small mistakes in the title' }),
        state: z.enum(states).optional(),
        chapter: z.string().max(200).optional().openapi({ description: 'Slug of a chapter', example: 'ecosistemi' }),
        year: z
          .string()
          .regex(/^\d{4}$/)
          .optional()
          .openapi({ description: 'A result is due in this year', example: '2020' }),
        actor: z.string().max(200).optional().openapi({ description: 'Slug of an actor', example: 'agid' }),
        area: z.string().max(200).optional().openapi({ description: 'Slug of an area of intervention', example: 'cittadini' }),
        scope: z.enum(scopes).optional(),
        sort: z.enum(sortKeys).default('code'),
        descending: z.stringbool().default(false).openapi({ type: 'boolean' }),
        on,
      }),
    },
    responses: { 200: json(pageOf(ActionJson), 'One page of actions'), ...refused },
  }),
  async (c) => {
    const { db, today } = c.var
    const query = c.req.valid('query')
    const edition = await getEdition(db, c.req.valid('param').edition)
    const day = query.on ?? today
    const all = await listActions(db, edition, day)
    const found = query.q ? await speakingOf(db, edition.id, query.q, day) : null
    const filters = Object.fromEntries(facets.flatMap((facet) => (query[facet] ? [[facet, query[facet]]] : [])))
    const order = { by: query.sort, descending: query.descending }
    const list = sorted(matching(found ? all.filter(({ id }) => found.has(id)) : all, filters), order)
    const after = query.cursor ? placeAfter(list, query.cursor) : 0
    const slice = sliceOf(list.slice(after, after + query.limit + 1), query.limit, ({ number }) => [number])
    return c.json({ items: slice.items.map((action) => actionJson(edition.code, action)), next: slice.next }, 200)
  },
)

api.openapi(
  createRoute({
    method: 'get',
    path: '/editions/{edition}/actions/{number}',
    tags,
    summary: 'An action with its text, results, evidence, declarations and lineage',
    request: { params: ActionParams, query: z.object({ on }) },
    responses: { 200: json(WholeActionJson, 'The action'), ...refused },
  }),
  async (c) => {
    const { edition, number } = c.req.valid('param')
    const { db, today } = c.var
    return c.json(wholeActionJson(await getAction(db, edition, number, today, c.req.valid('query').on ?? today)), 200)
  },
)

/** A cursor is the number of the last action seen; one that the list does not hold was not made for it. */
function placeAfter(list: readonly ListedAction[], cursor: string): number {
  const [last] = decodeCursor(cursor, 1)
  const place = list.findIndex(({ number }) => number === last)
  if (place < 0) throw new Problem(malformed, { field: 'cursor' })
  return place + 1
}

const DeclarationBody = z
  .object({ state: z.enum(declarableStates), since: z.iso.date(), evidenceUrl: z.url(), note: z.string().nullable().optional() })
  .openapi('NewDeclaration')
const Recorded = z.object({ id: z.uuid() })

api.openapi(
  createRoute({
    method: 'post',
    path: '/editions/{edition}/actions/{number}/results/{position}/declarations',
    tags,
    summary: 'Declare the state of a result, with its evidence',
    ...secured,
    request: { params: ResultParams, ...body(DeclarationBody) },
    responses: { 201: json(Recorded.extend({ actId: z.uuid() }), 'Declared, and recorded among the official acts'), ...refused },
  }),
  async (c) => c.json(await declareState(c.var, c.req.valid('param'), DeclareForm.parse(c.req.valid('json'))), 201),
)

api.openapi(
  createRoute({
    method: 'post',
    path: '/editions/{edition}/actions/{number}/results/{position}/declarations/{id}/withdrawal',
    tags,
    summary: 'Withdraw a declaration; it stays readable, with the reason',
    ...secured,
    request: { params: ResultParams.extend({ id: z.uuid() }), ...body(z.object({ reason: z.string() }).openapi('Withdrawal')) },
    responses: { 204: { description: 'Withdrawn' }, ...refused },
  }),
  async (c) => {
    const { id, ...place } = c.req.valid('param')
    await withdrawDeclaration(c.var, place, id, WithdrawForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)

const LineageBody = z
  .object({
    edition: z.string().openapi({ description: 'The other edition', example: '2020-2022' }),
    code: z.string().nullable().optional(),
    kind: z.enum(lineageKinds),
    reason: z.string(),
    day: z.iso.date(),
  })
  .openapi('NewLineageLink')

api.openapi(
  createRoute({
    method: 'post',
    path: '/editions/{edition}/actions/{number}/lineage',
    tags,
    summary: 'Record what an action was, or became, in another edition',
    ...secured,
    request: { params: ActionParams, ...body(LineageBody) },
    responses: { 201: json(Recorded, 'Recorded'), ...refused },
  }),
  async (c) => c.json({ id: (await linkLineage(c.var, c.req.valid('param'), LineageForm.parse(c.req.valid('json')))).id }, 201),
)
