import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { grantPlace, invitePerson, setPlaceTerm } from '../../identity/index.ts'
import { newId } from '../../kernel/id.ts'
import { getOrganisation } from '../../organisations/index.ts'
import { transact } from '../../platform/db.ts'
import { dayField, line, optional } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { guidedBy, mustBeInOffice, placeOfBody } from '../rules/bodies.ts'
import {
  lastDayIn,
  type Member,
  memberRoles,
  mustBeTheOnlyChair,
  mustEndWithin,
  mustFitIn,
  mustNotSitAlready,
  pickMember,
  titularOf,
} from '../rules/members.ts'
import { getBody, lockBody } from '../store/bodies.ts'
import * as store from '../store/members.ts'

export const AdmitForm = z.object({
  name: line(200),
  email: z.email().max(254),
  organisationId: optional(z.uuid()),
  role: z.enum(memberRoles),
  /** The member whose place this one takes when absent; the role is then theirs. */
  substituteFor: optional(z.uuid()),
  from: optional(dayField()),
  to: optional(dayField()),
})

export const EndForm = z.object({ to: optional(dayField()) })

export const NameForm = z.object({ shows: z.preprocess((value) => value === true || value === 'on', z.boolean()) })

/** A person takes a place in the body and, with it, the role that goes with the place, for the same days. */
export async function admitMember(desk: Desk, bodyId: string, input: z.output<typeof AdmitForm>): Promise<Member> {
  return transact(desk.db, async (tx) => {
    const body = await lockBody(tx, bodyId)
    const members = await store.membersOf(tx, [bodyId])
    const permit = allow(desk, 'groups.admit', placeOfBody(body))

    const from = input.from ?? (body.from > desk.today ? body.from : desk.today)
    mustBeInOffice(body, from)
    const term = { from, to: input.to }
    mustFitIn(body, term)
    const titular = input.substituteFor ? titularOf(members, input.substituteFor, term) : null
    const role = titular?.role ?? input.role
    if (!titular) mustBeTheOnlyChair(members, role, term)
    const organisation = input.organisationId ? await getOrganisation(tx, input.organisationId) : null
    const personId = await invitePerson(tx, { name: input.name, email: input.email, lang: 'it' }, desk.now)
    mustNotSitAlready(members, personId, term)

    const place = { personId, role, bodyId, guides: guidedBy(body), from, to: lastDayIn(body, term) }
    const member: Member = {
      id: newId<'body-member'>(),
      bodyId,
      personId,
      organisationId: organisation?.id ?? titular?.organisationId ?? null,
      role,
      substituteFor: titular?.id ?? null,
      ...term,
      showsName: false,
      grantId: await grantPlace(tx, place, permit.actorId, desk.now),
    }
    await store.insertMember(tx, member)
    const { id, organisationId, substituteFor } = member
    await record(tx, permit, id, { bodyId, memberId: id, personId, organisationId, membership: role, substituteFor, from, to: input.to })
    return member
  })
}

/** The mandate lasts through the day given and no longer, and so do those of its substitutes. */
export async function endMembership(desk: Desk, bodyId: string, memberId: string, input: z.output<typeof EndForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const body = await lockBody(tx, bodyId)
    const members = await store.membersOf(tx, [bodyId])
    const member = pickMember(members, memberId)
    const permit = allow(desk, 'groups.end-membership', placeOfBody(body))

    const to = input.to ?? desk.today
    mustEndWithin(member, to)
    const substitutes = members.filter((other) => other.substituteFor === member.id && (other.to === null || other.to > to))

    for (const { id, from, grantId } of [member, ...substitutes]) {
      const last = from > to ? from : to
      await store.endMember(tx, id, last)
      await setPlaceTerm(tx, grantId, lastDayIn(body, { to: last }))
    }
    await record(tx, permit, member.id, {
      bodyId,
      memberId,
      personId: member.personId,
      organisationId: member.organisationId,
      membership: member.role,
      to,
    })
  })
}

/** Whether their name is shown to everybody is for each member to choose. */
export async function showName(desk: Desk, bodyId: string, memberId: string, input: z.output<typeof NameForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const body = await getBody(tx, bodyId)
    const member = pickMember(await store.membersOf(tx, [body.id]), memberId)
    const permit = allow(desk, 'groups.show-name', { kind: 'person', id: member.personId })

    await store.setShowsName(tx, member.id, input.shows)
    await record(tx, permit, member.id, { bodyId, shows: input.shows })
  })
}
