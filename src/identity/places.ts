import type { GrantedRole, PersonId } from '../charter/policy.ts'
import type { Day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import type { Lang } from '../kernel/lang.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'
import type { Db } from '../platform/db.ts'
import type { GrantId } from './rules/grants.ts'
import { insertGrant, setLastDay } from './store/grants.ts'
import { findAddressed, insertPeople, lockAddresses, type PersonDetail } from './store/people.ts'

export const severalWithEmail = {
  slug: 'several-with-email',
  status: 409,
  it: 'Più persone entrano con questo indirizzo, e non si può sapere quale intendi: scrivine uno che sia solo suo.',
  en: 'Several people sign in with this address, and there is no telling which one you mean: write one that is theirs alone.',
} as const satisfies ProblemKind

export interface Invited {
  readonly name: string
  readonly email: string
  readonly lang: Lang
}

/**
 * The person with this address: whoever entered with it, or a new one, who becomes the one that first enters with the
 * same address confirmed by a provider. Name and address stay in the vault.
 */
export async function invitePerson(tx: Db, invited: Invited, now: Date): Promise<PersonId> {
  const [personId] = await writePeopleDown(tx, [invited], now)
  return personId as PersonId
}

/**
 * Those who wrote elsewhere than here, each in the place where they stand in the list: with an address the person invited
 * to it, without one a name in the vault and nothing more. As many statements for a thousand as for one.
 */
export async function writePeopleDown(
  tx: Db,
  people: readonly (Omit<Invited, 'email'> & { readonly email: string | null })[],
  now: Date,
): Promise<PersonId[]> {
  const emails = people.flatMap(({ email }) => email ?? [])
  const byAddress = emails.length > 0 ? await knownAt(tx, emails) : new Map<string, PersonId>()
  const added: PersonDetail[] = []
  const ids = people.map(({ name, email, lang }) => {
    const address = email?.toLowerCase()
    const known = address && byAddress.get(address)
    if (known) return known
    const personId = newId<'person'>() as PersonId
    added.push({ personId, name, email, emailConfirmed: false, taxCode: null, lang })
    if (address) byAddress.set(address, personId)
    return personId
  })
  await insertPeople(tx, added, now)
  return ids
}

async function knownAt(tx: Db, emails: readonly string[]): Promise<Map<string, PersonId>> {
  await lockAddresses(tx, emails)
  const byAddress = Map.groupBy(await findAddressed(tx, emails), ({ email }) => String(email).toLowerCase())
  return new Map(
    [...byAddress].map(([address, people]) => {
      const [confirmed, another] = people.filter(({ emailConfirmed }) => emailConfirmed)
      if (another) throw new Problem(severalWithEmail, { field: 'email' })
      return [address, (confirmed ?? people[0])?.personId as PersonId]
    }),
  )
}

export interface PlaceInBody {
  readonly personId: PersonId
  readonly role: GrantedRole
  readonly bodyId: string
  /** The ecosystem that the body guides, when it is the working group of one: the role holds there too. */
  readonly guides: string | null
  readonly from: Day
  /** The last day; null until further notice. */
  readonly to: Day | null
}

/** The role that comes with a place in a body. Whoever gives the place has its permit and records it. */
export async function grantPlace(tx: Db, place: PlaceInBody, grantedBy: PersonId, grantedAt: Date): Promise<GrantId> {
  const { personId, role, bodyId, guides, from, to } = place
  const scope = { kind: 'body', id: bodyId, ...(guides ? { guides } : {}) } as const
  const id = newId<'role-grant'>()
  await insertGrant(tx, { id, personId, role, scope, from, to, grantedBy, grantedAt, endedOn: null })
  return id
}

/** The role lasts as long as the place. */
export async function setPlaceTerm(tx: Db, grantId: string, to: Day | null): Promise<void> {
  await setLastDay(tx, grantId, to)
}
