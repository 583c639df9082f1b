import type { Db } from '../platform/db.ts'
import { filesOf } from '../platform/files.ts'
import * as store from './store/held.ts'

/** What listening keeps of a person, for whoever downloads their data; of files, what they are called and their id. */
export async function listeningHeld(db: Db, personId: string) {
  const registrations = await store.registrationsToHearings(db, personId)
  const files = await filesOf(
    db,
    registrations.flatMap(({ fileId }) => fileId ?? []),
  )
  return {
    stakeholderMaps: await store.placesOnMaps(db, personId),
    hearingInvitations: await store.invitationsToHearings(db, personId),
    hearingRegistrations: registrations.map((one) => ({ ...one, fileName: files.get(one.fileId ?? '')?.name ?? null })),
    needsProposed: await store.needsProposed(db, personId),
  }
}
