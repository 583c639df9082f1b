import type { Db } from '../platform/db.ts'
import { filesOf } from '../platform/files.ts'
import { receiptNumber } from './rules/contributions.ts'
import * as store from './store/held.ts'

/** All that consultations keep of a person, for whoever downloads their data; of files, what they are called and their address. */
export async function contributionsHeld(db: Db, personId: string) {
  const contributions = await store.contributionsOfPerson(db, personId)
  const attached = await store.filesOfPerson(db, personId)
  const files = await filesOf(
    db,
    attached.map(({ fileId }) => fileId),
  )
  return {
    contributions: contributions.map((one) => ({ receipt: receiptNumber(one), ...one })),
    contributionRevisions: await store.revisionsOfPerson(db, personId),
    contributionFiles: attached.map((one) => ({ name: files.get(one.fileId)?.name ?? null, ...one })),
    contributionDrafts: await store.draftsOfPerson(db, personId),
    contributionsSupported: await store.supportsOfPerson(db, personId),
    contributionComments: await store.commentsOfPerson(db, personId),
    contributionFlags: await store.flagsOfPerson(db, personId),
    contributionModeration: await store.appealsOfPerson(db, personId),
  }
}
