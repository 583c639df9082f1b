import { createRoute, z } from '@hono/zod-openapi'
import { type Act, mustBeAble } from '../../charter/policy.ts'
import { versionsOf } from '../../documents/index.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { apiRouter, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting, listOf, reading, secured } from '../../platform/api-routes.ts'
import type { Ctx } from '../../platform/http.ts'
import { ownPlace } from '../actions/contribute.ts'
import { MoveForm } from '../actions/materials.ts'
import { changeQuestion, moveQuestion, QuestionForm, removeQuestion } from '../actions/questions.ts'
import { besideOf } from '../beside.ts'
import { signaturesOf } from '../people.ts'
import { placeStates, type Spot } from '../rules/carrying.ts'
import { type Consultation, placeOfConsultation } from '../rules/consultation.ts'
import { steps, unmet, unmetKinds } from '../rules/set-up.ts'
import { getConsultation } from '../store/consultations.ts'
import { contributionsById } from '../store/contributions.ts'
import { ownContributions } from '../store/listing.ts'
import { openAppeals, openFlags } from '../store/moderation.ts'
import { waitingIn } from '../waiting.ts'
import { ById, ContributionJson, contributionJson } from './schemas.ts'

export const queuesApi = apiRouter()

const tag = 'Consultations'

async function forWhoever(c: Ctx, act: Act, id: string): Promise<Consultation> {
  const consultation = await getConsultation(c.var.db, id)
  mustBeAble(c.var.actor, act, placeOfConsultation(consultation))
  return consultation
}

const ChecklistJson = listOf(z.object({ step: z.enum(steps), missing: z.enum(unmetKinds) })).openapi('ConsultationChecklist')

queuesApi.openapi(
  reading(tag, '/consultations/{id}/checklist', 'What is missing before the opening', ById, ChecklistJson, 'Empty: it may be opened'),
  async (c) => {
    const { db, today } = c.var
    const consultation = await forWhoever(c, 'consultations.prepare', c.req.valid('param').id)
    const beside = await besideOf(db, consultation)
    return c.json({ items: unmet(consultation, beside, today).map(({ step, what }) => ({ step, missing: what })) }, 200)
  },
)

const OneQuestion = ById.extend({ question: z.uuid() })

queuesApi.openapi(
  acting(tag, 'put', '/consultations/{id}/questions/{question}', 'Change a question', OneQuestion, QuestionForm),
  async (c) => {
    const { id, question } = c.req.valid('param')
    await changeQuestion(c.var, id, question, QuestionForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)

queuesApi.openapi(
  acting(tag, 'post', '/consultations/{id}/questions/{question}/moves', 'Move it one place earlier or later', OneQuestion, MoveForm),
  async (c) => {
    const { id, question } = c.req.valid('param')
    await moveQuestion(c.var, id, question, c.req.valid('json'))
    return c.body(null, 204)
  },
)

queuesApi.openapi(
  acting(tag, 'post', '/consultations/{id}/questions/{question}/removals', 'Take a question away', OneQuestion, z.object({})),
  async (c) => {
    const { id, question } = c.req.valid('param')
    await removeQuestion(c.var, id, question)
    return c.body(null, 204)
  },
)

queuesApi.openapi(
  createRoute({
    method: 'get',
    path: '/contributions',
    tags: ['Contributions'],
    summary: 'What you sent',
    ...secured,
    responses: { 200: json(listOf(ContributionJson), 'The latest first, no more than two hundred'), ...refused },
  }),
  async (c) => {
    const { db, actor, reader } = c.var
    mustBeAble(actor, 'consultations.contribute', ownPlace(c.var))
    const all = await ownContributions(db, actor.id as string)
    const by = await signaturesOf(db, reader.lang, all)
    return c.json({ items: all.map((one) => contributionJson(one, by(one), one.withdrawnAt === null)) }, 200)
  },
)

const FlagJson = z
  .object({ contribution: z.number().int(), rule: z.string(), note: z.string().nullable(), at: z.iso.datetime() })
  .openapi('ContributionFlag')

queuesApi.openapi(
  createRoute({
    method: 'get',
    path: '/consultations/{id}/flags',
    tags: ['Contributions'],
    summary: 'What readers told whoever moderates',
    ...secured,
    request: { params: ById, query: PageQuery },
    responses: { 200: json(pageOf(FlagJson), 'The oldest first'), ...refused },
  }),
  async (c) => {
    const { db } = c.var
    const { id } = await forWhoever(c, 'consultations.hide', c.req.valid('param').id)
    const { items, next } = await openFlags(db, id, c.req.valid('query'))
    const ids = items.map(({ contributionId }) => contributionId)
    const found = await contributionsById(db, id, ids)
    const told = items.map(({ contributionId, rule, note, at }) => ({
      contribution: found.get(contributionId)?.number ?? 0,
      rule,
      note,
      at: at.toISOString(),
    }))
    return c.json({ items: told, next }, 200)
  },
)

queuesApi.openapi(
  reading(
    'Contributions',
    '/consultations/{id}/appeals',
    'Reviews that were asked for',
    ById,
    listOf(z.object({ contribution: z.number().int(), at: z.iso.datetime() })),
    'The oldest first, no more than two hundred',
  ),
  async (c) => {
    const { id } = await forWhoever(c, 'consultations.hide', c.req.valid('param').id)
    const all = await openAppeals(c.var.db, id)
    return c.json({ items: all.map(({ number, appealedAt }) => ({ contribution: number, at: appealedAt.toISOString() })) }, 200)
  },
)

const SpotJson = z.object({ blockId: z.uuid(), starts: z.number().int().nullable(), ends: z.number().int().nullable() })
const WaitingJson = z
  .object({
    contribution: z.number().int(),
    versionId: z.uuid(),
    state: z.enum(placeStates),
    text: z.string().nullable().openapi({ description: 'What it says' }),
    quoted: z.string().nullable().openapi({ description: 'What it was written on: the words chosen, or the block' }),
    offered: z.array(SpotJson).openapi({ description: 'To choose among, by number from 0' }),
  })
  .openapi('AnnotationToPlace')

const spotJson = ({ blockId, starts, ends }: Spot) => ({ blockId, starts, ends })

queuesApi.openapi(
  createRoute({
    method: 'get',
    path: '/consultations/{id}/places-to-decide',
    tags: ['Contributions'],
    summary: 'Contributions of which a person must say where they stand in a later version',
    ...secured,
    request: { params: ById, query: PageQuery.extend({ version: z.coerce.number().int().min(1) }) },
    responses: { 200: json(pageOf(WaitingJson), 'The first written first'), ...refused },
  }),
  async (c) => {
    const { db } = c.var
    const { version: number, ...page } = c.req.valid('query')
    const { id, documentId } = await forWhoever(c, 'consultations.place-annotation', c.req.valid('param').id)
    const version = (await versionsOf(db, documentId)).find((one) => one.number === number)
    if (!version) throw new Problem(notFound, { version: number })
    const { items, next } = await waitingIn(db, id, version.id, page)
    const told = items.map(({ contribution, place, before }) => ({
      contribution: contribution.number,
      versionId: version.id,
      state: place.state,
      text: contribution.text,
      quoted: before?.block.text.slice(before.spot.starts ?? 0, before.spot.ends ?? undefined).toWellFormed() ?? null,
      offered: place.offered.map(spotJson),
    }))
    return c.json({ items: told, next }, 200)
  },
)
