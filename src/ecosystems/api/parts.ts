import { createRoute, z } from '@hono/zod-openapi'
import type { Day } from '../../kernel/day.ts'
import { getOrganisation } from '../../organisations/index.ts'
import { apiRouter, body, json, refused } from '../../platform/api.ts'
import { ActorForm, appointLead, dismissLead, EndForm, involveActor, LeadForm, releaseActor } from '../actions/parties.ts'
import { beginCycle, CycleForm, StartForm, setPhaseTerm, startPhase, TermForm } from '../actions/phases.ts'
import { partsTaken } from '../places.ts'
import { cyclesOf } from '../store/cycles.ts'
import { actorsOf } from '../store/parties.ts'
import { getEcosystem } from '../store/views.ts'
import { AsOf, DayJson, Done, EcosystemJson, phasesJson, Slug, SlugAndPhase } from './schemas.ts'

const tags = ['Ecosystems']
const secured = { security: [{ token: [] }] }
const done = { 201: json(Done, 'Done'), ...refused }
const ended = { 204: { description: 'Recorded' }, ...refused }
const One = Slug.extend({ id: z.uuid() })
const LastDay = z.object({ toDay: DayJson.optional().openapi({ description: 'The last day; today when left out' }) })

export const partsApi = apiRouter()

const ActorJson = z
  .object({
    id: z.uuid(),
    organisationId: z.uuid().nullable().openapi({ description: 'Null for a kind of body that the plan names in general' }),
    name: z.string(),
    fromDay: DayJson,
    source: z.string().nullable(),
  })
  .openapi('EcosystemActor')

partsApi.openapi(
  createRoute({
    method: 'get',
    path: '/ecosystems/{slug}/actors',
    tags,
    summary: 'Who takes part',
    request: { params: Slug, query: AsOf },
    responses: { 200: json(z.object({ items: z.array(ActorJson) }), 'In the order of the plan'), ...refused },
  }),
  async (c) => {
    const day = (c.req.valid('query').asOf as Day | undefined) ?? c.var.today
    const ecosystem = await getEcosystem(c.var.db, c.req.valid('param').slug, day)
    const actors = await actorsOf(c.var.db, ecosystem.id, day)
    return c.json(
      { items: actors.map(({ id, organisationId, name, fromDay, source }) => ({ id, organisationId, name, fromDay, source })) },
      200,
    )
  },
)

const PartJson = z
  .object({ slug: z.string(), ecosystem: z.string(), as: z.enum(['lead', 'actor']), from: DayJson, to: DayJson.nullable() })
  .openapi('PartTaken')

partsApi.openapi(
  createRoute({
    method: 'get',
    path: '/organisations/{id}/ecosystems',
    tags,
    summary: 'What an organisation leads, and where it takes part',
    request: { params: z.object({ id: z.uuid() }) },
    responses: { 200: json(z.object({ items: z.array(PartJson) }), 'The present first, then the past'), ...refused },
  }),
  async (c) => {
    const { id } = await getOrganisation(c.var.db, c.req.valid('param').id)
    return c.json({ items: await partsTaken(c.var.db, id, 'it', c.var.today) }, 200)
  },
)

const add = <Path extends string>(path: Path, summary: string, schema: z.ZodType) =>
  createRoute({
    method: 'post',
    path,
    tags,
    summary,
    ...secured,
    request: { params: Slug, ...body(schema) },
    responses: done,
  })
const end = <Path extends string>(path: Path, summary: string) =>
  createRoute({
    method: 'post',
    path,
    tags,
    summary,
    ...secured,
    request: { params: One, ...body(LastDay) },
    responses: ended,
  })

const NewLead = z.object({ organisationId: z.uuid(), fromDay: DayJson.optional() })
const NewActor = z.object({ organisationId: z.uuid().optional(), label: z.string().optional(), fromDay: DayJson.optional() })
const NewCycle = z.object({ on: DayJson.optional(), outcome: z.string().optional() })

partsApi.openapi(add('/ecosystems/{slug}/leads', 'Appoint a lead administration', NewLead), async (c) =>
  c.json({ id: await appointLead(c.var, c.req.valid('param').slug, LeadForm.parse(c.req.valid('json'))) }, 201),
)

partsApi.openapi(end('/ecosystems/{slug}/leads/{id}/ends', 'End the office of a lead'), async (c) => {
  const { slug, id } = c.req.valid('param')
  await dismissLead(c.var, slug, id, EndForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

partsApi.openapi(add('/ecosystems/{slug}/actors', 'Say who takes part', NewActor), async (c) =>
  c.json({ id: await involveActor(c.var, c.req.valid('param').slug, ActorForm.parse(c.req.valid('json'))) }, 201),
)

partsApi.openapi(end('/ecosystems/{slug}/actors/{id}/ends', 'End a participation'), async (c) => {
  const { slug, id } = c.req.valid('param')
  await releaseActor(c.var, slug, id, EndForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

const CycleJson = EcosystemJson.shape.cycle
  .extend({ outcome: z.string().nullable(), phases: EcosystemJson.shape.phases })
  .openapi('EcosystemCycle')

partsApi.openapi(
  createRoute({
    method: 'get',
    path: '/ecosystems/{slug}/cycles',
    tags,
    summary: 'The cycles, latest first',
    request: { params: Slug },
    responses: { 200: json(z.object({ items: z.array(CycleJson) }), 'Each with its four phases'), ...refused },
  }),
  async (c) => {
    const ecosystem = await getEcosystem(c.var.db, c.req.valid('param').slug, c.var.today)
    const cycles = await cyclesOf(c.var.db, ecosystem.id, c.var.today)
    return c.json({ items: cycles.map((cycle) => ({ ...cycle, phases: phasesJson(cycle.phases, c.var.today) })) }, 200)
  },
)

partsApi.openapi(add('/ecosystems/{slug}/cycles', 'Begin the next cycle', NewCycle), async (c) =>
  c.json({ id: String(await beginCycle(c.var, c.req.valid('param').slug, CycleForm.parse(c.req.valid('json')))) }, 201),
)

partsApi.openapi(
  createRoute({
    method: 'post',
    path: '/ecosystems/{slug}/phases/{phase}/starts',
    tags,
    summary: 'Start a phase',
    description: 'The former phase need not be concluded.',
    ...secured,
    request: { params: SlugAndPhase, ...body(z.object({ on: DayJson.optional() })) },
    responses: ended,
  }),
  async (c) => {
    const { slug, phase } = c.req.valid('param')
    await startPhase(c.var, slug, StartForm.parse({ phase, ...c.req.valid('json') }))
    return c.body(null, 204)
  },
)

partsApi.openapi(
  createRoute({
    method: 'put',
    path: '/ecosystems/{slug}/phases/{phase}/term',
    tags,
    summary: 'Set the dates of a phase',
    ...secured,
    request: {
      params: SlugAndPhase,
      ...body(
        z.object({
          expectedOn: DayJson.nullable().optional(),
          dueOn: DayJson.nullable().optional(),
          precision: z.enum(['month', 'day']),
          qualifier: z.enum(['by', 'in']),
          source: z.string().openapi({ example: 'LA51 2019-2021' }),
        }),
      ),
    },
    responses: ended,
  }),
  async (c) => {
    const { slug, phase } = c.req.valid('param')
    await setPhaseTerm(c.var, slug, TermForm.parse({ phase, ...c.req.valid('json') }))
    return c.body(null, 204)
  },
)
