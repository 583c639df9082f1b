import { createRoute, z } from '@hono/zod-openapi'
import { apiRouter, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting, listOf, making, reading } from '../../platform/api-routes.ts'
import { freshFor } from '../../platform/public-pages.ts'
import {
  changeText,
  ExtendForm,
  extendConsultation,
  InterruptionForm,
  ReasonForm,
  RestartForm,
  recordInterruption,
  resumeConsultation,
  suspendConsultation,
} from '../actions/calendar.ts'
import {
  AimsForm,
  CalendarForm,
  ContactsForm,
  chooseVersion,
  describeAims,
  openConsultation,
  ParticipationForm,
  PrepareForm,
  prepareConsultation,
  setCalendar,
  setContacts,
  setParticipation,
} from '../actions/set-up.ts'
import { changesOf } from '../store/changes.ts'
import { listOpened } from '../store/consultations.ts'
import { countModerations } from '../store/moderation.ts'
import { noNumbers, numbersOf } from '../store/tallies.ts'
import { readable } from './readable.ts'
import { ById, ConsultationJson, consultationJson, ModerationCountJson } from './schemas.ts'

export const consultationsApi = apiRouter()

const tag = 'Consultations'

const ListQuery = PageQuery.extend({ state: z.enum(['open', 'coming', 'closed']).optional(), ecosystem: z.uuid().optional() })

consultationsApi.openapi(
  createRoute({
    method: 'get',
    path: '/consultations',
    tags: [tag],
    summary: 'Consultations that were opened',
    description: 'Open and coming ones: the first to close comes first. Otherwise the last that closed.',
    request: { query: ListQuery },
    responses: { 200: json(pageOf(ConsultationJson), 'A page of consultations'), ...refused },
  }),
  async (c) => {
    const { state, ecosystem, cursor, limit } = c.req.valid('query')
    const { db, today } = c.var
    const found = await listOpened(db, { today, state, ecosystemId: ecosystem, cursor, limit })
    const numbers = await numbersOf(
      db,
      found.items.map(({ id }) => id),
    )
    return c.json(
      { items: found.items.map((one) => consultationJson(one, numbers.get(one.id) ?? noNumbers, today)), next: found.next },
      200,
    )
  },
)

consultationsApi.openapi(
  making(tag, '/consultations', 'Begin to prepare a consultation upon a frozen version', z.object({}), PrepareForm),
  async (c) => c.json({ id: (await prepareConsultation(c.var, PrepareForm.parse(c.req.valid('json')))).id }, 201),
)

consultationsApi.openapi(reading(tag, '/consultations/{id}', 'One consultation', ById, ConsultationJson, 'The consultation'), async (c) => {
  freshFor(c, 2)
  const { db, today } = c.var
  const consultation = await readable(c, c.req.valid('param').id)
  const numbers = (await numbersOf(db, [consultation.id])).get(consultation.id) ?? noNumbers
  return c.json(consultationJson(consultation, numbers, today), 200)
})

const steps = [
  ['aims', 'Set the title and the aims', AimsForm, describeAims],
  ['participation', 'Set who takes part, channels and languages', ParticipationForm, setParticipation],
  ['contacts', 'Set the contacts', ContactsForm, setContacts],
  ['calendar', 'Set the opening and the closing day', CalendarForm, setCalendar],
] as const

for (const [name, summary, form, save] of steps)
  consultationsApi.openapi(acting(tag, 'put', `/consultations/{id}/${name}`, summary, ById, form), async (c) => {
    await save(c.var, c.req.valid('param').id, form.parse(await c.req.json()) as never)
    return c.body(null, 204)
  })

consultationsApi.openapi(
  acting(tag, 'put', '/consultations/{id}/version', 'Choose another frozen version, before opening', ById, PrepareForm),
  async (c) => {
    await chooseVersion(c.var, c.req.valid('param').id, c.req.valid('json'))
    return c.body(null, 204)
  },
)

consultationsApi.openapi(
  createRoute({
    method: 'post',
    path: '/consultations/{id}/openings',
    tags: [tag],
    summary: 'Open a consultation',
    description: 'One act, public and final: from then on its window can only grow.',
    security: [{ token: [] }],
    request: { params: ById },
    responses: { 204: { description: 'Opened' }, ...refused },
  }),
  async (c) => {
    await openConsultation(c.var, c.req.valid('param').id)
    return c.body(null, 204)
  },
)

const changes = [
  ['extensions', 'Move the closing day later', ExtendForm, extendConsultation],
  ['suspensions', 'Suspend', ReasonForm, suspendConsultation],
  ['resumptions', 'Resume; the days lost are given back', ReasonForm, resumeConsultation],
  ['interruptions', 'Record a service interruption; its days are given back', InterruptionForm, recordInterruption],
  ['texts', 'Change the text consulted upon', RestartForm, changeText],
] as const

for (const [name, summary, form, change] of changes)
  consultationsApi.openapi(acting(tag, 'post', `/consultations/{id}/${name}`, summary, ById, form), async (c) => {
    await change(c.var, c.req.valid('param').id, form.parse(await c.req.json()) as never)
    return c.body(null, 204)
  })

const ChangeJson = z
  .object({
    kind: z.string(),
    on: z.iso.date(),
    reason: z.string(),
    closesBefore: z.iso.date(),
    closesAfter: z.iso.date(),
  })
  .openapi('CalendarChange')

consultationsApi.openapi(
  reading(tag, '/consultations/{id}/changes', 'What happened to the calendar', ById, listOf(ChangeJson), 'As it went'),
  async (c) => {
    const items = (await changesOf(c.var.db, (await readable(c, c.req.valid('param').id)).id)).map(
      ({ kind, day, reason, closesBefore, closesAfter }) => ({
        kind,
        on: day,
        reason,
        closesBefore,
        closesAfter,
      }),
    )
    return c.json({ items }, 200)
  },
)

consultationsApi.openapi(
  reading(
    tag,
    '/consultations/{id}/moderations',
    'The log of moderation, in numbers',
    ById,
    listOf(ModerationCountJson),
    'By decision and rule',
  ),
  async (c) => c.json({ items: await countModerations(c.var.db, (await readable(c, c.req.valid('param').id)).id) }, 200),
)
