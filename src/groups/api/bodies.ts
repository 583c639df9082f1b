import { createRoute, z } from '@hono/zod-openapi'
import { getEcosystem } from '../../ecosystems/index.ts'
import { apiRouter, body, json, refused } from '../../platform/api.ts'
import { acting, ById, DayJson, listOf, making, reading, Slug } from '../../platform/api-routes.ts'
import {
  ConstituteForm,
  constituteBody,
  DescribeForm,
  DissolveForm,
  describeBody,
  dissolveBody,
  setBodyTerm,
  TermForm,
} from '../actions/bodies.ts'
import { AdmitForm, admitMember, EndForm, endMembership, NameForm, showName } from '../actions/members.ts'
import { seatsOf } from '../people.ts'
import { type Body, bodyKinds, constitutedOn } from '../rules/bodies.ts'
import { isInsider } from '../rules/insiders.ts'
import { memberRoles } from '../rules/members.ts'
import { quorumKinds } from '../rules/quorum.ts'
import { getBody, listBodies } from '../store/bodies.ts'
import { membersOf } from '../store/members.ts'
import { BodyJson, bodyJson, FileJson, MemberJson, uploadIn } from './schemas.ts'

export const bodiesApi = apiRouter()

const tag = 'Groups and tables'
const OneMember = ById.extend({ member: z.uuid() })

const Description = z.object({
  name: z.string(),
  mandate: z.string(),
  actNumber: z.string().nullable().optional(),
  actDay: DayJson.nullable().optional(),
  actFile: FileJson.optional(),
  quorumKind: z.enum(quorumKinds),
  quorumCount: z.number().int().nullable().optional(),
  quorumOf: z.number().int().nullable().optional(),
})

const Constitution = Description.extend({
  kind: z.enum(bodyKinds),
  from: DayJson.optional(),
  to: DayJson.optional(),
  decisionId: z.uuid().optional().openapi({ description: 'For a technical table: the decision that it is born of' }),
}).openapi('BodyConstitution')

bodiesApi.openapi(
  reading(
    tag,
    '/ecosystems/{slug}/bodies',
    'The groups and tables of an ecosystem',
    Slug,
    listOf(BodyJson),
    'In the order in which they began',
  ),
  async (c) => {
    const { db, today } = c.var
    const ecosystem = await getEcosystem(db, c.req.valid('param').slug, today)
    const bodies = (await listBodies(db, [ecosystem.id])).filter((one) => constitutedOn(one) <= today)
    return c.json({ items: bodies.map((one) => bodyJson(one, today)) }, 200)
  },
)

bodiesApi.openapi(making(tag, '/ecosystems/{slug}/bodies', 'Constitute a group or a table', Slug, Constitution), async (c) => {
  const { actFile, ...input } = c.req.valid('json')
  const file = actFile ? uploadIn(actFile, 'actFile') : null
  const { id } = await constituteBody(c.var, c.req.valid('param').slug, ConstituteForm.parse(input), file)
  return c.json({ id }, 201)
})

bodiesApi.openapi(reading(tag, '/bodies/{id}', 'One group or table', ById, BodyJson, 'As it stands today'), async (c) =>
  c.json(bodyJson(await getBody(c.var.db, c.req.valid('param').id), c.var.today), 200),
)

bodiesApi.openapi(
  createRoute({
    method: 'patch',
    path: '/bodies/{id}',
    tags: [tag],
    summary: 'Correct a group or table',
    description: 'What is left out stays as it is.',
    security: [{ token: [] }],
    request: { params: ById, ...body(Description.partial()) },
    responses: { 200: json(BodyJson, 'Corrected'), ...refused },
  }),
  async (c) => {
    const { actFile, ...input } = c.req.valid('json')
    const before = await getBody(c.var.db, c.req.valid('param').id)
    const file = actFile ? uploadIn(actFile, 'actFile') : null
    const after = await describeBody(c.var, before.id, DescribeForm.parse({ ...asForm(before), ...input }), file)
    return c.json(bodyJson(after, c.var.today), 200)
  },
)

function asForm({ name, mandate, act, quorum }: Body) {
  return {
    name,
    mandate,
    actNumber: act?.number ?? null,
    actDay: act?.day ?? null,
    quorumKind: quorum.kind,
    quorumCount: 'count' in quorum ? quorum.count : null,
    quorumOf: 'of' in quorum ? quorum.of : null,
  }
}

const Term = z.object({ to: DayJson.nullable().openapi({ description: 'The new last day; null until further notice' }) })
bodiesApi.openapi(acting(tag, 'put', '/bodies/{id}/term', 'Prolong or shorten the term', ById, Term), async (c) => {
  await setBodyTerm(c.var, c.req.valid('param').id, TermForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

const Dissolution = z.object({ lastDay: DayJson.optional() })
bodiesApi.openapi(acting(tag, 'post', '/bodies/{id}/dissolutions', 'Dissolve a group or table', ById, Dissolution), async (c) => {
  await dissolveBody(c.var, c.req.valid('param').id, DissolveForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

bodiesApi.openapi(
  reading(
    tag,
    '/bodies/{id}/members',
    'Who sits in it',
    ById,
    listOf(MemberJson),
    'Past, present and future; names as each member chooses',
  ),
  async (c) => {
    const { db, actor, today } = c.var
    const one = await getBody(db, c.req.valid('param').id)
    const seats = await seatsOf(db, await membersOf(db, [one.id]), isInsider(actor, one), today)
    return c.json({ items: seats.map(({ bodyId, personId, showsName, grantId, erased, ...seat }) => seat) }, 200)
  },
)

const Admission = z
  .object({
    name: z.string(),
    email: z.email(),
    organisationId: z.uuid().optional(),
    role: z.enum(memberRoles),
    substituteFor: z.uuid().optional(),
    from: DayJson.optional(),
    to: DayJson.optional(),
  })
  .openapi('BodyAdmission')

bodiesApi.openapi(making(tag, '/bodies/{id}/members', 'Give somebody a seat', ById, Admission), async (c) => {
  const { id } = await admitMember(c.var, c.req.valid('param').id, AdmitForm.parse(c.req.valid('json')))
  return c.json({ id }, 201)
})

const LastDay = z.object({ to: DayJson.optional().openapi({ description: 'The last day; today when left out' }) })
bodiesApi.openapi(acting(tag, 'post', '/bodies/{id}/members/{member}/ends', 'End a mandate', OneMember, LastDay), async (c) => {
  const { id, member } = c.req.valid('param')
  await endMembership(c.var, id, member, EndForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

const Shown = z.object({ shows: z.boolean() })
bodiesApi.openapi(
  acting(tag, 'put', '/bodies/{id}/members/{member}/name', 'Choose whether your name is shown', OneMember, Shown),
  async (c) => {
    const { id, member } = c.req.valid('param')
    await showName(c.var, id, member, NameForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)
