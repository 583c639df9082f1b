import { createRoute, z } from '@hono/zod-openapi'
import { getEcosystem } from '../../ecosystems/index.ts'
import { minutesOf } from '../../minutes/index.ts'
import { apiRouter, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting, ById, listOf, Made, making, reading, Slug } from '../../platform/api-routes.ts'
import {
  CallForm,
  CancelHearingForm,
  ChangeHearingForm,
  callHearing,
  cancelHearing,
  changeHearing,
  linkRecording,
  RecordingForm,
} from '../actions/hearings.ts'
import { declineInvitation, InviteForm, inviteToHearing } from '../actions/invitations.ts'
import { RegisterForm, registerToHearing, withdrawFromHearing } from '../actions/registrations.ts'
import { addSlot, changeSlot, removeSlot, SlotForm } from '../actions/slots.ts'

import { queueOf } from '../rules/registrations.ts'
import { stakeholderKinds } from '../rules/stakeholders.ts'
import { getHearing, listHearings, slotsOf } from '../store/hearings.ts'
import { registrationsIn } from '../store/registrations.ts'
import { Call, HearingJson, hearingJson, SlotIn, SlotJson, SlotTold } from './hearing-schemas.ts'

export const hearingsApi = apiRouter()

const tag = 'Hearings'

hearingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/hearings',
    tags: [tag],
    summary: 'Hearings, the latest called first',
    request: { query: PageQuery.extend({ ecosystem: z.string().max(200).optional().openapi({ description: 'Only those of this one' }) }) },
    responses: { 200: json(pageOf(HearingJson), 'A page of them'), ...refused },
  }),
  async (c) => {
    const { db, today, now } = c.var
    const { cursor, limit, ecosystem } = c.req.valid('query')
    const ecosystemId = ecosystem ? (await getEcosystem(db, ecosystem, today)).id : undefined
    const { items, next } = await listHearings(db, { ecosystemId, cursor, limit })
    const ids = items.map(({ id }) => id)
    const slots = await slotsOf(db, ids)
    const minutes = await minutesOf(db, ids)
    return c.json({ items: items.map((one) => hearingJson(one, slots, minutes, now)), next }, 200)
  },
)

hearingsApi.openapi(
  making(tag, '/ecosystems/{slug}/hearings', 'Call a hearing, with its first slot', Slug, Call.extend(SlotTold.shape)),
  async (c) => {
    const { id } = await callHearing(c.var, c.req.valid('param').slug, CallForm.parse(c.req.valid('json')))
    return c.json({ id }, 201)
  },
)

hearingsApi.openapi(reading(tag, '/hearings/{id}', 'One hearing', ById, HearingJson, 'As it stands now'), async (c) => {
  const { db, now } = c.var
  const hearing = await getHearing(db, c.req.valid('param').id)
  return c.json(hearingJson(hearing, await slotsOf(db, [hearing.id]), await minutesOf(db, [hearing.id]), now), 200)
})

const Change = Call.extend({ revision: z.number().int().openapi({ description: 'The revision that you read' }) })
hearingsApi.openapi(acting(tag, 'put', '/hearings/{id}', 'Change a call', ById, Change), async (c) => {
  await changeHearing(c.var, c.req.valid('param').id, ChangeHearingForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

const Reason = z.object({ reason: z.string() })
hearingsApi.openapi(acting(tag, 'post', '/hearings/{id}/cancellations', 'Cancel a hearing', ById, Reason), async (c) => {
  await cancelHearing(c.var, c.req.valid('param').id, CancelHearingForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

const Recording = z.object({ link: z.string().nullable() })
hearingsApi.openapi(acting(tag, 'put', '/hearings/{id}/recording', 'Link the recording', ById, Recording), async (c) => {
  await linkRecording(c.var, c.req.valid('param').id, RecordingForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

hearingsApi.openapi(
  reading(tag, '/hearings/{id}/slots', 'The slots of a hearing', ById, listOf(SlotJson), 'With the places left'),
  async (c) => {
    const { db } = c.var
    const { id } = await getHearing(db, c.req.valid('param').id)
    const slots = await slotsOf(db, [id])
    const registrations = await registrationsIn(db, [id])
    const items = slots.map((slot) => {
      const { heard, waiting } = queueOf(slot, registrations)
      const { startsAt, endsAt, place, capacity } = slot
      const hours = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
      return { id: slot.id as string, ...hours, place, capacity, free: capacity - heard.length, waiting: waiting.length }
    })
    return c.json({ items }, 200)
  },
)

hearingsApi.openapi(making(tag, '/hearings/{id}/slots', 'Add a slot', ById, SlotTold), async (c) => {
  const { id } = await addSlot(c.var, c.req.valid('param').id, SlotForm.parse(c.req.valid('json')))
  return c.json({ id }, 201)
})

hearingsApi.openapi(acting(tag, 'put', '/hearings/{id}/slots/{slot}', 'Change a slot', SlotIn, SlotTold), async (c) => {
  const { id, slot } = c.req.valid('param')
  await changeSlot(c.var, id, slot, SlotForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

hearingsApi.openapi(acting(tag, 'post', '/hearings/{id}/slots/{slot}/removals', 'Take a slot away', SlotIn, z.object({})), async (c) => {
  const { id, slot } = c.req.valid('param')
  await removeSlot(c.var, id, slot)
  return c.body(null, 204)
})

const Invitations = z.object({ stakeholders: z.array(z.uuid()).max(200) })
hearingsApi.openapi(acting(tag, 'post', '/hearings/{id}/invitations', 'Invite stakeholders', ById, Invitations), async (c) => {
  await inviteToHearing(c.var, c.req.valid('param').id, InviteForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

hearingsApi.openapi(
  acting(tag, 'post', '/hearings/{id}/refusals', 'Decline the invitation that you have', ById, z.object({})),
  async (c) => {
    await declineInvitation(c.var, c.req.valid('param').id)
    return c.body(null, 204)
  },
)

const Registration = z
  .object({
    slotId: z.uuid(),
    kind: z.enum(stakeholderKinds).nullable().optional(),
    organisationId: z.uuid().nullable().optional(),
    subject: z.string().nullable().optional(),
  })
  .openapi('HearingRegistration')
hearingsApi.openapi(making(tag, '/hearings/{id}/registrations', 'Ask to be heard', ById, Registration), async (c) => {
  const { registration } = await registerToHearing(c.var, c.req.valid('param').id, RegisterForm.parse(c.req.valid('json')))
  return c.json(Made.parse({ id: registration.id }), 201)
})

hearingsApi.openapi(acting(tag, 'post', '/hearings/{id}/withdrawals', 'Withdraw from a hearing', ById, z.object({})), async (c) => {
  await withdrawFromHearing(c.var, c.req.valid('param').id)
  return c.body(null, 204)
})
