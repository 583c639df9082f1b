import type { Db } from '../platform/db.ts'
import { remarksOfPerson } from './store.ts'

/** What a person answered to the minutes of meetings and hearings, for whoever downloads their data. */
export async function remarksHeld(db: Db, personId: string) {
  return { minutesRemarks: await remarksOfPerson(db, personId) }
}
