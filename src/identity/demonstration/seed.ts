import type { PersonId, Scope } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { transact } from '../../platform/db.ts'
import type { Desk } from '../../platform/http.ts'
import { grantRole } from '../actions/grants.ts'
import { grantsOf } from '../store/grants.ts'
import { findByLogin, insertLogin, insertPerson, type PersonDetail } from '../store/people.ts'
import { demoLogin, emailOf, nameOf, type Persona, personas } from './personas.ts'

/** The one ecosystem and the one organisation that the people of the demonstration work for. */
export interface Workplaces {
  readonly ecosystemId: string
  readonly organisationId: string
}

/** Makes the people of the demonstration and gives them their roles; whatever is there already stays. Their ids, by subject. */
export async function seedPersonas(desk: Desk, places: Workplaces): Promise<Map<string, PersonId>> {
  const people = new Map<string, PersonId>()
  for (const persona of personas as readonly Persona[]) {
    const { personId } = await makePersona(desk, persona)
    people.set(persona.subject, personId)
    const scope = scopeOf(persona, places)
    if (!persona.role || !scope || (await grantsOf(desk.db, personId)).length > 0) continue
    await grantRole(desk, { personId, role: persona.role, scope, from: desk.today, to: null })
  }
  return people
}

function scopeOf({ on }: Persona, { ecosystemId, organisationId }: Workplaces): Scope | null {
  if (on === 'ecosystem') return { kind: on, id: ecosystemId }
  if (on === 'organisation') return { kind: on, id: organisationId }
  return on && { kind: on }
}

async function makePersona({ db, now }: Desk, persona: Persona): Promise<PersonDetail> {
  const login = demoLogin(persona.subject)
  return transact(db, async (tx) => {
    const known = await findByLogin(tx, login.issuer, login.subjectHash)
    if (known) return known
    const { taxCode } = persona
    const person = {
      personId: newId<'person'>(),
      name: nameOf(persona),
      email: emailOf(persona),
      emailConfirmed: true,
      taxCode,
      lang: 'it',
    } as const
    await insertPerson(tx, person, now)
    await insertLogin(tx, { ...login, personId: person.personId, provider: 'demo', createdAt: now })
    return person
  })
}
