import { allow } from '../../charter/policy.ts'
import { type Db, transact } from '../../platform/db.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { type Consultation, placeOfConsultation } from '../rules/consultation.ts'
import { mustTakeMore } from '../rules/windows.ts'
import { lockConsultation, updateConsultation } from '../store/consultations.ts'

/** What is done, to which of them. */
export interface Doing {
  readonly step: 'materials' | 'dates'
  readonly doing: 'added' | 'changed' | 'moved' | 'ended'
  readonly item: string
}

/** Materials and dates are put beside a consultation while it is prepared, and go on being added while it runs. */
export async function accompany<Result>(
  desk: Desk,
  id: string,
  doing: Doing,
  change: (consultation: Consultation, tx: Db) => Promise<Result>,
): Promise<Result> {
  return transact(desk.db, async (tx) => {
    const before = await lockConsultation(tx, id)
    const permit = allow(desk, before.openedAt ? 'consultations.accompany' : 'consultations.prepare', placeOfConsultation(before))

    mustTakeMore(before, desk.today)
    const result = await change(before, tx)

    await updateConsultation(tx, { ...before, revision: before.revision + 1 })
    await record(tx, permit, id, { ...doing })
    return result
  })
}
