import { createRoute, z } from '@hono/zod-openapi'
import { getEcosystem } from '../../ecosystems/index.ts'
import { encodeCursor } from '../../kernel/cursor.ts'
import { apiRouter, body, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting, ById, DayJson, making, reading, Slug, secured } from '../../platform/api-routes.ts'
import { addProject, correctProject, ProjectForm } from '../actions/projects.ts'
import { resumeProject, StopForm, stopProject, WithdrawForm, withdrawProject } from '../actions/standing.ts'
import { audiences, projectKinds, projectStates } from '../rules/projects.ts'
import { listProjects } from '../store/list.ts'
import { getProject } from '../store/projects.ts'
import { revisionsOf } from '../store/revisions.ts'
import { numberIn } from './cursors.ts'
import { NewProject, ProjectJson, projectJson, RevisionJson, revisionJson } from './schemas.ts'

export const projectsApi = apiRouter()

const tag = 'Projects and services'

const Query = PageQuery.extend({
  q: z.string().max(200).optional().openapi({ description: 'Words of the title' }),
  kind: z.enum(projectKinds).optional(),
  state: z.enum(projectStates).optional(),
  audience: z.enum(audiences).optional(),
  organisation: z.uuid().optional().openapi({ description: 'Only those that this organisation answers for' }),
  needs: z.enum(['some', 'none']).optional().openapi({ description: 'Only those that answer some need, or none' }),
})

projectsApi.openapi(
  createRoute({
    method: 'get',
    path: '/ecosystems/{slug}/projects',
    tags: [tag],
    summary: 'The projects and services of an ecosystem',
    request: { params: Slug, query: Query },
    responses: { 200: json(pageOf(ProjectJson), 'By title; those withdrawn aside'), ...refused },
  }),
  async (c) => {
    const { db, today } = c.var
    const { cursor, limit, organisation, ...query } = c.req.valid('query')
    const ecosystem = await getEcosystem(db, c.req.valid('param').slug, today)
    const { items, next } = await listProjects(db, ecosystem.id, { ...query, organisationId: organisation }, today, { cursor, limit })
    return c.json({ items: items.map((one) => projectJson(one, today)), next }, 200)
  },
)

projectsApi.openapi(making(tag, '/ecosystems/{slug}/projects', 'Add a project or a service', Slug, NewProject), async (c) => {
  const { id } = await addProject(c.var, c.req.valid('param').slug, ProjectForm.parse(c.req.valid('json')))
  return c.json({ id }, 201)
})

projectsApi.openapi(
  reading(tag, '/projects/{id}', 'One project or service', ById, ProjectJson, 'As it stands today; withdrawn ones too'),
  async (c) => c.json(projectJson(await getProject(c.var.db, c.req.valid('param').id), c.var.today), 200),
)

projectsApi.openapi(
  createRoute({
    method: 'patch',
    path: '/projects/{id}',
    tags: [tag],
    summary: 'Correct a project or service',
    description: 'What is left out stays as it is; the former version stays in its history.',
    ...secured,
    request: { params: ById, ...body(NewProject.partial()) },
    responses: { 200: json(ProjectJson, 'Corrected'), ...refused },
  }),
  async (c) => {
    const before = await getProject(c.var.db, c.req.valid('param').id)
    const after = await correctProject(c.var, before.id, ProjectForm.parse({ ...before, ...c.req.valid('json') }))
    return c.json(projectJson(after, c.var.today), 200)
  },
)

projectsApi.openapi(
  createRoute({
    method: 'get',
    path: '/projects/{id}/revisions',
    tags: [tag],
    summary: 'What a project said each time it changed',
    request: { params: ById, query: PageQuery },
    responses: { 200: json(pageOf(RevisionJson), 'The latest first'), ...refused },
  }),
  async (c) => {
    const { db } = c.var
    const { cursor, limit } = c.req.valid('query')
    const { id } = await getProject(db, c.req.valid('param').id)
    const found = await revisionsOf(db, id, { limit: limit + 1, ...(cursor ? { before: numberIn(cursor) } : {}) })
    const items = found.slice(0, limit)
    const last = items.at(-1)
    return c.json({ items: items.map(revisionJson), next: found.length > limit && last ? encodeCursor([last.number]) : null }, 200)
  },
)

const Reasoned = z.object({ reason: z.string() })
const Stop = Reasoned.extend({ on: DayJson.optional().openapi({ description: 'Since when; today when left out' }) })

projectsApi.openapi(acting(tag, 'post', '/projects/{id}/stops', 'Mark a project as stopped', ById, Stop), async (c) => {
  await stopProject(c.var, c.req.valid('param').id, StopForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

projectsApi.openapi(acting(tag, 'post', '/projects/{id}/resumptions', 'Mark a project as resumed', ById, z.object({})), async (c) => {
  await resumeProject(c.var, c.req.valid('param').id)
  return c.body(null, 204)
})

projectsApi.openapi(acting(tag, 'post', '/projects/{id}/withdrawals', 'Withdraw a project', ById, Reasoned), async (c) => {
  await withdrawProject(c.var, c.req.valid('param').id, WithdrawForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})
