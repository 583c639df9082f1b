import { z } from '@hono/zod-openapi'
import { namesOfEcosystems } from '../../ecosystems/index.ts'
import { bouncedAmong } from '../../identity/index.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { apiRouter } from '../../platform/api.ts'
import { ById, listOf, making, reading } from '../../platform/api-routes.ts'
import { MarkForm, markNeed } from '../actions/mark-need.ts'
import { mustBeAbleIn } from '../pages/seen.ts'
import { voiceKinds } from '../rules/needs.ts'
import { placeInLine } from '../rules/registrations.ts'
import { getHearing, slotsOf } from '../store/hearings.ts'
import { invitationsTo, registrationsIn } from '../store/registrations.ts'
import { StatementIn } from './hearing-schemas.ts'

export const hearingPeopleApi = apiRouter()

const tag = 'Hearings'
const at = z.iso.datetime()

const RegistrationJson = z
  .object({
    id: z.uuid(),
    slotId: z.uuid(),
    stakeholderId: z.uuid(),
    subject: z.string().nullable(),
    registeredAt: at,
    withdrawnAt: at.nullable(),
    waiting: z.number().int().nullable().openapi({ description: 'The place among those who wait; null for whoever is heard' }),
  })
  .openapi('HearingRegistrationTold')

hearingPeopleApi.openapi(
  reading(tag, '/hearings/{id}/registrations', 'Who asked to be heard', ById, listOf(RegistrationJson), 'For those who keep the hearing'),
  async (c) => {
    const { db } = c.var
    const { id } = c.req.valid('param')
    await mustBeAbleIn(c, 'listening.write-minutes', id)
    const slots = await slotsOf(db, [id])
    const all = await registrationsIn(db, [id])
    const items = all.map((one) => ({
      id: one.id,
      slotId: one.slotId,
      stakeholderId: one.stakeholderId,
      subject: one.subject,
      registeredAt: one.registeredAt.toISOString(),
      withdrawnAt: one.withdrawnAt?.toISOString() ?? null,
      waiting: placeInLine(slots, all, one),
    }))
    return c.json({ items }, 200)
  },
)

const InvitationJson = z
  .object({
    id: z.uuid(),
    stakeholderId: z.uuid(),
    invitedAt: at,
    declinedAt: at.nullable(),
    bounces: z.boolean().openapi({ description: 'The mailbox sends our mails back' }),
  })
  .openapi('HearingInvitation')

hearingPeopleApi.openapi(
  reading(tag, '/hearings/{id}/invitations', 'Who is invited', ById, listOf(InvitationJson), 'For those who keep the hearing'),
  async (c) => {
    const { db } = c.var
    const { id } = c.req.valid('param')
    await mustBeAbleIn(c, 'listening.invite', id)
    const all = await invitationsTo(db, id)
    const bounced = await bouncedAmong(
      db,
      all.map(({ personId }) => personId),
    )
    const items = all.map((one) => ({
      id: one.id,
      stakeholderId: one.stakeholderId,
      invitedAt: one.invitedAt.toISOString(),
      declinedAt: one.declinedAt?.toISOString() ?? null,
      bounces: bounced.has(one.personId),
    }))
    return c.json({ items }, 200)
  },
)

const Marked = z
  .object({
    statement: z.string().openapi({ description: 'The need, in a sentence' }),
    why: z.string().optional(),
    voiceKind: z.enum(voiceKinds),
  })
  .openapi('StatementMarked')

hearingPeopleApi.openapi(
  making(tag, '/hearings/{id}/statements/{statement}/needs', 'Mark what was said as a need', StatementIn, Marked),
  async (c) => {
    const { db } = c.var
    const { id, statement } = c.req.valid('param')
    await mustBeAbleIn(c, 'listening.record-need', id)
    const { ecosystemId } = await getHearing(db, id)
    const slug = (await namesOfEcosystems(db, [ecosystemId])).get(ecosystemId)?.slug
    if (!slug) throw new Problem(notFound, { hearing: id })
    const need = await markNeed(c.var, { id, slug }, statement, MarkForm.parse(c.req.valid('json')))
    return c.json({ id: need.id }, 201)
  },
)
