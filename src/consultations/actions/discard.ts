import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { transact } from '../../platform/db.ts'
import { prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { type Consultation, placeOfConsultation } from '../rules/consultation.ts'
import { mustBeDiscarded, mustBeInPreparation } from '../rules/windows.ts'
import { lockConsultation, updateConsultation } from '../store/consultations.ts'

export const DiscardForm = z.object({ reason: prose(5000) })

/** Given up before it was ever opened: it leaves the lists, and its record stays. */
export async function discardConsultation(desk: Desk, id: string, { reason }: z.output<typeof DiscardForm>): Promise<Consultation> {
  return transact(desk.db, async (tx) => {
    const before = await lockConsultation(tx, id)
    const permit = allow(desk, 'consultations.discard', placeOfConsultation(before))

    mustBeInPreparation(before)
    const after: Consultation = { ...before, discardedAt: desk.now, discardReason: reason, revision: before.revision + 1 }

    await updateConsultation(tx, after)
    await record(tx, permit, id)
    return after
  })
}

export async function takeUpAgain(desk: Desk, id: string): Promise<Consultation> {
  return transact(desk.db, async (tx) => {
    const before = await lockConsultation(tx, id)
    const permit = allow(desk, 'consultations.take-up-again', placeOfConsultation(before))

    mustBeDiscarded(before)
    const after: Consultation = { ...before, discardedAt: null, discardReason: null, revision: before.revision + 1 }

    await updateConsultation(tx, after)
    await record(tx, permit, id)
    return after
  })
}
