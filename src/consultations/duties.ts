import { type Actor, can } from '../charter/policy.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import { type Consultation, placeOfConsultation, stateOn } from './rules/consultation.ts'
import { consultationsOf } from './store/consultations.ts'
import { waitingForModeration } from './store/moderation.ts'

/** What consultations ask of somebody who manages them. */
export interface ConsultationDuty {
  readonly kind: 'moderate' | 'prepare'
  readonly consultation: Consultation
  /** How many things wait. */
  readonly count: number
}

/** In three statements, whatever their number. */
export async function consultationDuties(db: Db, actor: Actor, ecosystemIds: readonly string[], today: Day): Promise<ConsultationDuty[]> {
  const mine = (await consultationsOf(db, ecosystemIds)).filter((one) => can(actor, 'consultations.prepare', placeOfConsultation(one)))
  const waiting = await waitingForModeration(
    db,
    mine.map(({ id }) => id),
  )
  return mine.flatMap((consultation): ConsultationDuty[] => {
    if (stateOn(today, consultation) === 'draft') return [{ kind: 'prepare', consultation, count: 1 }]
    const count = waiting.get(consultation.id) ?? 0
    return count > 0 ? [{ kind: 'moderate', consultation, count }] : []
  })
}
