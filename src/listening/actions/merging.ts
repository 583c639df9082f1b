import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import { prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustBeMergeable, mustBeMerged } from '../rules/merging.ts'
import { mustStand, type Need, placeOfNeed } from '../rules/needs.ts'
import { dismissLikeness } from '../store/likenesses.ts'
import { merge, separate } from '../store/mergers.ts'
import { findNeed, lockNeed, lockNeeds } from '../store/needs.ts'

/** The need that goes on for both, and why they are the same. */
export const MergeForm = z.object({ intoId: z.uuid(), reason: prose(2000) })

export const SeparateForm = z.object({ reason: prose(2000) })

/** Two needs that look alike and are not. */
export const ApartForm = z.object({ needId: z.uuid(), otherId: z.uuid() })

/** Merges a need into another that is the same. It keeps its number and its page, which lead to the one that stands. */
export async function mergeNeeds(desk: Desk, id: string, { intoId, reason }: z.output<typeof MergeForm>): Promise<Need> {
  return transact(desk.db, async (tx) => {
    const needs = await lockNeeds(tx, [id, intoId])
    const need = needs.get(id)
    const into = needs.get(intoId)
    if (!need) throw new Problem(notFound, { need: id })
    const permit = allow(desk, 'listening.merge-needs', placeOfNeed(need))

    mustStand(need, need.mergedInto ? await findNeed(tx, need.mergedInto) : null)
    mustBeMergeable(need, into)

    await merge(tx, { id: newId<'need-merger'>(), needId: id, intoId, reason, mergedOn: desk.today }, permit.actorId)
    await record(tx, permit, id, { number: need.number, needId: id, intoId, intoNumber: into.number })
    return into
  })
}

/** Takes a merging back: the need stands by itself again, and the two are not proposed as alike any more. */
export async function separateNeeds(desk: Desk, id: string, { reason }: z.output<typeof SeparateForm>): Promise<Need> {
  return transact(desk.db, async (tx) => {
    const need = await lockNeed(tx, id)
    const permit = allow(desk, 'listening.separate-needs', placeOfNeed(need))

    mustBeMerged(need)
    const from = need.mergedInto as string

    await separate(tx, id, { on: desk.today, by: permit.actorId, reason })
    await dismissLikeness(tx, need.ecosystemId, id, from, { day: desk.today, personId: permit.actorId })
    await record(tx, permit, id, { number: need.number, needId: id, fromId: from })
    return { ...need, mergedInto: null }
  })
}

/** Tells two needs apart that were proposed as the same: nobody is asked again. */
export async function tellApart(desk: Desk, { needId, otherId }: z.output<typeof ApartForm>): Promise<Need> {
  return transact(desk.db, async (tx) => {
    const needs = await lockNeeds(tx, [needId, otherId])
    const need = needs.get(needId)
    if (!need) throw new Problem(notFound, { need: needId })
    const permit = allow(desk, 'listening.tell-needs-apart', placeOfNeed(need))

    mustBeMergeable(need, needs.get(otherId), 'otherId')

    await dismissLikeness(tx, need.ecosystemId, needId, otherId, { day: desk.today, personId: permit.actorId })
    await record(tx, permit, needId, { needId, otherId })
    return need
  })
}
