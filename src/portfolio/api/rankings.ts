import { createRoute, z } from '@hono/zod-openapi'
import { isInsider } from '../../documents/index.ts'
import { getEcosystem } from '../../ecosystems/index.ts'
import { notAllowed, Problem, signInFirst } from '../../kernel/problem.ts'
import { apiRouter, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting, ById, DayJson, making, reading, Slug } from '../../platform/api-routes.ts'
import {
  AbandonForm,
  abandonRanking,
  BeginForm,
  beginRanking,
  closeRanking,
  freezeMethod,
  giveScores,
  MethodForm,
  setMethod,
  withdrawScores,
} from '../actions/rankings.ts'
import { fieldOf } from '../rules/ballots.ts'
import { directions, highest, mustBeClosed, type Ranking, rankingState, rankingStates } from '../rules/rankings.ts'
import { meanBy, meanOf, resultOf } from '../rules/result.ts'
import { highIn, lowIn, steadinessOf, stretchesOf } from '../rules/sensitivity.ts'
import { ballotsOf, scoresOf } from '../store/ballots.ts'
import { criteriaOf, getRanking, optionsOf, rankingsOf } from '../store/rankings.ts'

export const rankingsApi = apiRouter()

const tag = 'Rankings of interventions'

const RankingJson = z
  .object({
    id: z.uuid(),
    ecosystemId: z.uuid(),
    bodyId: z.uuid().openapi({ description: 'The body whose members give scores' }),
    number: z.number().int(),
    title: z.string(),
    state: z.enum(rankingStates).openapi({ description: 'Derived from its days' }),
    begunOn: DayJson,
    frozenOn: DayJson.nullable(),
    closedOn: DayJson.nullable(),
    abandonedOn: DayJson.nullable(),
    abandonedReason: z.string().nullable(),
  })
  .openapi('Ranking')

const rankingJson = (ranking: Ranking): z.output<typeof RankingJson> => ({ ...ranking, state: rankingState(ranking) })

const CriterionJson = z.object({
  id: z.uuid(),
  name: z.string(),
  explanation: z.string().nullable(),
  weight: z.number().int().openapi({ description: 'Out of a hundred' }),
  direction: z.enum(directions).openapi({ description: 'Whether a high score speaks for an intervention, or against it' }),
})

const MethodJson = z
  .object({
    ranking: RankingJson,
    criteria: z.array(CriterionJson),
    interventions: z.array(z.object({ id: z.uuid(), blockId: z.uuid(), title: z.string() })),
    ballots: z.number().int(),
  })
  .openapi('RankingMethod')

rankingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/ecosystems/{slug}/rankings',
    tags: [tag],
    summary: 'The rankings of an ecosystem',
    request: { params: Slug, query: PageQuery },
    responses: { 200: json(pageOf(RankingJson), 'The latest first'), ...refused },
  }),
  async (c) => {
    const { db, today } = c.var
    const ecosystem = await getEcosystem(db, c.req.valid('param').slug, today)
    const { items, next } = await rankingsOf(db, ecosystem.id, c.req.valid('query'))
    return c.json({ items: items.map(rankingJson), next }, 200)
  },
)

const Begin = z.object({ title: z.string() })
rankingsApi.openapi(making(tag, '/ecosystems/{slug}/rankings', 'Begin a ranking', Slug, Begin), async (c) => {
  const { id } = await beginRanking(c.var, c.req.valid('param').slug, BeginForm.parse(c.req.valid('json')))
  return c.json({ id }, 201)
})

rankingsApi.openapi(
  reading(tag, '/rankings/{id}', 'One ranking and its method', ById, MethodJson, 'While the method is written, for members alone'),
  async (c) => {
    const { db, actor } = c.var
    const ranking = await getRanking(db, c.req.valid('param').id)
    const insider = isInsider(actor, { ecosystemId: ranking.ecosystemId, bodies: [ranking.bodyId] })
    if (!insider && rankingState(ranking) === 'method') throw new Problem(actor.id ? notAllowed : signInFirst)
    const [criteria, interventions] = [await criteriaOf(db, ranking.id), await optionsOf(db, ranking.id)]
    const ballots = (await ballotsOf(db, ranking.id)).length
    return c.json({ ranking: rankingJson(ranking), criteria, interventions, ballots }, 200)
  },
)

const ResultJson = z
  .object({
    ballots: z.number().int(),
    lines: z.array(
      z.object({
        interventionId: z.uuid(),
        title: z.string(),
        rank: z.number().int(),
        mean: z.number().openapi({ description: 'By weight, from 1 to 5' }),
        means: z.array(z.object({ criterionId: z.uuid(), mean: z.number() })),
      }),
    ),
    stretches: z
      .array(z.object({ criterionId: z.uuid(), weight: z.number().int(), low: z.number().int(), high: z.number().int() }))
      .openapi({ description: 'Between which weights of each criterion the first one stays first, the others keeping their proportions' }),
    steadiness: z.object({ same: z.number().int(), tried: z.number().int() }).openapi({
      description: 'With every weight as it is, a fifth lower or a fifth higher: in how many combinations the first stays first',
    }),
  })
  .openapi('RankingResult')

rankingsApi.openapi(
  reading(tag, '/rankings/{id}/result', 'The result, and how much it depends on the weights', ById, ResultJson, 'Of a closed ranking'),
  async (c) => {
    const { db } = c.var
    const ranking = await getRanking(db, c.req.valid('param').id)
    mustBeClosed(ranking)
    const criteria = await criteriaOf(db, ranking.id)
    const options = await optionsOf(db, ranking.id)
    const ballots = (await ballotsOf(db, ranking.id)).map(({ id }) => id)
    const result = resultOf(options, criteria, await scoresOf(db, ballots), ballots.length)
    const idOf = (index: number) => criteria[index]?.id ?? ''
    return c.json(
      {
        ballots: ballots.length,
        lines: result.lines.map((line) => ({
          interventionId: line.option.id,
          title: line.option.title,
          rank: line.rank,
          mean: meanOf(line, result),
          means: criteria.map(({ id }, index) => ({ criterionId: id, mean: meanBy(line, result, index) })),
        })),
        stretches: stretchesOf(result, 1).map((one) => ({
          criterionId: idOf(one.criterion),
          weight: one.weight,
          low: lowIn(one),
          high: highIn(one),
        })),
        steadiness: steadinessOf(result, 1),
      },
      200,
    )
  },
)

const Method = z.object({
  criteria: z.array(
    z.object({ name: z.string(), explanation: z.string().nullable().optional(), weight: z.number().int(), direction: z.enum(directions) }),
  ),
})
rankingsApi.openapi(acting(tag, 'put', '/rankings/{id}/method', 'Write the method', ById, Method), async (c) => {
  await setMethod(c.var, c.req.valid('param').id, MethodForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

const Nothing = z.object({})
rankingsApi.openapi(acting(tag, 'post', '/rankings/{id}/freezings', 'Freeze the method and open the scores', ById, Nothing), async (c) => {
  await freezeMethod(c.var, c.req.valid('param').id)
  return c.body(null, 204)
})

const Scores = z.object({
  scores: z
    .array(z.object({ interventionId: z.uuid(), criterionId: z.uuid(), score: z.number().int().min(1).max(highest) }))
    .max(500)
    .openapi({ description: 'One for each intervention by each criterion' }),
})
rankingsApi.openapi(acting(tag, 'post', '/rankings/{id}/scores', 'Give your scores, all together', ById, Scores), async (c) => {
  const { scores } = c.req.valid('json')
  const given = new Map(scores.map(({ interventionId, criterionId, score }) => [fieldOf(interventionId, criterionId), score]))
  await giveScores(c.var, c.req.valid('param').id, given)
  return c.body(null, 204)
})

rankingsApi.openapi(acting(tag, 'post', '/rankings/{id}/scores/withdrawals', 'Withdraw your scores', ById, Nothing), async (c) => {
  await withdrawScores(c.var, c.req.valid('param').id)
  return c.body(null, 204)
})

rankingsApi.openapi(acting(tag, 'post', '/rankings/{id}/closings', 'Close the ranking', ById, Nothing), async (c) => {
  await closeRanking(c.var, c.req.valid('param').id)
  return c.body(null, 204)
})

const Reasoned = z.object({ reason: z.string() })
rankingsApi.openapi(acting(tag, 'post', '/rankings/{id}/abandonments', 'Give the ranking up', ById, Reasoned), async (c) => {
  await abandonRanking(c.var, c.req.valid('param').id, AbandonForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})
