import { namesOfPeople } from '../identity/index.ts'
import type { Day } from '../kernel/day.ts'
import { namesOf } from '../organisations/index.ts'
import type { Db } from '../platform/db.ts'
import type { Stakeholder } from './rules/stakeholders.ts'

/** A stakeholder as a reader may see it. */
export interface Face extends Stakeholder {
  /** Its organisation's name, or the person's where it may be seen; null for a person who is not named. */
  readonly name: string | null
  /** Who speaks for it: for whoever keeps the map alone. */
  readonly contact: string | null
  /** A person who erased their account. */
  readonly erased: boolean
}

/** Stakeholders with their names, in two statements. Whoever keeps the map sees every name; others those that are shown. */
export async function facesOf(db: Db, stakeholders: readonly Stakeholder[], keeper: boolean, today: Day): Promise<Face[]> {
  const organisations = await namesOf(db, [...new Set(stakeholders.flatMap(({ organisationId }) => organisationId ?? []))], today)
  const named = stakeholders.filter(({ organisationId, showsName }) => keeper || (organisationId === null && showsName))
  const people = await namesOfPeople(
    db,
    named.flatMap(({ personId }) => personId ?? []),
  )
  return stakeholders.map((one) => {
    const person = one.personId ? people.get(one.personId) : undefined
    return {
      ...one,
      name: one.organisationId ? (organisations.get(one.organisationId) ?? null) : (person ?? null),
      contact: person ?? null,
      erased: person === null,
    }
  })
}
