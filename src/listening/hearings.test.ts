import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { addOrganisation } from '../organisations/index.ts'
import { citizen } from '../testing.ts'
import { callHearing, cancelHearing, changeHearing, linkRecording } from './actions/hearings.ts'
import { declineInvitation, deskByLink, inviteToHearing, openInvitation } from './actions/invitations.ts'
import { registerToHearing, withdrawFromHearing } from './actions/registrations.ts'
import { addSlot, changeSlot, removeSlot } from './actions/slots.ts'
import { hearingState } from './rules/hearings.ts'
import { hearingInvitationToken } from './secret-links.ts'
import { getHearing, slotsOf } from './store/hearings.ts'
import { invitationsTo, registrationsIn } from './store/registrations.ts'
import { call, deskOf, inviteTo, openHearing, openMap, personCalled, speaking } from './test-hearings.ts'

const refused = (slug: string) => expect.objectContaining({ kind: expect.objectContaining({ slug }) })

const slotTold = { on: day('2020-08-03'), starts: '14:00', ends: '15:00', place: 'Roma', link: null, capacity: 1 }

test('a hearing is called with its first slot, and its state follows the clock', async () => {
  const { house, hearing, slot } = await openHearing({ opensOn: day('2020-07-24') })
  const state = (at: string) => hearingState(hearing, [slot], new Date(at))
  expect(hearing).toMatchObject({ number: 1, revision: 0 })
  expect(state('2020-07-23T12:00:00+02:00')).toBe('called')
  expect(state('2020-07-24T00:00:00+02:00')).toBe('open')
  expect(state('2020-07-31T23:59:00+02:00')).toBe('open')
  expect(state('2020-08-01T00:00:00+02:00')).toBe('closed')
  expect(state('2020-08-03T10:00:00+02:00')).toBe('under-way')
  expect(state('2020-08-03T12:00:00+02:00')).toBe('held')
  expect(await slotsOf(house.db, [hearing.id])).toHaveLength(1)
})

test.each([
  ['a slot in the past', { on: day('2020-07-21') }, 'slot-in-the-past'],
  ['a slot that ends before it begins', { ends: '09:00' }, 'slot-ends-before-start'],
  ['a slot nowhere', { place: null, link: null }, 'slot-without-place'],
  ['a window that ends before it begins', { closesOn: day('2020-07-21') }, 'registration-window-backwards'],
  ['registrations after the hearing', { closesOn: day('2020-08-04') }, 'registrations-after-the-hearing'],
])('%s is refused', async (_, more, slug) => {
  const { house, slug: ecosystem, secretary } = await openMap()
  await expect(callHearing(house.desk(secretary), ecosystem, { ...call, ...more })).rejects.toEqual(refused(slug))
})

test('a time that clocks skip in spring is refused', async () => {
  const { house, slug, secretary } = await openMap()
  const skipped = { on: day('2021-03-28'), starts: '02:30', ends: '04:00' }
  await expect(callHearing(house.desk(secretary), slug, { ...call, ...skipped })).rejects.toEqual(refused('time-not-there'))
})

test('only those who keep the ecosystem call a hearing', async () => {
  const { house, slug } = await openMap()
  await expect(callHearing(house.desk(citizen()), slug, call)).rejects.toEqual(refused('not-allowed'))
})

test('slots never overlap, and the last one stays', async () => {
  const { house, secretary, hearing, slot } = await openHearing()
  const desk = house.desk(secretary)
  await expect(addSlot(desk, hearing.id, { ...slotTold, starts: '11:30' })).rejects.toEqual(refused('slots-overlap'))
  await expect(removeSlot(desk, hearing.id, slot.id)).rejects.toEqual(refused('last-slot'))
  const second = await addSlot(desk, hearing.id, slotTold)
  await expect(changeSlot(desk, hearing.id, second.id, { ...slotTold, starts: '11:00' })).rejects.toEqual(refused('slots-overlap'))
  await changeSlot(desk, hearing.id, second.id, { ...slotTold, starts: '12:00', ends: '13:00' })
  await removeSlot(desk, hearing.id, slot.id)
  expect((await slotsOf(house.db, [hearing.id])).map(({ id }) => id)).toEqual([second.id])
  expect((await getHearing(house.db, hearing.id)).revision).toBe(3)
})

test('a slot in which somebody is registered is moved, not taken away, and keeps room for them', async () => {
  const { house, secretary, hearing, slot } = await openHearing()
  const desk = house.desk(secretary)
  await addSlot(desk, hearing.id, slotTold)
  for (const name of ['Anna', 'Berto'])
    await registerToHearing(house.desk(await personCalled(house, name)), hearing.id, { slotId: slot.id, ...speaking })
  await expect(removeSlot(desk, hearing.id, slot.id)).rejects.toEqual(refused('slot-with-registrations'))
  const smaller = { ...slotTold, starts: '10:00', ends: '11:00', capacity: 1 }
  await expect(changeSlot(desk, hearing.id, slot.id, smaller)).rejects.toEqual(refused('capacity-below-registrations'))
})

test('whoever comes when a slot is full waits, and gets the place of whoever withdraws', async () => {
  const { house, hearing, slot } = await openHearing()
  const people = await Promise.all(['Anna', 'Berto', 'Carla', 'Dino'].map((name) => personCalled(house, name)))
  const [anna, , carla] = people
  const places = []
  for (const person of people) {
    const { waiting } = await registerToHearing(house.desk(person), hearing.id, { slotId: slot.id, ...speaking })
    places.push(waiting)
  }
  expect(places).toEqual([null, null, 1, 2])
  await withdrawFromHearing(house.desk(anna), hearing.id)
  const [told] = await house.db.selectFrom('event').select('facts').where('act', '=', 'listening.withdraw').execute()
  const next = (await registrationsIn(house.db, [hearing.id])).find(({ personId }) => personId === carla?.id)
  expect(told?.facts).toMatchObject({ next: next?.id })
  await expect(withdrawFromHearing(house.desk(anna), hearing.id)).rejects.toEqual(refused('not-registered'))
})

test('two who take the last place at once do not both get it', async () => {
  const { house, hearing, slot } = await openHearing({ capacity: 1 })
  const people = await Promise.all(['Anna', 'Berto'].map((name) => personCalled(house, name)))
  const answers = await Promise.all(
    people.map((person) => registerToHearing(house.desk(person), hearing.id, { slotId: slot.id, ...speaking })),
  )
  expect(answers.map(({ waiting }) => waiting).sort()).toEqual([1, null])
})

test('nobody registers twice, nor do two people for one organisation', async () => {
  const { house, hearing, slot } = await openHearing()
  const { id: organisationId } = await addOrganisation(house.desk(), { name: 'Associazione Amici dei Musei', kind: 'association' })
  const [anna, berto] = [await personCalled(house, 'Anna'), await personCalled(house, 'Berto')]
  const input = { slotId: slot.id, ...speaking, organisationId }
  await registerToHearing(house.desk(anna), hearing.id, input)
  await expect(registerToHearing(house.desk(anna), hearing.id, input)).rejects.toEqual(refused('registered-already'))
  await expect(registerToHearing(house.desk(berto), hearing.id, input)).rejects.toEqual(refused('stakeholder-registered-already'))
  await withdrawFromHearing(house.desk(anna), hearing.id)
  expect((await registerToHearing(house.desk(berto), hearing.id, input)).waiting).toBeNull()
})

test('before and after the window nobody registers', async () => {
  const { house, hearing, slot } = await openHearing({ opensOn: day('2020-07-24') })
  const anna = await personCalled(house, 'Anna')
  const input = { slotId: slot.id, ...speaking }
  await expect(registerToHearing(house.desk(anna), hearing.id, input)).rejects.toEqual(refused('registrations-not-open'))
  house.at('2020-08-01T09:00:00+02:00')
  await expect(registerToHearing(house.desk(anna), hearing.id, input)).rejects.toEqual(refused('registrations-closed'))
})

test('a hearing for those invited takes nobody else; one for stakeholders takes those on the map', async () => {
  const whole = await openHearing({ openTo: 'invited' })
  const { house, hearing, slot, museums, visitors } = whole
  const input = { slotId: slot.id, ...speaking }
  await expect(registerToHearing(deskOf(whole, visitors), hearing.id, input)).rejects.toEqual(refused('hearing-for-those-invited'))
  await inviteTo(whole)
  expect((await registerToHearing(deskOf(whole, museums), hearing.id, { ...input, kind: null })).registration.stakeholderId).toBe(
    museums.id,
  )

  const other = await openHearing({ openTo: 'stakeholders' })
  const anna = await personCalled(other.house, 'Anna')
  const there = { slotId: other.slot.id, ...speaking }
  await expect(registerToHearing(other.house.desk(anna), other.hearing.id, there)).rejects.toEqual(refused('hearing-for-stakeholders'))
  await registerToHearing(deskOf(other, other.visitors), other.hearing.id, there)
  expect(house.db).not.toBe(other.house.db)
})

test('whoever registers without being on the map comes onto it, to be weighed', async () => {
  const { house, hearing, slot } = await openHearing()
  const anna = await personCalled(house, 'Anna')
  const input = { slotId: slot.id, kind: null, organisationId: null, subject: null }
  await expect(registerToHearing(house.desk(anna), hearing.id, input)).rejects.toEqual(refused('registration-kind-needed'))
  const { registration } = await registerToHearing(house.desk(anna), hearing.id, { ...input, kind: 'open-data' })
  const stakeholder = await house.db
    .selectFrom('stakeholder')
    .selectAll()
    .where('id', '=', registration.stakeholderId)
    .executeTakeFirstOrThrow()
  expect(stakeholder).toMatchObject({ kind: 'open-data', interest: null, personId: anna.id })
})

test('an invitation link answers for the person invited, and for nobody else', async () => {
  const whole = await openHearing()
  const { house, hearing, slot, museums, visitors } = whole
  const secret = 'a secret of thirty-two characters'
  const invitations = await inviteTo(whole)
  const token = hearingInvitationToken(secret, invitations.get(museums.id) ?? '')
  const nobodys = { ...house.desk(), actor: { id: null, grants: [], onlyRooms: null } }
  await expect(openInvitation(nobodys, secret, `${token}x`)).rejects.toEqual(refused('hearing-invitation-unknown'))
  await expect(openInvitation(nobodys, 'another secret of the same length', token)).rejects.toEqual(refused('hearing-invitation-unknown'))
  await expect(openInvitation(deskOf(whole, visitors), secret, token)).rejects.toEqual(refused('hearing-invitation-of-another'))
  const { desk } = await deskByLink(nobodys, secret, token)
  await registerToHearing(desk, hearing.id, { slotId: slot.id, kind: null, organisationId: null, subject: null })
  expect((await registrationsIn(house.db, [hearing.id])).map(({ personId }) => personId)).toEqual([museums.personId])
})

test('whoever declines may still change their mind', async () => {
  const whole = await openHearing()
  const { house, hearing, slot, museums } = whole
  await inviteTo(whole)
  const desk = deskOf(whole, museums)
  await declineInvitation(desk, hearing.id)
  await expect(declineInvitation(desk, hearing.id)).rejects.toEqual(refused('hearing-invitation-declined'))
  await registerToHearing(desk, hearing.id, { slotId: slot.id, kind: null, organisationId: null, subject: null })
  expect((await invitationsTo(house.db, hearing.id)).every(({ declinedAt }) => declinedAt === null)).toBe(true)
})

test('nobody is invited twice', async () => {
  const whole = await openHearing()
  const { house, secretary, hearing, museums } = whole
  await inviteTo(whole)
  const again = inviteToHearing(house.desk(secretary), hearing.id, { stakeholders: [museums.id] })
  await expect(again).rejects.toEqual(refused('nobody-to-invite'))
})

test('two who change the call at once do not write over each other', async () => {
  const { house, secretary, hearing } = await openHearing()
  const { title, reason, questions, openTo, opensOn, closesOn } = call
  const changed = { title: `${title}!`, reason, questions, openTo, opensOn, closesOn, revision: 0 }
  await changeHearing(house.desk(secretary), hearing.id, changed)
  await expect(changeHearing(house.desk(secretary), hearing.id, changed)).rejects.toEqual(refused('conflict'))
})

test('a hearing that was cancelled takes nothing more', async () => {
  const { house, secretary, hearing, slot } = await openHearing()
  await cancelHearing(house.desk(secretary), hearing.id, { reason: 'Sciopero' })
  const anna = await personCalled(house, 'Anna')
  const late = registerToHearing(house.desk(anna), hearing.id, { slotId: slot.id, ...speaking })
  await expect(late).rejects.toEqual(refused('hearing-cancelled'))
  await expect(cancelHearing(house.desk(secretary), hearing.id, { reason: 'Di nuovo' })).rejects.toEqual(refused('hearing-cancelled'))
})

test('a recording is linked once the hearing has begun', async () => {
  const { house, secretary, hearing } = await openHearing()
  const input = { link: 'https://video.example.org/1' }
  await expect(linkRecording(house.desk(secretary), hearing.id, input)).rejects.toEqual(refused('hearing-not-begun'))
  house.at('2020-08-03T11:00:00+02:00')
  await linkRecording(house.desk(secretary), hearing.id, input)
  expect((await getHearing(house.db, hearing.id)).recordingLink).toBe(input.link)
})
