import type { Actor, PersonId } from '../charter/policy.ts'
import { invitePerson } from '../identity/index.ts'
import { type Day, day } from '../kernel/day.ts'
import { addOrganisation } from '../organisations/index.ts'
import type { Desk } from '../platform/http.ts'
import type { TestHouse } from '../testing.ts'
import { callHearing } from './actions/hearings.ts'
import { inviteToHearing } from './actions/invitations.ts'
import { addStatement, sendMinutes } from './actions/minutes.ts'
import { registerToHearing } from './actions/registrations.ts'
import { addStakeholder } from './actions/stakeholders.ts'
import type { Hearing } from './rules/hearings.ts'
import type { Statement } from './rules/minutes.ts'
import type { Slot } from './rules/slots.ts'
import type { Stakeholder } from './rules/stakeholders.ts'
import { slotsOf } from './store/hearings.ts'
import { invitationsTo } from './store/registrations.ts'
import { type Listening, openListening } from './test-needs.ts'

/** An ecosystem as tests find it on 22 July 2020, with who keeps its secretariat and two stakeholders on its map. */
export interface TestMap extends Listening {
  readonly museums: Stakeholder
  readonly visitors: Stakeholder
}

export const weighed = {
  organisationId: null,
  kind: 'administration',
  name: null,
  email: null,
  interest: 4,
  influence: 5,
  involvement: 'consult',
  notes: null,
} as const

export async function openMap(): Promise<TestMap> {
  const listening = await openListening()
  const { house, slug, secretary } = listening
  const organisation = await addOrganisation(house.desk(), { name: 'Direzione generale Musei', kind: 'central' })
  const desk = house.desk(secretary)
  const museums = await addStakeholder(desk, slug, {
    ...weighed,
    organisationId: organisation.id,
    name: 'Mara Musei',
    email: 'mara@example.org',
  })
  const visitors = await addStakeholder(desk, slug, {
    ...weighed,
    kind: 'citizens',
    name: 'Vito Visitatore',
    email: 'vito@example.org',
    influence: 2,
  })
  return { ...listening, museums, visitors }
}

export const call = {
  title: 'Biglietti unici per i musei',
  reason: 'Vogliamo sapere che cosa serve a chi vende e a chi compra.',
  questions: 'Che cosa manca oggi?\nChe cosa si può riusare?',
  openTo: 'anybody',
  opensOn: day('2020-07-22'),
  closesOn: day('2020-07-31'),
  on: day('2020-08-03'),
  starts: '10:00',
  ends: '12:00',
  place: 'Roma, via del Collegio Romano 27',
  link: 'https://meet.example.org/audizione',
  capacity: 2,
} as const satisfies Parameters<typeof callHearing>[2]

export interface TestHearing extends TestMap {
  readonly hearing: Hearing
  readonly slot: Slot
}

export async function openHearing(more: Partial<Parameters<typeof callHearing>[2]> = {}): Promise<TestHearing> {
  const map = await openMap()
  const hearing = await callHearing(map.house.desk(map.secretary), map.slug, { ...call, ...more })
  const [slot] = await slotsOf(map.house.db, [hearing.id])
  return { ...map, hearing, slot: slot as Slot }
}

export const asPerson = (id: string | null): Actor => ({ id: id as PersonId, grants: [], onlyRooms: null })

/** Somebody who can be written to, and has no role. */
export async function personCalled(house: TestHouse, name: string): Promise<Actor> {
  const email = `${name.toLowerCase()}@example.org`
  return asPerson(await invitePerson(house.db, { name, email, lang: 'it' }, house.desk().now))
}

export const speaking = { kind: 'citizens', organisationId: null, subject: null } as const

export async function inviteTo({ house, secretary, hearing, museums, visitors }: TestHearing): Promise<Map<string, string>> {
  await inviteToHearing(house.desk(secretary), hearing.id, { stakeholders: [museums.id, visitors.id] })
  return new Map((await invitationsTo(house.db, hearing.id)).map(({ stakeholderId, id }) => [stakeholderId, id]))
}

export const deskOf = ({ house }: TestMap, stakeholder: Stakeholder): Desk => house.desk(asPerson(stakeholder.personId))

/** A hearing held: both were heard, and the minutes wait for them until 20 August. */
export async function holdHearing(until: Day = day('2020-08-20')): Promise<TestHearing & { readonly statements: Statement[] }> {
  const whole = await openHearing()
  const { house, secretary, hearing, slot, museums, visitors } = whole
  await inviteTo(whole)
  for (const one of [museums, visitors])
    await registerToHearing(deskOf(whole, one), hearing.id, { slotId: slot.id, kind: null, organisationId: null, subject: null })
  house.at('2020-08-04T09:00:00+02:00')
  const desk = house.desk(secretary)
  const first = await addStatement(desk, hearing.id, { stakeholderId: museums.id, text: 'Serve un solo biglietto per tutti i musei.' })
  const second = await addStatement(desk, hearing.id, { stakeholderId: visitors.id, text: 'Comprare in linea è difficile.' })
  await sendMinutes(desk, hearing.id, { until })
  return { ...whole, statements: [first, second] }
}
