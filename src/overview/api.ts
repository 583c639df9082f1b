import { createRoute, z } from '@hono/zod-openapi'
import { inLang } from '../charter/paths.ts'
import { Problem, signInFirst } from '../kernel/problem.ts'
import { apiRouter, json, refused } from '../platform/api.ts'
import { listOf, secured } from '../platform/api-routes.ts'
import { gatherDuties } from './pages/desk/gather.ts'
import { addressOf, taskWords } from './pages/desk/task.ts'

export const overviewApi = apiRouter()

const most = 200

const DutyJson = z
  .object({
    kind: z.string().openapi({ example: 'answerContributions' }),
    title: z.string().openapi({ description: 'What is to be done, in the language asked for' }),
    text: z.string().openapi({ description: 'Of what' }),
    due: z.iso.date().nullable(),
    late: z.boolean(),
    url: z.url().openapi({ description: 'The page where it is done' }),
  })
  .openapi('Duty')

overviewApi.openapi(
  createRoute({
    method: 'get',
    path: '/desk',
    tags: ['Desk'],
    ...secured,
    summary: 'What waits for you, of every room',
    responses: { 200: json(listOf(DutyJson), `What is due first comes first; no more than ${most}`), ...refused },
  }),
  async (c) => {
    const { actor, config, reader, today } = c.var
    if (!actor.id) throw new Problem(signInFirst)
    const known = await gatherDuties(c)
    const items = known.duties.slice(0, most).map((duty) => ({
      kind: duty.kind,
      ...taskWords(reader, known, duty),
      due: duty.due,
      late: duty.due !== null && duty.due < today,
      url: config.baseUrl + inLang(reader.lang, addressOf(duty)),
    }))
    return c.json({ items }, 200)
  },
)
