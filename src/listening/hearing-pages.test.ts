import { expect, test } from 'vitest'
import { addOrganisation } from '../organisations/index.ts'
import { demoSecret } from '../platform/config.ts'
import { citizen } from '../testing.ts'
import { registerToHearing } from './actions/registrations.ts'
import { hearingInvitationToken } from './secret-links.ts'
import { asPerson, call, inviteTo, openHearing, openMap, personCalled, speaking } from './test-hearings.ts'

const told = async (response: Response | Promise<Response>) => {
  const answer = await response
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
}

test('a hearing is called from its page, and its public page tells whom and when', async () => {
  const { house, slug, secretary } = await openMap()
  const form = { ...call, capacity: '2' }
  const { status, to } = await told(house.ask(`/ecosistemi/${slug}/audizioni/nuova`, { as: secretary, form }))
  expect(status).toBe(303)
  const address = to.split('?')[0] ?? ''
  const page = await house.read(address)
  for (const words of [
    'Biglietti unici per i musei',
    'iscrizioni aperte',
    'lunedì 3 agosto 2020, dalle 10:00 alle 12:00',
    '2 posti liberi su 2',
  ])
    expect(page).toContain(words)
  expect(page).not.toContain('meet.example.org')
  expect(await house.read(`/ecosistemi/${slug}/audizioni`)).toContain('Biglietti unici per i musei')
  expect(await house.read(`/en/ecosistemi/${slug}/ascolto`)).toContain('Listening in Beni culturali')
})

test('a hearing that is refused comes back filled in', async () => {
  const { house, slug, secretary } = await openMap()
  const form = { ...call, on: '2020-07-01', capacity: '2' }
  const answer = await told(house.ask(`/ecosistemi/${slug}/audizioni/nuova`, { as: secretary, form }))
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Un turno si fissa, o si sposta, a un momento che deve ancora venire')
  expect(answer.text).toContain('value="Biglietti unici per i musei"')
})

test('whoever entered registers, sees how to join, and withdraws', async () => {
  const { house, hearing, slot } = await openHearing()
  const anna = await personCalled(house, 'Anna')
  expect((await house.ask(`/audizioni/${hearing.id}/iscrizione`)).status).toBe(401)
  expect(await house.read(`/audizioni/${hearing.id}/iscrizione`, anna)).toContain('2 posti liberi su 2')
  const form = { slotId: slot.id, kind: 'citizens', subject: 'Le code' }
  const { to } = await told(house.ask(`/audizioni/${hearing.id}/iscrizione`, { as: anna, form }))
  expect(to).toBe(`/audizioni/${hearing.id}?fatto=iscritto`)
  const page = await house.read(`/audizioni/${hearing.id}`, anna)
  expect(page).toContain('Hai un posto')
  expect(page).toContain('https://meet.example.org/audizione')
  expect((await house.ask(`/audizioni/${hearing.id}/iscrizione`, { as: anna })).status).toBe(409)
  await house.ask(`/audizioni/${hearing.id}/iscrizione/ritiro`, { as: anna, form: {} })
  expect(await house.read(`/audizioni/${hearing.id}`, anna)).not.toContain('Hai un posto')
})

test('a file that is not what it says is refused, and what was written stays', async () => {
  const { house, hearing, slot } = await openHearing()
  const anna = await personCalled(house, 'Anna')
  const file = new File(['MZ\u0000\u0001 not a document'], 'memoria.pdf', { type: 'application/pdf' })
  const form = { slotId: slot.id, kind: 'citizens', subject: 'Le code', file }
  const answer = await told(house.ask(`/audizioni/${hearing.id}/iscrizione`, { as: anna, form }))
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Le code')
  const large = new File([new Uint8Array(50 * 1024 * 1024)], 'memoria.pdf', { type: 'application/pdf' })
  const refused = await told(house.ask(`/audizioni/${hearing.id}/iscrizione`, { as: anna, form: { ...form, file: large } }))
  expect(refused.status).toBe(413)
})

test('what somebody leaves in writing is read by those who hear, and by nobody else', async () => {
  const { house, secretary, hearing, slot } = await openHearing()
  const anna = await personCalled(house, 'Anna')
  const file = new File(['Le code sono lunghe.'], 'memoria.txt', { type: 'text/plain' })
  await house.ask(`/audizioni/${hearing.id}/iscrizione`, { as: anna, form: { slotId: slot.id, kind: 'citizens', subject: '', file } })
  const page = await house.read(`/audizioni/${hearing.id}`, secretary)
  const [, path = ''] = /href="(\/file\/[^"]+)"/.exec(page) ?? []
  expect((await house.ask(path, { as: secretary })).status).toBe(200)
  expect((await house.ask(path, { as: anna })).status).toBe(200)
  for (const other of [undefined, citizen()]) expect([401, 403, 404]).toContain((await house.ask(path, other ? { as: other } : {})).status)
})

test('the link of an invitation works without an account, and is refused to whoever entered as somebody else', async () => {
  const whole = await openHearing({ openTo: 'invited' })
  const { house, hearing, slot, museums, visitors } = whole
  const invitations = await inviteTo(whole)
  const address = `/inviti/audizioni/${hearingInvitationToken(demoSecret, invitations.get(museums.id) ?? '')}`
  const page = await told(house.ask(address))
  expect(page.text).toContain('L’invito è per Mara Musei.')
  expect((await house.ask(address, { as: asPerson(visitors.personId) })).status).toBe(403)
  const nothing = await told(house.ask(address, { form: {} }))
  expect(nothing.status).toBe(422)
  expect((await told(house.ask(address, { form: { slotId: slot.id, subject: 'Il biglietto' } }))).text).toContain('Hai un posto')
  expect((await told(house.ask(address))).text).toContain('https://meet.example.org/audizione')
  expect((await told(house.ask(address, { form: { act: 'withdraw' } }))).text).toContain('Ti sei ritirato')
  expect((await told(house.ask(address, { form: { act: 'decline' } }))).text).toContain('Hai detto che non ci sarai.')
  house.at('2020-08-01T09:00:00+02:00')
  expect((await told(house.ask(address))).text).toContain('Non ci si può più iscrivere.')
  expect((await house.ask(`${address}x`)).status).toBe(404)
  expect(hearing.openTo).toBe('invited')
})

test('the secretariat sees the day as it will go, and who waits', async () => {
  const { house, secretary, hearing, slot } = await openHearing({ capacity: 1 })
  for (const name of ['Anna', 'Berto'])
    await registerToHearing(house.desk(await personCalled(house, name)), hearing.id, {
      slotId: slot.id,
      ...speaking,
      subject: `Da ${name}`,
    })
  const page = await house.read(`/audizioni/${hearing.id}`, secretary)
  for (const words of ['Anna', 'Da Berto', 'attesa, 1', 'nessun posto libero, una persona aspetta']) expect(page).toContain(words)
  expect(await house.read(`/audizioni/${hearing.id}`)).not.toContain('Da Berto')
})

test('the calendar of a hearing tells its slots, and where to join to those registered alone', async () => {
  const { house, hearing, slot } = await openHearing()
  const anna = await personCalled(house, 'Anna')
  await registerToHearing(house.desk(anna), hearing.id, { slotId: slot.id, ...speaking })
  const address = `/audizioni/${hearing.id}/calendario.ics`
  const open = await house.read(address)
  expect(open).toContain('DTSTART:20200803T080000Z')
  expect(open).not.toContain('meet.example.org')
  expect(await house.read(address, anna)).toContain('meet.example.org')
})

test('an organisation suggested without script comes back in the form', async () => {
  const { house, hearing, slot } = await openHearing()
  await addOrganisation(house.desk(), { name: 'Associazione Amici dei Musei', kind: 'association' })
  const anna = await personCalled(house, 'Anna')
  const form = { slotId: slot.id, 'organisationId-query': 'amici', 'organisationId-search': '1' }
  const answer = await told(house.ask(`/audizioni/${hearing.id}/iscrizione`, { as: anna, form }))
  expect(answer.text).toContain('Associazione Amici dei Musei')
})
