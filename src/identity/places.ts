import type { GrantedRole, PersonId } from '../charter/policy.ts'
import type { Day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import type { Lang } from '../kernel/lang.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'
import type { Db } from '../platform/db.ts'
import type { GrantId } from './rules/grants.ts'
import { insertGrant, setLastDay } from './store/grants.ts'
import { findByConfirmedEmail, findInvited, insertPerson, lockAddress } from './store/people.ts'

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
export async function invitePerson(tx: Db, { name, email, lang }: Invited, now: Date): Promise<PersonId> {
  await lockAddress(tx, email)
  const [known, another] = await findByConfirmedEmail(tx, email)
  if (another) throw new Problem(severalWithEmail, { field: 'email' })
  const person = known ?? (await findInvited(tx, email))
  if (person) return person.personId
  const personId = newId<'person'>() as PersonId
  await insertPerson(tx, { personId, name, email, emailConfirmed: false, taxCode: null, lang }, now)
  return personId
}

/** Somebody who wrote on paper, or from an address nobody knows: a name in the vault, and nothing more. */
export async function namePerson(tx: Db, { name, lang }: Pick<Invited, 'name' | 'lang'>, now: Date): Promise<PersonId> {
  const personId = newId<'person'>() as PersonId
  await insertPerson(tx, { personId, name, email: null, emailConfirmed: false, taxCode: null, lang }, now)
  return personId
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
