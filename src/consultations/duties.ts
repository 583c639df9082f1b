import { type Actor, can } from '../charter/policy.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import { type Consultation, placeOfConsultation, stateOn } from './rules/consultation.ts'
import type { Import } from './rules/imports.ts'
import { consultationsOf } from './store/consultations.ts'
import { importsUnderWay } from './store/imports.ts'
import { waitingForModeration } from './store/moderation.ts'
import { countWaiting } from './store/placed.ts'

/** What consultations ask of somebody who manages them. */
export interface ConsultationDuty {
  readonly kind: 'moderate' | 'place' | 'prepare' | 'import'
  readonly consultation: Consultation
  /** How many things wait; of a file that is entering, the lines still to look at. */
  readonly count: number
  /** The file that is entering, or being taken out. */
  readonly import?: Import
}

/** In five statements, whatever their number. */
export async function consultationDuties(db: Db, actor: Actor, ecosystemIds: readonly string[], today: Day): Promise<ConsultationDuty[]> {
  const mine = (await consultationsOf(db, ecosystemIds)).filter(
    (one) => can(actor, 'consultations.prepare', placeOfConsultation(one)) && !one.discardedAt,
  )
  const ids = mine.map(({ id }) => id)
  const waiting = await waitingForModeration(db, ids)
  const unplaced = await countWaiting(db, ids)
  const imports = Map.groupBy(await importsUnderWay(db, ids), ({ consultationId }) => consultationId)
  return mine.flatMap((consultation): ConsultationDuty[] => {
    if (stateOn(today, consultation) === 'draft') return [{ kind: 'prepare', consultation, count: 1 }]
    const asks = [
      { kind: 'moderate', count: waiting.get(consultation.id) ?? 0 },
      { kind: 'place', count: unplaced.get(consultation.id) ?? 0 },
    ] as const
    return [
      ...asks.flatMap(({ kind, count }) => (count > 0 ? [{ kind, consultation, count }] : [])),
      ...(imports.get(consultation.id) ?? []).map((one): ConsultationDuty => {
        const { total, position, entered, removed, endedAt } = one
        return { kind: 'import', consultation, import: one, count: endedAt ? entered - removed : total - position }
      }),
    ]
  })
}
