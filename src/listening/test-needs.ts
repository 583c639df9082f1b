import type { Actor } from '../charter/policy.ts'
import { addEcosystem, getEcosystem } from '../ecosystems/index.ts'
import { invitePerson } from '../identity/index.ts'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { transact } from '../platform/db.ts'
import { openHouse, somebody, type TestHouse } from '../testing.ts'
import { type NeedInput, recordNeed } from './actions/needs.ts'
import type { Need, NeedSource } from './rules/needs.ts'

/** An ecosystem as tests find it on 22 July 2020, with somebody who keeps its secretariat. */
export interface Listening {
  readonly house: TestHouse
  readonly slug: string
  readonly ecosystemId: string
  readonly secretary: Actor
}

export async function openListening(): Promise<Listening> {
  const house = await openHouse()
  const { slug, ecosystemId } = await addTestEcosystem(house, 'Beni culturali e turismo')
  return { house, slug, ecosystemId, secretary: somebody('secretary', { kind: 'ecosystem', id: ecosystemId }) }
}

export async function addTestEcosystem(house: TestHouse, nameIt: string): Promise<{ slug: string; ecosystemId: string }> {
  const more = { nameEn: null, summaryIt: null, summaryEn: null, priority: false, prioritySource: null, parentId: null }
  const { slug } = await addEcosystem(house.desk(), { nameIt, ...more, since: day('2019-01-01') })
  const { id: ecosystemId } = await getEcosystem(house.db, slug, day('2020-07-22'))
  return { slug, ecosystemId }
}

export const tickets: NeedInput = {
  statement: 'Un biglietto unico per tutti i musei della città',
  why: 'Oggi chi visita tre musei fa tre code.',
  voiceKind: 'citizens',
  stakeholderId: null,
  organisationId: null,
  evidenceText: null,
  evidenceLink: null,
  frequency: 4,
  severity: 3,
}

export function recordIn({ house, slug, secretary }: Listening, more: Partial<NeedInput> = {}, source?: NeedSource): Promise<Need> {
  return recordNeed(house.desk(secretary), slug, { ...tickets, ...more }, source)
}

/** Somebody known to the vault, as whoever signed in is. */
export async function personIn(house: TestHouse, grants: Actor['grants'] = []): Promise<Actor> {
  const email = `${newId()}@example.org`
  const id = await transact(house.db, (tx) => invitePerson(tx, { name: 'Ada Prova', email, lang: 'it' }, house.desk().now))
  return { id, grants, onlyRooms: null }
}
