import { can } from '../../charter/policy.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Ctx } from '../../platform/http.ts'
import { type Consultation, placeOfConsultation } from '../rules/consultation.ts'
import { getConsultation } from '../store/consultations.ts'

/** What is being prepared is not there for others than those who prepare it. */
export async function readable(c: Ctx, id: string): Promise<Consultation> {
  const consultation = await getConsultation(c.var.db, id)
  if (!consultation.openedAt && !can(c.var.actor, 'consultations.prepare', placeOfConsultation(consultation))) throw new Problem(notFound)
  return consultation
}
