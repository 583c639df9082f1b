import { type Actor, can } from '../charter/policy.ts'
import type { Db } from '../platform/db.ts'
import type { MayRead } from '../platform/files.ts'
import { placeOfConsultation } from './rules/consultation.ts'
import { contributionState } from './rules/contributions.ts'
import { getConsultation } from './store/consultations.ts'
import { contributionOfFile } from './store/contributions.ts'
import { consultationOfMaterial } from './store/materials.ts'

/** An attachment is read by whoever reads its contribution; one that was withdrawn or hidden, by its author and moderators. */
export const mayReadAttachments: MayRead = async ({ var: { db, actor } }, file) => {
  const contribution = await contributionOfFile(db, file.id)
  if (!contribution) return mayReadMaterial(db, actor, file.id)
  if (contributionState(contribution) === 'visible' || contribution.authorId === actor.id) return true
  const consultation = await getConsultation(db, contribution.consultationId)
  return can(actor, 'consultations.hide', placeOfConsultation(consultation))
}

/** Once opened it is open to all; before, it is for those who prepare it. */
async function mayReadMaterial(db: Db, actor: Actor, fileId: string): Promise<boolean> {
  const id = await consultationOfMaterial(db, fileId)
  return id !== null && can(actor, 'consultations.prepare', placeOfConsultation(await getConsultation(db, id)))
}
