import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { stateOn } from '../../consultations/index.ts'
import { transact } from '../../platform/db.ts'
import { optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustBeTimeToEvaluate, mustHaveTakenPart } from '../rules/evaluation.ts'
import * as store from '../store/evaluations.ts'
import { openedConsultation } from './gather.ts'

const grade = z.coerce.number().int().min(1).max(5)

export const EvaluationForm = z.object({
  easy: grade,
  clear: grade,
  heard: optional(grade),
  again: z.enum(['yes', 'no']),
  comment: optional(prose(2000)),
})

/** What somebody who took part thinks of how they were consulted. Said again, the last one counts. */
export async function evaluate(desk: Desk, consultationId: string, { again, ...input }: z.output<typeof EvaluationForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const consultation = await openedConsultation(tx, consultationId)
    const permit = allow(desk, 'answers.evaluate', { kind: 'person', id: desk.actor.id ?? '' })

    mustBeTimeToEvaluate(stateOn(desk.today, consultation))
    mustHaveTakenPart(await store.tookPart(tx, consultationId, permit.actorId))

    await store.saveEvaluation(tx, consultationId, permit.actorId, { ...input, again: again === 'yes' }, desk.now)
    await record(tx, permit, consultationId)
  })
}
