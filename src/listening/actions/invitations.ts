import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { type Db, transact } from '../../platform/db.ts'
import { many } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { type Hearing, mustNotHaveBegun } from '../rules/hearings.ts'
import { placeOfSelf } from '../rules/place.ts'
import {
  anothersHearingInvitation,
  declinedAlready,
  type HearingInvitation,
  hearingInvitationUnknown,
  mustBeTheirInvitation,
  nobodyToInvite,
  type Registration,
} from '../rules/registrations.ts'
import type { Slot } from '../rules/slots.ts'
import { isShown, type Stakeholder } from '../rules/stakeholders.ts'
import { invitationIn } from '../secret-links.ts'
import { getHearing, slotsOf } from '../store/hearings.ts'
import * as store from '../store/registrations.ts'
import { getStakeholder, stakeholdersById } from '../store/stakeholders.ts'
import { gatherHearing } from './gather.ts'

export const InviteForm = z.object({ stakeholders: many(z.uuid()) })

/** Each gets a mail with a link of their own, which answers without an account. */
export async function inviteToHearing(desk: Desk, hearingId: string, input: z.output<typeof InviteForm>): Promise<number> {
  return transact(desk.db, async (tx) => {
    const { hearing, slots, place } = await gatherHearing(tx, hearingId)
    const known = await stakeholdersById(tx, input.stakeholders)
    const asked = new Set((await store.invitationsTo(tx, hearingId)).map(({ stakeholderId }) => stakeholderId))
    const permit = allow(desk, 'listening.invite', place)

    mustNotHaveBegun(hearing, slots, desk.now)
    const invited = [...known.values()].flatMap(({ id, personId, ecosystemId, ...rest }): HearingInvitation[] => {
      const here = ecosystemId === hearing.ecosystemId && isShown({ id, personId, ecosystemId, ...rest }, desk.today)
      if (!personId || !here || asked.has(id)) return []
      return [{ id: newId<'hearing-invitation'>(), hearingId, stakeholderId: id, personId, invitedAt: desk.now, declinedAt: null }]
    })
    if (invited.length === 0) throw new Problem(nobodyToInvite, { field: 'stakeholders' })

    await store.insertInvitations(tx, invited)
    await record(tx, permit, hearingId, { hearingId, count: invited.length, invitations: invited.map(({ id }) => id) })
    return invited.length
  })
}

export interface Invited {
  readonly invitation: HearingInvitation
  readonly hearing: Hearing
  readonly slots: readonly Slot[]
  readonly registrations: readonly Registration[]
  readonly stakeholder: Stakeholder
}

async function gather(db: Db, id: string): Promise<Invited> {
  const invitation = await store.findInvitation(db, id)
  if (!invitation) throw new Problem(hearingInvitationUnknown)
  return {
    invitation,
    hearing: await getHearing(db, invitation.hearingId),
    slots: await slotsOf(db, [invitation.hearingId]),
    registrations: await store.registrationsIn(db, [invitation.hearingId]),
    stakeholder: await getStakeholder(db, invitation.stakeholderId),
  }
}

/** The invitation that a link opens. Reading it answers nothing, so that programs which follow links do no harm. */
export async function openInvitation({ db, actor }: Pick<Desk, 'db' | 'actor'>, secret: string, token: string): Promise<Invited> {
  const id = invitationIn(secret, token)
  if (!id) throw new Problem(hearingInvitationUnknown)
  const invited = await gather(db, id)
  mustBeTheirInvitation(actor.id, invited.invitation.personId)
  return invited
}

/** Whoever holds the link acts as the person invited, and may do nothing else. */
export async function deskByLink(desk: Desk, secret: string, token: string): Promise<{ readonly desk: Desk; readonly invited: Invited }> {
  const invited = await openInvitation(desk, secret, token)
  return { desk: { ...desk, actor: { id: invited.invitation.personId, grants: [], onlyRooms: null } }, invited }
}

/** Whoever was invited says that they will not come. */
export async function declineInvitation(desk: Desk, hearingId: string): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { hearing, slots } = await gatherHearing(tx, hearingId)
    const permit = allow(desk, 'listening.decline', placeOfSelf(desk.actor.id))
    const invitation = (await store.invitationsTo(tx, hearingId)).find(({ personId }) => personId === permit.actorId)

    if (!invitation) throw new Problem(anothersHearingInvitation)
    mustNotHaveBegun(hearing, slots, desk.now)
    if (invitation.declinedAt) throw new Problem(declinedAlready)

    await store.setDeclined(tx, invitation.id, desk.now)
    await record(tx, permit, hearingId, { hearingId })
  })
}
