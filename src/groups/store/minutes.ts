import { bumpMinutes } from '../../minutes/index.ts'
import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'minutesVersion'>()

/** What the minutes of a meeting say at a version. */
export interface Version {
  readonly version: number
  readonly text: string
  readonly authorId: string
  readonly at: Date
}

export async function findVersion(db: Db, meetingId: string, version: number): Promise<Version | null> {
  const row = await own(db)
    .selectFrom('minutesVersion')
    .select(['version', 'text', 'authorId', 'at'])
    .where('meetingId', '=', meetingId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ?? null
}

export async function saveVersion(tx: Db, meetingId: string, version: Version): Promise<void> {
  await bumpMinutes(tx, 'meeting', meetingId, version.version)
  await own(tx)
    .insertInto('minutesVersion')
    .values({ meetingId, ...version })
    .execute()
}
