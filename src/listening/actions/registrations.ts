import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { getOrganisation } from '../../organisations/index.ts'
import { transact } from '../../platform/db.ts'
import { documentKinds, keepFile, type readUpload } from '../../platform/files.ts'
import { optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { placeOfSelf } from '../rules/place.ts'
import {
  mustBeAddressed,
  mustBeOpen,
  mustNotBeRegistered,
  mustNotHaveStarted,
  notRegistered,
  placeInLine,
  queueOf,
  type Registration,
  whoSpeaks,
} from '../rules/registrations.ts'
import { pickSlot } from '../rules/slots.ts'
import { stakeholderKinds } from '../rules/stakeholders.ts'
import * as store from '../store/registrations.ts'
import { getStakeholder, standingFor } from '../store/stakeholders.ts'
import { gatherHearing } from './gather.ts'
import { stakeholderOf } from './stakeholders.ts'

export type Upload = NonNullable<Awaited<ReturnType<typeof readUpload>>>

export const RegisterForm = z.object({
  slotId: z.uuid(),
  /** In which capacity, and for which organisation; whoever was invited is known already. */
  kind: optional(z.enum(stakeholderKinds)),
  organisationId: optional(z.uuid()),
  /** What they want to tell. */
  subject: optional(prose(2000)),
})

export interface Registered {
  readonly registration: Registration
  /** The place in the waiting list; null for whoever is in. */
  readonly waiting: number | null
}

/** Whoever was invited speaks for whom they were invited as; the others say for whom. */
export async function registerToHearing(
  desk: Desk,
  hearingId: string,
  input: z.output<typeof RegisterForm>,
  file: Upload | null = null,
): Promise<Registered> {
  return transact(desk.db, async (tx) => {
    const { hearing, slots } = await gatherHearing(tx, hearingId)
    const registrations = await store.registrationsIn(tx, [hearingId])
    const permit = allow(desk, 'listening.register', placeOfSelf(desk.actor.id))
    const personId = permit.actorId
    const invitation = (await store.invitationsTo(tx, hearingId)).find((one) => one.personId === personId)

    mustBeOpen(hearing, desk.now)
    mustNotHaveStarted(pickSlot(slots, input.slotId), desk.now)
    const organisation = input.organisationId ? await getOrganisation(tx, input.organisationId) : null
    const who = { organisationId: organisation?.id ?? null, personId }
    const onTheMap = (await standingFor(tx, hearing.ecosystemId, who)).length > 0
    mustBeAddressed(hearing, { invited: invitation !== undefined, onTheMap })
    if (!invitation && !input.kind) throw new Problem(whoSpeaks, { field: 'kind' })
    const stakeholder = invitation
      ? await getStakeholder(tx, invitation.stakeholderId)
      : await stakeholderOf(tx, desk, hearing.ecosystemId, { kind: input.kind ?? 'other', ...who })
    mustNotBeRegistered(registrations, { personId, stakeholderId: stakeholder.id })
    const kept = file ? await keepFile(tx, { ...file, room: 'listening', allowed: documentKinds, now: desk.now }) : null
    const registration: Registration = {
      id: newId<'hearing-registration'>(),
      hearingId,
      slotId: input.slotId,
      personId,
      stakeholderId: stakeholder.id,
      subject: input.subject,
      fileId: kept?.id ?? null,
      registeredAt: desk.now,
      withdrawnAt: null,
    }
    const waiting = placeInLine(slots, [...registrations, registration], registration)

    await store.insertRegistration(tx, registration)
    if (invitation?.declinedAt) await store.setDeclined(tx, invitation.id, null)
    await record(tx, permit, hearingId, { hearingId, slotId: input.slotId, registrationId: registration.id, waiting })
    return { registration, waiting }
  })
}

/** Their place goes to the first who waits. */
export async function withdrawFromHearing(desk: Desk, hearingId: string): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { slots } = await gatherHearing(tx, hearingId)
    const registrations = await store.registrationsIn(tx, [hearingId])
    const permit = allow(desk, 'listening.withdraw', placeOfSelf(desk.actor.id))

    const mine = registrations.find((one) => one.personId === permit.actorId && one.withdrawnAt === null)
    if (!mine) throw new Problem(notRegistered)
    const slot = pickSlot(slots, mine.slotId)
    mustNotHaveStarted(slot, desk.now)
    const before = queueOf(slot, registrations)
    const next = before.waiting.some(({ id }) => id === mine.id) ? null : (before.waiting[0]?.id ?? null)

    await store.withdrawRegistration(tx, mine.id, desk.now)
    await record(tx, permit, hearingId, { hearingId, slotId: slot.id, registrationId: mine.id, next })
  })
}
