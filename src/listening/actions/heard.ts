import type { PersonId } from '../../charter/policy.ts'
import type { Db } from '../../platform/db.ts'
import type { Statement } from '../rules/minutes.ts'
import { registrationsIn } from '../store/registrations.ts'
import { stakeholdersById } from '../store/stakeholders.ts'

/** The people whose words are in the minutes: who registered for each speaker or, failing that, who speaks for it. */
export async function heardIn(db: Db, hearingId: string, statements: readonly Statement[]): Promise<PersonId[]> {
  const registrations = await registrationsIn(db, [hearingId])
  const speakers = await stakeholdersById(
    db,
    statements.map(({ stakeholderId }) => stakeholderId),
  )
  const people = [...speakers.values()].flatMap(({ id, personId }) => {
    const registered = registrations.find(({ stakeholderId, withdrawnAt }) => stakeholderId === id && withdrawnAt === null)
    return registered?.personId ?? personId ?? []
  })
  return [...new Set(people)]
}
