import { createRoute, z } from '@hono/zod-openapi'
import { mustBeAble } from '../../charter/policy.ts'
import { getEcosystem, placeOf } from '../../ecosystems/index.ts'
import type { Day } from '../../kernel/day.ts'
import { Problem, signInFirst } from '../../kernel/problem.ts'
import { apiRouter, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting, ById, DayJson, listOf, making, reading, Slug } from '../../platform/api-routes.ts'
import { CallForm, changeCall, openCall } from '../actions/calls.ts'
import { AnswerForm, answerProposal, ProposeForm, proposeNeed, withdrawProposal } from '../actions/proposals.ts'
import { callState, type NeedCall } from '../rules/calls.ts'
import { outcomes, type Proposal, proposalState } from '../rules/proposals.ts'
import { type CallCounts, callsOf, countsOf, getCall, noCounts } from '../store/calls.ts'
import { proposalsBy, waitingIn } from '../store/proposals.ts'
import { CallJson, NewProposal, ProposalJson } from './need-schemas.ts'

export const callsApi = apiRouter()

const tag = 'Calls for needs'

function callJson(call: NeedCall, counts: CallCounts | undefined, today: Day): z.output<typeof CallJson> {
  const { calledOn: _, ...rest } = call
  return { ...rest, state: callState(call, today), proposals: { ...(counts ?? noCounts) } }
}

function proposalJson(proposal: Proposal): z.output<typeof ProposalJson> {
  const { personId: _, withdrawnOn: __, answer, proposedAt, ...rest } = proposal
  const answered = { reason: answer?.reason ?? null, needId: answer?.needId ?? null }
  return { ...rest, proposedAt: proposedAt.toISOString(), state: proposalState(proposal), ...answered }
}

const lists = reading(tag, '/ecosystems/{slug}/calls-for-needs', 'The calls of an ecosystem', Slug, listOf(CallJson), 'The latest first')
callsApi.openapi(lists, async (c) => {
  const { db, today } = c.var
  const ecosystem = await getEcosystem(db, c.req.valid('param').slug, today)
  const calls = await callsOf(db, [ecosystem.id])
  const counts = await countsOf(
    db,
    calls.map(({ id }) => id),
  )
  return c.json({ items: calls.map((call) => callJson(call, counts.get(call.id), today)) }, 200)
})

callsApi.openapi(reading(tag, '/calls-for-needs/{id}', 'A call', ById, CallJson, 'With its numbers'), async (c) => {
  const { db, today } = c.var
  const call = await getCall(db, c.req.valid('param').id)
  return c.json(callJson(call, (await countsOf(db, [call.id])).get(call.id), today), 200)
})

const Call = z
  .object({ title: z.string().max(200), guidance: z.string().max(5000), opensOn: DayJson, closesOn: DayJson })
  .openapi('CallForNeedsOpened')

callsApi.openapi(making(tag, '/ecosystems/{slug}/calls-for-needs', 'Open a call', Slug, Call), async (c) => {
  const { id } = await openCall(c.var, c.req.valid('param').slug, CallForm.parse(c.req.valid('json')))
  return c.json({ id }, 201)
})

callsApi.openapi(acting(tag, 'put', '/calls-for-needs/{id}', 'Change a call', ById, Call), async (c) => {
  await changeCall(c.var, c.req.valid('param').id, CallForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

callsApi.openapi(making(tag, '/calls-for-needs/{id}/proposals', 'Propose a need', ById, NewProposal), async (c) => {
  const { id } = await proposeNeed(c.var, c.req.valid('param').id, ProposeForm.parse(c.req.valid('json')))
  return c.json({ id }, 201)
})

const secured = { security: [{ token: [] }] }
const pages = { 200: json(pageOf(ProposalJson), 'One page of proposals'), ...refused }

const own = createRoute({
  method: 'get',
  path: '/need-proposals',
  tags: [tag],
  summary: 'What you proposed',
  ...secured,
  request: { query: PageQuery },
  responses: pages,
})
callsApi.openapi(own, async (c) => {
  const { db, actor } = c.var
  if (!actor.id) throw new Problem(signInFirst)
  const { items, next } = await proposalsBy(db, actor.id, c.req.valid('query'))
  return c.json({ items: items.map(proposalJson), next }, 200)
})

const queue = createRoute({
  method: 'get',
  path: '/ecosystems/{slug}/need-proposals',
  tags: [tag],
  summary: 'The proposals that wait for an answer',
  ...secured,
  request: { params: Slug, query: PageQuery },
  responses: pages,
})
callsApi.openapi(queue, async (c) => {
  const { db, actor, today } = c.var
  const ecosystem = await getEcosystem(db, c.req.valid('param').slug, today)
  mustBeAble(actor, 'listening.answer-proposal', placeOf(ecosystem))
  const { items, next } = await waitingIn(db, ecosystem.id, c.req.valid('query'))
  return c.json({ items: items.map(proposalJson), next }, 200)
})

const Answered = z
  .object({ outcome: z.enum(outcomes), needId: z.uuid().optional(), reason: z.string().max(2000) })
  .openapi('ProposalAnswered')
callsApi.openapi(acting(tag, 'post', '/need-proposals/{id}/outcomes', 'Answer a proposal', ById, Answered), async (c) => {
  await answerProposal(c.var, c.req.valid('param').id, AnswerForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

const withdrawing = acting(tag, 'post', '/need-proposals/{id}/withdrawals', 'Withdraw a proposal', ById, z.object({}))
callsApi.openapi(withdrawing, async (c) => {
  await withdrawProposal(c.var, c.req.valid('param').id)
  return c.body(null, 204)
})
