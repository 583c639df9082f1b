import type { Db } from '../platform/db.ts'
import { evaluationsBy } from './store/evaluations.ts'

/** What a participant said of how they were consulted, for whoever downloads their data. */
export async function evaluationsHeld(db: Db, personId: string) {
  return { consultationEvaluations: await evaluationsBy(db, personId) }
}
