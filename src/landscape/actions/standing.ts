import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { Problem } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import { dayField, optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import type { Neighbours } from '../neighbours.ts'
import { placeOfLandscape } from '../place.ts'
import { mustBeRetirable, mustBeUnreferred, mustStand, notRetired, type System } from '../rules/systems.ts'
import { interconnectionsOf } from '../store/interconnections.ts'
import { insertRevision } from '../store/revisions.ts'
import * as store from '../store/systems.ts'

export const RetireForm = z.object({
  /** The first day out of service; today when left out. It may be one to come. */
  on: optional(dayField()).default(null),
  reason: prose(2000),
})

export const WithdrawForm = z.object({ reason: prose(2000) })

type Change = Partial<Pick<System, 'retiredOn' | 'retiredReason' | 'withdrawnOn' | 'withdrawnReason'>>
type StandingAct = 'landscape.retire' | 'landscape.reinstate' | 'landscape.withdraw'

async function change(
  desk: Desk,
  id: string,
  act: StandingAct,
  decide: (before: System, names: readonly string[]) => Change,
  texts?: Pick<Neighbours, 'texts' | 'drafts'>,
): Promise<System> {
  return transact(desk.db, async (tx) => {
    const before = await store.lockSystem(tx, id)
    const reader = { lang: 'it' as const, today: desk.today }
    const interconnections = texts ? await interconnectionsOf(tx, id) : { from: [], to: [] }
    const spoken = texts ? [...(await texts.texts(tx, id, reader)), ...(await texts.drafts(tx, id, reader))] : []
    const permit = allow(desk, act, placeOfLandscape(before.ecosystemId))

    mustStand(before)
    const joined = [...interconnections.from, ...interconnections.to]
    const names = [
      ...joined.map(({ from, to }) => `${from.acronym ?? from.nameIt} → ${to.acronym ?? to.nameIt}`),
      ...new Set(spoken.map(({ title }) => `«${title}»`)),
    ]
    const after: System = { ...before, ...decide(before, names), revision: before.revision + 1 }

    await store.updateSystem(tx, after)
    await insertRevision(tx, after, permit.actorId, desk.today)
    await record(tx, permit, id, { kind: after.kind, systemId: id, on: after.withdrawnOn ?? after.retiredOn })
    return after
  })
}

/** Out of service from a day on, for a reason that everybody reads: it stays in the lists, and what referred to it still does. */
export async function retireSystem(desk: Desk, id: string, { on, reason }: z.output<typeof RetireForm>): Promise<System> {
  return change(desk, id, 'landscape.retire', (before) => {
    const retiredOn = on ?? desk.today
    mustBeRetirable(before, retiredOn)
    return { retiredOn, retiredReason: reason }
  })
}

export async function reinstateSystem(desk: Desk, id: string): Promise<System> {
  return change(desk, id, 'landscape.reinstate', ({ retiredOn }) => {
    if (!retiredOn) throw new Problem(notRetired)
    return { retiredOn: null, retiredReason: null }
  })
}

/** For one written by mistake, to which nothing refers. It stays readable at its address, with the reason. */
export async function withdrawSystem(
  desk: Desk,
  id: string,
  { reason }: z.output<typeof WithdrawForm>,
  neighbours: Pick<Neighbours, 'texts' | 'drafts'>,
): Promise<System> {
  const decide = (_: System, names: readonly string[]) => {
    mustBeUnreferred(names)
    return { withdrawnOn: desk.today, withdrawnReason: reason }
  }
  return change(desk, id, 'landscape.withdraw', decide, neighbours)
}
