import { createRoute, z } from '@hono/zod-openapi'
import { phases } from '../charter/phases.ts'
import { states } from '../charter/states.ts'
import { type EcosystemView, getEcosystem, phaseState } from '../ecosystems/index.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { apiRouter, body, json, refused } from '../platform/api.ts'
import { concludePhase, DerogationForm, derogate } from './actions.ts'
import { evidenceOf } from './evidence.ts'
import { type ConditionOf, conditionsOf, type Proof } from './rules.ts'
import { conditionWords } from './words.ts'

const Text = z.object({ it: z.string(), en: z.string() })

const ConditionJson = z
  .object({
    id: z.string().openapi({ example: 'group-constituted' }),
    sentence: Text,
    met: z.boolean(),
    turn: z
      .enum(['lead', 'group', 'table', 'agid'])
      .openapi({ description: 'Who has to act: lead administration, working group, monitoring table, AGID' }),
    after: z.string().nullable().openapi({ description: 'The condition that comes first' }),
    missing: Text.nullable(),
    evidence: z
      .object({
        on: z.iso.date(),
        says: Text,
        link: z.string().nullable(),
        progress: z.object({ value: z.number(), max: z.number() }).nullable(),
      })
      .nullable(),
  })
  .openapi('GateCondition')

const GateJson = z
  .object({
    phase: z.enum(phases),
    state: z.enum(states),
    daysLate: z.number().int().nullable(),
    met: z.number().int(),
    total: z.number().int(),
    derogationReason: z.string().nullable(),
    conditions: z.array(ConditionJson),
  })
  .openapi('Gate')

const Params = z.object({ slug: z.string().max(200).openapi({ example: 'beni-culturali-e-turismo' }), phase: z.enum(phases) })
const tags = ['Gates']
const secured = { security: [{ token: [] }] }

export const gateApi = apiRouter()

gateApi.openapi(
  createRoute({
    method: 'get',
    path: '/ecosystems/{slug}/phases/{phase}',
    tags,
    summary: 'What a phase must prove, and what is missing',
    request: {
      params: Params,
      query: z.object({ asOf: z.iso.date().optional().openapi({ description: 'The day to tell of; today when left out' }) }),
    },
    responses: { 200: json(GateJson, 'The phase and its conditions, in order'), ...refused },
  }),
  async (c) => {
    const { slug, phase } = c.req.valid('param')
    const day = (c.req.valid('query').asOf as Day | undefined) ?? c.var.today
    const ecosystem = await getEcosystem(c.var.db, slug, day)
    const evidence = await evidenceOf(c.var.db, ecosystem.id, day)
    const lines = conditionsOf(phase).map((condition) => lineOf(condition, evidence[condition.id]))
    return c.json(
      { ...headOf(ecosystem, phase, day), met: lines.filter(({ met }) => met).length, total: lines.length, conditions: lines },
      200,
    )
  },
)

gateApi.openapi(
  createRoute({
    method: 'post',
    path: '/ecosystems/{slug}/phases/{phase}/conclusions',
    tags,
    summary: 'Conclude a phase on its evidence',
    description: 'Refused with 409 `gate-shut` and the ids of the conditions `missing`.',
    ...secured,
    request: { params: Params },
    responses: { 204: { description: 'Concluded today' }, ...refused },
  }),
  async (c) => {
    const { slug, phase } = c.req.valid('param')
    await concludePhase(c.var, slug, phase)
    return c.body(null, 204)
  },
)

gateApi.openapi(
  createRoute({
    method: 'post',
    path: '/ecosystems/{slug}/phases/{phase}/derogations',
    tags,
    summary: 'Conclude a phase by derogation',
    description: 'AGID only. The reason is published, with the conditions that were missing.',
    ...secured,
    request: { params: Params, ...body(z.object({ reason: z.string().min(20).max(2000) })) },
    responses: { 204: { description: 'Concluded today' }, ...refused },
  }),
  async (c) => {
    const { slug, phase } = c.req.valid('param')
    await derogate(c.var, slug, phase, DerogationForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)

function headOf({ phases: runs }: EcosystemView, phase: (typeof phases)[number], day: Day) {
  return { phase, ...phaseState(runs[phase], day), derogationReason: runs[phase].derogationReason }
}

function lineOf({ id, turn, after }: ConditionOf, proof: Proof | undefined): z.output<typeof ConditionJson> {
  const met = proof?.met ?? false
  return {
    id,
    sentence: inBoth((lang) => conditionWords(lang, id).sentence),
    met,
    turn,
    after: after ?? null,
    missing: met ? null : inBoth((lang) => proof?.missing?.[lang] ?? conditionWords(lang, id).missing),
    evidence: proof ? { on: proof.on, says: { ...proof.says }, link: proof.link?.to ?? null, progress: proof.progress ?? null } : null,
  }
}

function inBoth(words: (lang: Lang) => string): z.output<typeof Text> {
  return { it: words('it'), en: words('en') }
}
