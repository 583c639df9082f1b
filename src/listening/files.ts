import { can } from '../charter/policy.ts'
import type { MayRead } from '../platform/files.ts'
import { placeOfListening } from './rules/place.ts'
import { getHearing } from './store/hearings.ts'
import { registrationOfFile } from './store/registrations.ts'

/** What somebody leaves in writing is for those who hear, and for whoever left it. */
export const mayReadListening: MayRead = async ({ var: { db, actor } }, file) => {
  const registration = await registrationOfFile(db, file.id)
  if (!registration) return false
  const { ecosystemId } = await getHearing(db, registration.hearingId)
  return registration.personId === actor.id || can(actor, 'listening.write-minutes', placeOfListening(ecosystemId))
}
