import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { blocksOf, getVersion } from '../../documents/index.ts'
import { Problem } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import { optional } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { type AnnotationPlace, decided, notCarried } from '../rules/carrying.ts'
import { placeOfConsultation } from '../rules/consultation.ts'
import { mustBeStanding } from '../rules/contributions.ts'
import { confirmPlace, lockPlace } from '../store/annotation-places.ts'
import { getConsultation } from '../store/consultations.ts'
import { getContribution } from '../store/contributions.ts'

export const PlaceForm = z.object({
  /** One of the places offered, by its number from 0; `block` with the block chosen; `orphan` where it stands nowhere. */
  choice: z.string().regex(/^(\d{1,3}|block|orphan)$/, { error: 'choice' }),
  blockId: optional(z.uuid()),
})

/** A person says where what a contribution speaks of stands in a later version. What it was written on stays what it is. */
export async function placeAnnotation(
  desk: Desk,
  consultationId: string,
  contributionId: string,
  versionId: string,
  { choice, blockId }: z.output<typeof PlaceForm>,
): Promise<AnnotationPlace> {
  return transact(desk.db, async (tx) => {
    const consultation = await getConsultation(tx, consultationId)
    const contribution = await getContribution(tx, consultationId, contributionId)
    const version = await getVersion(tx, versionId)
    const place = await lockPlace(tx, consultationId, contributionId, versionId)
    const after = await blocksOf(tx, versionId)
    const permit = allow(desk, 'consultations.place-annotation', placeOfConsultation(consultation))

    mustBeStanding(contribution)
    if (!place || contribution.target.kind === 'whole') throw new Problem(notCarried, { number: version.number })
    const from = { blockId: contribution.target.blockId, starts: null, ends: null }
    const carried = decided(choice, blockId, place, after, from)
    const confirmed = { ...place, ...carried, confirmedBy: permit.actorId, confirmedAt: desk.now }

    await confirmPlace(tx, consultationId, confirmed)
    const { number } = contribution
    await record(tx, permit, contributionId, { consultationId, number, version: version.number, state: carried.state })
    return confirmed
  })
}
