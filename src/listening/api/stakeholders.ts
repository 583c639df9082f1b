import { createRoute, z } from '@hono/zod-openapi'
import { getEcosystem } from '../../ecosystems/index.ts'
import { bouncedAmong } from '../../identity/index.ts'
import { apiRouter, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting, ById, DayJson, making, reading, Slug } from '../../platform/api-routes.ts'
import {
  addStakeholder,
  ChangeStakeholderForm,
  changeStakeholder,
  InvolvementForm,
  noteInvolvement,
  removeStakeholder,
  ShowNameForm,
  StakeholderForm,
  showStakeholderName,
} from '../actions/stakeholders.ts'
import { stakeholderGaps } from '../facts.ts'
import { aroundEcosystem } from '../pages/around.ts'
import { mayBeSeen } from '../pages/seen.ts'
import { type Face, facesOf } from '../people.ts'
import { involvements, isShown, stakeholderKinds } from '../rules/stakeholders.ts'
import { hearingsThatHeard } from '../store/heard.ts'
import { getStakeholder, involvementsOf, listStakeholders } from '../store/stakeholders.ts'
import { type TakingPart, thoseWhoSat } from '../taking-part.ts'

const tag = 'Stakeholders'

const Weight = z.number().int().min(1).max(5)

const StakeholderJson = z
  .object({
    id: z.uuid(),
    ecosystemId: z.uuid(),
    kind: z.enum(stakeholderKinds),
    organisationId: z.uuid().nullable(),
    name: z.string().nullable().openapi({ description: 'Null for a person who is not named to whoever asks' }),
    interest: Weight.nullable(),
    influence: Weight.nullable(),
    involvement: z.enum(involvements),
    addedOn: DayJson,
    revision: z.number().int(),
  })
  .openapi('Stakeholder')

function stakeholderJson(face: Face): z.output<typeof StakeholderJson> {
  const { id, ecosystemId, kind, organisationId, name, interest, influence, involvement, addedOn, revision } = face
  return { id, ecosystemId, kind, organisationId, name, interest, influence, involvement, addedOn, revision }
}

const GapsJson = z
  .object({
    stakeholders: z.number().int(),
    heard: z.number().int(),
    neverHeard: z.array(z.enum(stakeholderKinds)),
    silent: z.array(z.object({ id: z.uuid(), last: DayJson.nullable() })),
  })
  .openapi('StakeholderGaps')

/** Reading takes what the groups know; changing does not. */
export function stakeholdersApi(takingPart: TakingPart) {
  const api = apiRouter()
  api.route('/', changing)

  api.openapi(
    createRoute({
      method: 'get',
      path: '/ecosystems/{slug}/stakeholders',
      tags: [tag],
      summary: 'The stakeholder map, the most influential first',
      request: {
        params: Slug,
        query: PageQuery.extend({ kind: z.enum(stakeholderKinds).optional(), heard: z.enum(['true', 'false']).optional() }),
      },
      responses: { 200: json(pageOf(StakeholderJson), 'A page of it'), ...refused },
    }),
    async (c) => {
      const { db, today } = c.var
      const { cursor, limit, kind, heard } = c.req.valid('query')
      const { id } = await getEcosystem(db, c.req.valid('param').slug, today)
      const { keeper } = await aroundEcosystem(c, id)
      const filters = { kind, heard: heard === undefined ? undefined : heard === 'true' }
      const sat = thoseWhoSat(await takingPart.last(db, [id], today))
      const { items, next } = await listStakeholders(db, { ecosystemId: id, day: today, ...filters, sat, unweighed: keeper, cursor, limit })
      return c.json({ items: (await facesOf(db, items, keeper, today)).map(stakeholderJson), next }, 200)
    },
  )

  api.openapi(
    reading(
      tag,
      '/ecosystems/{slug}/stakeholder-gaps',
      'Who has not been heard',
      Slug,
      GapsJson,
      'Kinds never heard, and who of high influence waits',
    ),
    async (c) => {
      const { db, today } = c.var
      const { id } = await getEcosystem(db, c.req.valid('param').slug, today)
      const gaps = (await stakeholderGaps(db, [id], today, await takingPart.last(db, [id], today))).get(id)
      const { stakeholders = 0, heard = 0, neverHeard = [], silent = [] } = gaps ?? {}
      return c.json({ stakeholders, heard, neverHeard: [...neverHeard], silent: [...silent] }, 200)
    },
  )

  return api
}

const changing = apiRouter()

const Weighing = z.object({
  kind: z.enum(stakeholderKinds),
  name: z.string().nullable().optional(),
  email: z.string().nullable().optional(),
  interest: Weight,
  influence: Weight,
  involvement: z.enum(involvements),
  notes: z.string().nullable().optional(),
})
const NewStakeholder = Weighing.extend({ organisationId: z.uuid().nullable().optional() }).openapi('NewStakeholder')

changing.openapi(making(tag, '/ecosystems/{slug}/stakeholders', 'Put somebody on the map', Slug, NewStakeholder), async (c) => {
  const { id } = await addStakeholder(c.var, c.req.valid('param').slug, StakeholderForm.parse(c.req.valid('json')))
  return c.json({ id }, 201)
})

const WholeStakeholderJson = StakeholderJson.extend({
  involvements: z
    .array(z.object({ level: z.enum(involvements), day: DayJson, note: z.string() }))
    .openapi({ description: 'Outside hearings' }),
  hearings: z.array(z.object({ id: z.uuid(), title: z.string(), day: DayJson })).openapi({ description: 'That heard it' }),
  bounces: z.boolean().nullable().openapi({ description: 'Its mailbox sends our mails back; null for whoever does not keep the map' }),
}).openapi('WholeStakeholder')

changing.openapi(
  reading(tag, '/stakeholders/{id}', 'One stakeholder', ById, WholeStakeholderJson, 'With how it was involved'),
  async (c) => {
    const { db, today, actor } = c.var
    const stakeholder = await getStakeholder(db, c.req.valid('param').id)
    const { keeper } = await aroundEcosystem(c, stakeholder.ecosystemId)
    const own = actor.id !== null && stakeholder.personId === actor.id
    await mayBeSeen(c, stakeholder.id, isShown(stakeholder, today) || own ? null : 'listening.write-minutes')
    const [face] = await facesOf(db, [stakeholder], keeper || own, today)
    const mailbox = keeper && stakeholder.personId ? (await bouncedAmong(db, [stakeholder.personId])).size > 0 : null
    const involved = (await involvementsOf(db, stakeholder.id)).map(({ level, day, note }) => ({ level, day, note }))
    const hearings = (await hearingsThatHeard(db, stakeholder.id, today)).map(({ id, title, day }) => ({ id, title, day }))
    return c.json({ ...stakeholderJson(face as Face), involvements: involved, hearings, bounces: mailbox }, 200)
  },
)

const Change = Weighing.extend({ revision: z.number().int().openapi({ description: 'The revision that you read' }) })
changing.openapi(acting(tag, 'put', '/stakeholders/{id}', 'Weigh a stakeholder anew', ById, Change), async (c) => {
  await changeStakeholder(c.var, c.req.valid('param').id, ChangeStakeholderForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

changing.openapi(acting(tag, 'post', '/stakeholders/{id}/removals', 'Take a stakeholder off the map', ById, z.object({})), async (c) => {
  await removeStakeholder(c.var, c.req.valid('param').id)
  return c.body(null, 204)
})

const InvolvementJson = z.object({ level: z.enum(involvements), day: DayJson, note: z.string() })
changing.openapi(
  acting(tag, 'post', '/stakeholders/{id}/involvements', 'Note an involvement outside hearings and meetings', ById, InvolvementJson),
  async (c) => {
    await noteInvolvement(c.var, c.req.valid('param').id, InvolvementForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)

changing.openapi(
  acting(tag, 'put', '/stakeholders/{id}/name', 'Choose whether your name is shown', ById, z.object({ shows: z.boolean() })),
  async (c) => {
    await showStakeholderName(c.var, c.req.valid('param').id, ShowNameForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)
