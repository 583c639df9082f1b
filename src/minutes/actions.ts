import { z } from 'zod'
import { allow, type Permit } from '../charter/policy.ts'
import { newId } from '../kernel/id.ts'
import { notFound, Problem } from '../kernel/problem.ts'
import { type Db, transact } from '../platform/db.ts'
import { dayField, prose } from '../platform/form.ts'
import type { Desk } from '../platform/http.ts'
import { record } from '../platform/record.ts'
import { mustAwaitOutcome, mustBeApprovable, mustBeApproved, mustBeOpen, mustBeSendable, mustTakeRemarks, type Remark } from './rules.ts'
import { type AtSitting, placeOfSelf, type Sitting } from './sitting.ts'
import * as store from './store.ts'

export const SendForm = z.object({ until: dayField() })

/** The version that whoever approves has read. */
export const ApproveForm = z.object({ version: z.coerce.number().int().min(1) })

export const CorrectForm = z.object({ text: prose(20_000), reason: prose(2000) })

/** To those who were there, who may propose corrections until a day. */
export async function send<Here extends AtSitting>(
  sitting: Sitting<Here>,
  desk: Desk,
  id: string,
  { until }: z.output<typeof SendForm>,
): Promise<void> {
  return transact(desk.db, async (tx) => {
    const here = await sitting.gather(tx, id)
    const there = await sitting.whoWasThere(tx, here)
    const permit = allow(desk, sitting.acts.send, here.place)

    sitting.mustBeOver(here, desk)
    const { version } = mustBeSendable(sitting.refusals, here.minutes, until, desk.today)

    await store.saveSending(tx, id, { version, at: desk.now, until })
    await record(tx, permit, id, { ...here.facts, version, until, people: there.length })
  })
}

/** Whoever was there says that nothing needs correcting, or what does; `also` saves what the sitting adds to it. */
export async function remark<Here extends AtSitting>(
  sitting: Sitting<Here>,
  desk: Desk,
  id: string,
  propose: (here: Here) => Pick<Remark, 'kind' | 'text'>,
  also: (tx: Db, remark: Remark, here: Here) => Promise<void> = async () => {},
): Promise<Remark> {
  return transact(desk.db, async (tx) => {
    const here = await sitting.gather(tx, id)
    const there = await sitting.whoWasThere(tx, here)
    const permit = allow(desk, sitting.acts.remark, placeOfSelf(desk.actor))

    if (!there.includes(permit.actorId)) throw new Problem(sitting.refusals.notThere)
    const { version } = mustTakeRemarks(sitting.refusals, here.minutes, desk.today)
    const made: Remark = {
      id: newId<'minutes-remark'>(),
      personId: permit.actorId,
      version,
      ...propose(here),
      at: desk.now,
      outcome: null,
      reason: null,
    }

    await store.insertRemark(tx, id, made)
    await also(tx, made, here)
    await record(tx, permit, id, { ...here.facts, remarkId: made.id, kind: made.kind, version })
    return made
  })
}

/** Every correction proposed is accepted, or not with a reason; `write` puts what is accepted into the text, where that is done at once. */
export async function answer<Here extends AtSitting>(
  sitting: Sitting<Here>,
  desk: Desk,
  id: string,
  remarkId: string,
  given: store.Outcome,
  write: (tx: Db, here: Here, permit: Permit) => Promise<void> = async () => {},
): Promise<void> {
  return transact(desk.db, async (tx) => {
    const here = await sitting.gather(tx, id)
    const asked = (await store.remarksOn(tx, id)).find((one) => one.id === remarkId)
    const permit = allow(desk, sitting.acts.answer, here.place)

    if (!asked) throw new Problem(notFound, { remark: remarkId })
    mustBeOpen(sitting.refusals, here.minutes)
    mustAwaitOutcome(sitting.refusals, asked, given.outcome, given.reason)

    if (given.outcome === 'accepted') await write(tx, here, permit)
    await store.answerRemark(tx, remarkId, given, desk.now)
    await record(tx, permit, id, { ...here.facts, remarkId, outcome: given.outcome })
  })
}

/** From now on they stay as they are. */
export async function approve<Here extends AtSitting>(
  sitting: Sitting<Here>,
  desk: Desk,
  id: string,
  read: z.output<typeof ApproveForm>,
): Promise<void> {
  return transact(desk.db, async (tx) => {
    const here = await sitting.gather(tx, id)
    const remarks = await store.remarksOn(tx, id)
    const there = await sitting.whoWasThere(tx, here)
    const permit = allow(desk, sitting.acts.approve, here.place)

    sitting.mustBeOver(here, desk)
    const { version } = mustBeApprovable(sitting.refusals, here.minutes, remarks, there, desk.today)
    if (version !== read.version) throw new Problem(sitting.refusals.notTheOneRead, { version })
    const hash = await sitting.hashOf(tx, here, version)

    await store.saveApproval(tx, id, { version, hash, approvedOn: desk.today, approvedBy: permit.actorId })
    await sitting.freeze?.(tx, here, desk)
    await record(tx, permit, id, { ...here.facts, version, hash: hash.toString('hex') })
  })
}

/** Tells what was wrong in approved minutes, beside them. */
export async function correct<Here extends AtSitting>(
  sitting: Sitting<Here>,
  desk: Desk,
  id: string,
  input: z.output<typeof CorrectForm>,
): Promise<number> {
  return transact(desk.db, async (tx) => {
    const here = await sitting.gather(tx, id)
    const former = await store.correctionsOf(tx, id)
    const permit = allow(desk, sitting.acts.correct, here.place)

    mustBeApproved(sitting.refusals, here.minutes)
    const number = former.length + 1

    await store.insertCorrection(tx, id, { id: newId(), number, ...input, authorId: permit.actorId, madeOn: desk.today })
    await record(tx, permit, id, { ...here.facts, correction: number })
    return number
  })
}
