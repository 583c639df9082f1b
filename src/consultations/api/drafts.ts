import { createRoute, z } from '@hono/zod-openapi'
import { mustBeAble } from '../../charter/policy.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { apiRouter, body, json, refused } from '../../platform/api.ts'
import { listOf, secured } from '../../platform/api-routes.ts'
import { ownPlace } from '../actions/contribute.ts'
import { DraftForm, discardDraft, saveDraft } from '../actions/drafts.ts'
import { type Draft, draftsOf } from '../store/drafts.ts'
import { ById } from './schemas.ts'

export const draftsApi = apiRouter()

const tags = ['Contributions']
const ByDraft = ById.extend({ draft: z.uuid().openapi({ description: 'Chosen by whoever saves it first' }) })

const ContentJson = DraftForm.openapi('ContributionDraftContent', {
  description:
    'The fields of the page’s form: `text`, `target`, `blockId`, `organisationId`, `mandate`, `showsName`, and `q-` followed by a question’s id',
})

const DraftJson = z
  .object({ id: z.uuid(), consultationId: z.uuid(), content: ContentJson, savedAt: z.iso.datetime() })
  .openapi('ContributionDraft')

const draftJson = ({ id, consultationId, content, savedAt }: Draft): z.output<typeof DraftJson> => ({
  id,
  consultationId,
  content: content as z.output<typeof DraftForm>,
  savedAt: savedAt.toISOString(),
})

draftsApi.openapi(
  createRoute({
    method: 'get',
    path: '/contribution-drafts',
    tags,
    ...secured,
    summary: 'What you began to write and have not sent',
    responses: { 200: json(listOf(DraftJson), 'The last saved first, no more than a hundred'), ...refused },
  }),
  async (c) => {
    mustBeAble(c.var.actor, 'consultations.contribute', ownPlace(c.var))
    return c.json({ items: (await draftsOf(c.var.db, c.var.actor.id as string)).map(draftJson) }, 200)
  },
)

const path = '/consultations/{id}/drafts/{draft}'

draftsApi.openapi(
  createRoute({
    method: 'get',
    path,
    tags,
    ...secured,
    summary: 'A draft of your own',
    request: { params: ByDraft },
    responses: { 200: json(DraftJson, 'As it was saved'), ...refused },
  }),
  async (c) => {
    const { id, draft } = c.req.valid('param')
    mustBeAble(c.var.actor, 'consultations.contribute', ownPlace(c.var))
    const own = (await draftsOf(c.var.db, c.var.actor.id as string, id)).find((one) => one.id === draft)
    if (!own) throw new Problem(notFound)
    return c.json(draftJson(own), 200)
  },
)

draftsApi.openapi(
  createRoute({
    method: 'put',
    path,
    tags,
    ...secured,
    summary: 'Keep a draft, or write it anew',
    request: { params: ByDraft, ...body(z.object({ content: ContentJson })) },
    responses: { 200: json(DraftJson, 'Saved'), ...refused },
  }),
  async (c) => {
    const { id, draft } = c.req.valid('param')
    return c.json(draftJson(await saveDraft(c.var, id, draft, c.req.valid('json').content)), 200)
  },
)

draftsApi.openapi(
  createRoute({
    method: 'delete',
    path,
    tags,
    ...secured,
    summary: 'Throw a draft of your own away',
    request: { params: ByDraft },
    responses: { 204: { description: 'It is gone' }, ...refused },
  }),
  async (c) => {
    const { id, draft } = c.req.valid('param')
    await discardDraft(c.var, id, draft)
    return c.body(null, 204)
  },
)
