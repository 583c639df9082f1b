import { namesOfPeople } from '../identity/index.ts'
import type { Day } from '../kernel/day.ts'
import { namesOf } from '../organisations/index.ts'
import type { Db } from '../platform/db.ts'
import { isNamed, type Member } from './rules/members.ts'

/** A member as a reader may see one. */
export interface Seat extends Member {
  /** Null for whoever does not show their name, to whoever may not see it, and for whoever erased their account. */
  readonly name: string | null
  readonly erased: boolean
  readonly organisation: string | null
}

/** Members with their names and organisations, in two statements. Insiders see every name; others those that are shown. */
export async function seatsOf(db: Db, members: readonly Member[], insider: boolean, today: Day): Promise<Seat[]> {
  const visible = members.filter((member) => insider || isNamed(member))
  const names = await namesOfPeople(
    db,
    visible.map(({ personId }) => personId),
  )
  const organisations = await namesOf(db, [...new Set(members.flatMap(({ organisationId }) => organisationId ?? []))], today)
  return members.map((member) => ({
    ...member,
    name: names.get(member.personId) ?? null,
    erased: names.get(member.personId) === null,
    organisation: (member.organisationId && organisations.get(member.organisationId)) || null,
  }))
}
