import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { getEcosystem, placeOf } from '../../ecosystems/index.ts'
import { newId } from '../../kernel/id.ts'
import { transact } from '../../platform/db.ts'
import { dayField, line, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustBeChangeable, mustBeginAhead, mustEndAfterItBegins, type NeedCall } from '../rules/calls.ts'
import { placeOfNeed } from '../rules/needs.ts'
import * as store from '../store/calls.ts'
import { nextNumber } from '../store/needs.ts'

export const CallForm = z.object({ title: line(200), guidance: prose(5000), opensOn: dayField(), closesOn: dayField() })

/** Asks everybody what is needed, from a day to another. */
export async function openCall(desk: Desk, slug: string, input: z.output<typeof CallForm>): Promise<NeedCall> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const permit = allow(desk, 'listening.open-call', placeOf(ecosystem))

    mustEndAfterItBegins(input)
    mustBeginAhead(input, desk.today)
    const number = await nextNumber(tx, ecosystem.id, 'lastCall')
    const call: NeedCall = { id: newId<'need-call'>(), ecosystemId: ecosystem.id, number, ...input, calledOn: desk.today }

    await store.insertCall(tx, call)
    await record(tx, permit, call.id, { number, callId: call.id, opensOn: call.opensOn, closesOn: call.closesOn })
    return call
  })
}

export async function changeCall(desk: Desk, id: string, input: z.output<typeof CallForm>): Promise<NeedCall> {
  return transact(desk.db, async (tx) => {
    const before = await store.lockCall(tx, id)
    const permit = allow(desk, 'listening.change-call', placeOfNeed(before))

    mustBeChangeable(before, input, desk.today)
    const call: NeedCall = { ...before, ...input }

    await store.updateCall(tx, call)
    await record(tx, permit, id, { number: call.number, callId: id, opensOn: call.opensOn, closesOn: call.closesOn })
    return call
  })
}
