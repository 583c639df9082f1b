import type { Db } from '../platform/db.ts'
import { mandatesOfPerson, meetingsOfPerson, tasksOfPerson } from './store/held.ts'

/** What groups keep of a person, for whoever downloads their data: mandates, meetings, tasks. */
export async function groupsHeld(db: Db, personId: string) {
  return {
    groupMandates: await mandatesOfPerson(db, personId),
    groupMeetings: await meetingsOfPerson(db, personId),
    groupTasks: await tasksOfPerson(db, personId),
  }
}
