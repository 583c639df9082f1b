import { allow } from '../../charter/policy.ts'
import { Problem } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustBeTaking, mustBeVisible, ownContribution, supportsOff } from '../rules/contributions.ts'
import { getConsultation } from '../store/consultations.ts'
import { getContribution } from '../store/contributions.ts'
import { addSupport, removeSupport } from '../store/supports.ts'
import { ownPlace } from './contribute.ts'

class Unchanged extends Error {}

/** One person supports a contribution once, or takes it back; asking again changes nothing. */
export async function support(desk: Desk, consultationId: string, id: string, wanted: boolean): Promise<void> {
  try {
    await transact(desk.db, async (tx) => {
      const consultation = await getConsultation(tx, consultationId)
      const contribution = await getContribution(tx, consultationId, id)
      const permit = allow(desk, 'consultations.support', ownPlace(desk))

      if (!consultation.supports) throw new Problem(supportsOff)
      mustBeTaking(consultation, desk.now)
      mustBeVisible(contribution)
      if (contribution.authorId === desk.actor.id) throw new Problem(ownContribution)

      const changed = wanted
        ? await addSupport(tx, contribution, permit.actorId, desk.now)
        : await removeSupport(tx, contribution, permit.actorId)
      // Rolled back, the permit with it: nothing happened, so nothing is recorded.
      if (!changed) throw new Unchanged()
      await record(tx, permit, id, { consultationId, supported: wanted })
    })
  } catch (error) {
    if (!(error instanceof Unchanged)) throw error
  }
}
