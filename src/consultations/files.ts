import { can } from '../charter/policy.ts'
import type { MayRead } from '../platform/files.ts'
import { placeOfConsultation } from './rules/consultation.ts'
import { contributionState } from './rules/contributions.ts'
import { getConsultation } from './store/consultations.ts'
import { contributionOfFile } from './store/contributions.ts'

/** An attachment is read by whoever reads its contribution; one that was withdrawn or hidden, by its author and moderators. */
export const mayReadAttachments: MayRead = async ({ var: { db, actor } }, file) => {
  const contribution = await contributionOfFile(db, file.id)
  if (!contribution) return false
  if (contributionState(contribution) === 'visible' || contribution.authorId === actor.id) return true
  const consultation = await getConsultation(db, contribution.consultationId)
  return can(actor, 'consultations.hide', placeOfConsultation(consultation))
}
