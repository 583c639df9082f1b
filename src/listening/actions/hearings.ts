import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { getEcosystem } from '../../ecosystems/index.ts'
import { newId } from '../../kernel/id.ts'
import { conflict, Problem } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import { dayField, line, optional, prose, webAddress } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { type Hearing, mustBeAWindow, mustHaveBegun, mustNotHaveBegun, openings } from '../rules/hearings.ts'
import { placeOfListening } from '../rules/place.ts'
import { slotFrom } from '../rules/slots.ts'
import * as store from '../store/hearings.ts'
import { lockMap } from '../store/stakeholders.ts'
import { gatherHearing } from './gather.ts'
import { SlotForm } from './slots.ts'

const Call = {
  title: line(200),
  reason: prose(10_000),
  /** One question a line. */
  questions: prose(10_000),
  openTo: z.enum(openings),
  opensOn: dayField(),
  closesOn: dayField(),
}

/** A hearing is called with its first slot; others may follow. */
export const CallForm = z.object({ ...Call, ...SlotForm.shape })

export const ChangeHearingForm = z.object({
  ...Call,
  /** The revision that whoever changes it was reading. */
  revision: z.coerce.number().int().min(0),
})

export const CancelHearingForm = z.object({ reason: prose(1000) })

export const RecordingForm = z.object({ link: optional(webAddress()) })

export async function callHearing(desk: Desk, slug: string, input: z.output<typeof CallForm>): Promise<Hearing> {
  const ecosystem = await getEcosystem(desk.db, slug, desk.today)
  return transact(desk.db, async (tx) => {
    await lockMap(tx, ecosystem.id)
    const permit = allow(desk, 'listening.call-hearing', placeOfListening(ecosystem.id))

    const slot = slotFrom(input, [], desk.now)
    mustBeAWindow(input, [slot], desk.today)
    const { title, reason, questions, openTo, opensOn, closesOn } = input
    const hearing: Hearing = {
      id: newId<'hearing'>(),
      ecosystemId: ecosystem.id,
      cycleId: ecosystem.cycle.id,
      number: await store.nextNumber(tx, ecosystem.id),
      title,
      reason,
      questions,
      openTo,
      opensOn,
      closesOn,
      calledAt: desk.now,
      changedAt: desk.now,
      revision: 0,
      cancelledAt: null,
      cancelReason: null,
      recordingLink: null,
    }

    await store.insertHearing(tx, hearing)
    await store.insertSlot(tx, { id: newId<'hearing-slot'>(), hearingId: hearing.id, ...slot })
    await record(tx, permit, hearing.id, { hearingId: hearing.id, number: hearing.number, opensOn, closesOn })
    return hearing
  })
}

/** What is asked, whom, and until when: sent again to whoever was invited or has registered. */
export async function changeHearing(desk: Desk, id: string, input: z.output<typeof ChangeHearingForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { hearing, slots, place } = await gatherHearing(tx, id)
    const permit = allow(desk, 'listening.change-hearing', place)

    mustNotHaveBegun(hearing, slots, desk.now)
    const { revision: read, ...changes } = input
    if (read !== hearing.revision) throw new Problem(conflict)
    mustBeAWindow(changes, slots, desk.today)
    const revision = hearing.revision + 1

    await store.updateHearing(tx, { id: hearing.id, ...changes, revision, changedAt: desk.now })
    await record(tx, permit, id, { hearingId: id, number: hearing.number, revision, opensOn: input.opensOn, closesOn: input.closesOn })
  })
}

export async function cancelHearing(desk: Desk, id: string, input: z.output<typeof CancelHearingForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { hearing, slots, place } = await gatherHearing(tx, id)
    const permit = allow(desk, 'listening.cancel-hearing', place)

    mustNotHaveBegun(hearing, slots, desk.now)
    const revision = hearing.revision + 1

    await store.updateHearing(tx, {
      id: hearing.id,
      revision,
      changedAt: desk.now,
      cancelledAt: desk.now,
      cancelReason: input.reason,
    })
    await record(tx, permit, id, { hearingId: id, number: hearing.number, revision })
  })
}

/** Where it can be seen and heard again, from its beginning on; empty takes the link away. */
export async function linkRecording(desk: Desk, id: string, { link }: z.output<typeof RecordingForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { hearing, slots, place } = await gatherHearing(tx, id)
    const permit = allow(desk, 'listening.link-recording', place)

    mustHaveBegun(hearing, slots, desk.now)

    await store.updateHearing(tx, { id: hearing.id, recordingLink: link })
    await record(tx, permit, id, { hearingId: id, linked: link !== null })
  })
}
