import { z } from 'zod'
import { allow, can, grantedRoles, type PersonId, type Place, platform, type Scope } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { notAllowed, Problem, type ProblemKind, signInFirst } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import { dayField, optional } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustBeATerm, mustNotHaveEnded, mustNotOverlap, mustSuit, type RoleGrant } from '../rules/grants.ts'
import { endGrant as end, getGrant, grantsOf, insertGrant } from '../store/grants.ts'
import { findDetail } from '../store/people.ts'

export const noSuchPerson = {
  slug: 'no-such-person',
  status: 422,
  it: 'Questa persona non c’è, o ha cancellato il suo profilo: cercala di nuovo.',
  en: 'This person is not there, or erased their account: search for them again.',
} as const satisfies ProblemKind

/** Who holds what, by name, is for whoever grants it. */
export function mustAdminister({ actor }: Desk): void {
  if (!can(actor, 'identity.grant', platform)) throw new Problem(actor.id ? notAllowed : signInFirst)
}

const ScopeField = z.union([
  z.object({ kind: z.literal('platform') }),
  z.object({ kind: z.enum(['ecosystem', 'body', 'organisation']), id: z.uuid() }),
])

export const GrantForm = z.object({
  personId: z.uuid(),
  role: z.enum(grantedRoles),
  scope: ScopeField,
  from: dayField(),
  to: optional(dayField()),
})

export async function grantRole(desk: Desk, form: z.output<typeof GrantForm>): Promise<RoleGrant> {
  const { role, scope, from, to } = form
  return transact(desk.db, async (tx) => {
    const person = await findDetail(tx, form.personId)
    const held = await grantsOf(tx, form.personId)
    const permit = allow(desk, 'identity.grant', placeOf(scope))

    if (!person) throw new Problem(noSuchPerson, { field: 'personId' })
    mustSuit(role, scope)
    mustBeATerm(desk.today, from, to)
    mustNotOverlap(
      { from, to },
      held.filter((other) => !other.endedOn && other.role === role && sameScope(other.scope, scope)),
    )
    const grant: RoleGrant = {
      id: newId<'role-grant'>(),
      personId: person.personId,
      role,
      scope,
      from,
      to,
      grantedBy: permit.actorId,
      grantedAt: desk.now,
      endedOn: null,
    }

    await insertGrant(tx, grant)
    await record(tx, permit, grant.id, { personId: grant.personId, role, scope: scope.kind, scopeId: idOf(scope), from, to })
    return grant
  })
}

/** From today on the grant no longer holds. It stays in the list, with the day of its end. */
export async function endGrant(desk: Desk, id: string): Promise<RoleGrant> {
  return transact(desk.db, async (tx) => {
    const grant = await getGrant(tx, id)
    const permit = allow(desk, 'identity.end-grant', placeOf(grant.scope))

    mustNotHaveEnded(desk.today, grant)

    await end(tx, id, desk.today, permit.actorId as PersonId)
    await record(tx, permit, id, { personId: grant.personId, role: grant.role, scope: grant.scope.kind, scopeId: idOf(grant.scope) })
    return { ...grant, endedOn: desk.today }
  })
}

/** The record files a grant under its ecosystem, where it has one. */
function placeOf(scope: Scope): Place {
  return scope.kind === 'ecosystem' ? { kind: 'ecosystem', id: scope.id } : platform
}

const idOf = (scope: Scope) => (scope.kind === 'platform' ? null : scope.id)

function sameScope(one: Scope, other: Scope): boolean {
  return one.kind === other.kind && idOf(one) === idOf(other)
}
