import type { Db } from '../platform/db.ts'
import type { Notice } from './rules.ts'
import { followedBy } from './store/follows.ts'
import { noticesOf } from './store/notices.ts'
import { preferencesOf } from './store/preferences.ts'

/** The first few of somebody's notices, those still to be read before the others. */
export async function latestNotices(db: Db, personId: string, limit = 5): Promise<readonly Notice[]> {
  return (await noticesOf(db, personId, { limit })).items
}

const mostHeld = 10_000

/** All that is kept here of a person, for whoever downloads their data. */
export async function noticesHeld(db: Db, personId: string) {
  return {
    notices: (await noticesOf(db, personId, { limit: mostHeld })).items,
    noticePreferences: await preferencesOf(db, personId),
    followedEcosystems: await followedBy(db, personId),
  }
}
