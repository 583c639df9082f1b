import { z } from '@hono/zod-openapi'
import type { Day } from '../../kernel/day.ts'
import { Problem, signInFirst } from '../../kernel/problem.ts'
import { apiRouter } from '../../platform/api.ts'
import { acting, ById, DayJson, listOf, making, reading } from '../../platform/api-routes.ts'
import { AssignForm, assignTask, FinishForm, finishTask, withdrawTask } from '../actions/tasks.ts'
import { tasksOf } from '../duties.ts'
import { isInsider } from '../rules/insiders.ts'
import { type Task, taskState } from '../rules/tasks.ts'
import { getBody } from '../store/bodies.ts'
import { tasksOfBody } from '../store/tasks.ts'
import { mustBeInside } from './meetings.ts'
import { TaskJson } from './schemas.ts'

export const tasksApi = apiRouter()

const tag = 'Tasks'

function taskJson(task: Task, today: Day): z.output<typeof TaskJson> {
  const { id, bodyId, meetingId, ownerId, text, dueDay, doneAt, note } = task
  const { daysLate } = taskState(task, today)
  return { id, bodyId, meetingId, ownerId, text, dueDay, note, daysLate, doneAt: doneAt?.toISOString() ?? null }
}

tasksApi.openapi(
  { ...reading(tag, '/tasks', 'What you have to do', z.object({}), listOf(TaskJson), 'Due first'), security: [{ token: [] }] },
  async (c) => {
    const { db, actor, today } = c.var
    if (!actor.id) throw new Problem(signInFirst)
    const tasks = await tasksOf(db, actor.id, today)
    return c.json({ items: tasks.map((task) => taskJson(task, today)) }, 200)
  },
)

tasksApi.openapi(
  reading(tag, '/bodies/{id}/tasks', 'The tasks of a body', ById, listOf(TaskJson), 'For those who belong to it'),
  async (c) => {
    const { db, actor, today } = c.var
    const body = await getBody(db, c.req.valid('param').id)
    mustBeInside(c, isInsider(actor, body))
    return c.json({ items: (await tasksOfBody(db, body.id)).map((task) => taskJson(task, today)) }, 200)
  },
)

const NewTask = z.object({ ownerId: z.uuid(), text: z.string(), dueDay: DayJson, meetingId: z.uuid().optional() }).openapi('TaskAssigned')
tasksApi.openapi(making(tag, '/bodies/{id}/tasks', 'Assign a task', ById, NewTask), async (c) => {
  const { id } = await assignTask(c.var, c.req.valid('param').id, AssignForm.parse(c.req.valid('json')))
  return c.json({ id }, 201)
})

tasksApi.openapi(
  acting(tag, 'post', '/tasks/{id}/completions', 'Say that your task is done', ById, z.object({ note: z.string().optional() })),
  async (c) => {
    await finishTask(c.var, c.req.valid('param').id, FinishForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)

tasksApi.openapi(acting(tag, 'post', '/tasks/{id}/withdrawals', 'Withdraw a task', ById, z.object({})), async (c) => {
  await withdrawTask(c.var, c.req.valid('param').id)
  return c.body(null, 204)
})
