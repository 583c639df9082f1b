import { expect, test } from 'vitest'
import { addOrganisation } from '../organisations/index.ts'
import { demoSecret } from '../platform/config.ts'
import { citizen } from '../testing.ts'
import { agreeWithMinutes, amendStatement } from './actions/amendments.ts'
import { editStatement } from './actions/minutes.ts'
import { registerToHearing } from './actions/registrations.ts'
import { hearingInvitationToken } from './secret-links.ts'
import { asPerson, call, deskOf, holdHearing, inviteTo, openHearing, openMap, personCalled, speaking } from './test-hearings.ts'

const told = async (response: Response | Promise<Response>) => {
  const answer = await response
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
}

test('the map shows organisations to all, and people who speak for themselves as a person', async () => {
  const { house, slug, secretary, museums, visitors } = await openMap()
  const page = await house.read(`/ecosistemi/${slug}/portatori`)
  expect(page).toContain('Direzione generale Musei')
  expect(page).toContain('Una persona')
  expect(page).not.toContain('Vito Visitatore')
  expect(page).not.toContain('Mara Musei')
  expect(page).toContain('Nessuna associazione di cittadini è ancora stata ascoltata.')
  expect(page).toContain('Direzione generale Musei: influenza alta, mai coinvolto.')
  expect(await house.read(`/ecosistemi/${slug}/portatori`, secretary)).toContain('Vito Visitatore')
  expect(await house.read(`/portatori/${museums.id}`)).not.toContain('Mara Musei')
  const self = asPerson(visitors.personId)
  await house.ask(`/portatori/${visitors.id}/nome`, { as: self, form: { shows: 'on' } })
  expect(await house.read(`/en/ecosistemi/${slug}/portatori`)).toContain('Vito Visitatore')
})

test('the map is filtered by address', async () => {
  const { house, slug } = await openMap()
  const citizens = await house.read(`/ecosistemi/${slug}/portatori?tipo=citizens`)
  expect(citizens).toContain('Una persona')
  expect(citizens).not.toContain('>Direzione generale Musei</a>')
  expect(await house.read(`/ecosistemi/${slug}/portatori?ascoltati=si`)).toContain('Nessuno corrisponde a questi filtri.')
  expect(await house.read(`/ecosistemi/${slug}/portatori?interesse=4&influenza=5`)).toContain('>Direzione generale Musei</a>')
  expect(await house.read(`/ecosistemi/${slug}/portatori?interesse=9&tipo=x`)).toContain('Direzione generale Musei')
})

test('the number of statements of the map does not grow with those on it', async () => {
  const { house, slug, secretary } = await openMap()
  const read = () => house.read(`/ecosistemi/${slug}/portatori`, secretary)
  await read()
  const before = await house.countQueries(read)
  for (let n = 0; n < 5; n += 1)
    await house.ask(`/ecosistemi/${slug}/portatori/nuovo`, {
      as: secretary,
      form: { name: `Nome ${n}`, email: `n${n}@example.org`, kind: 'firm', interest: '3', influence: '5', involvement: 'consult' },
    })
  expect(await read()).toContain('Nome 4')
  expect(await house.countQueries(read)).toBe(before)
})

test('a refused stakeholder comes back filled in', async () => {
  const { house, slug, secretary } = await openMap()
  const form = { name: 'Solo Nome', email: '', kind: 'firm', interest: '3', influence: '5', involvement: 'consult', notes: 'Da sentire' }
  const answer = await told(house.ask(`/ecosistemi/${slug}/portatori/nuovo`, { as: secretary, form }))
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Di una persona servono sia il nome sia l’indirizzo di posta')
  expect(answer.text).toContain('value="Solo Nome"')
  expect(answer.text).toContain('Da sentire')
  expect((await house.ask(`/ecosistemi/${slug}/portatori/nuovo`, { as: citizen() })).status).toBe(403)
})

test('two who weigh one stakeholder at once do not write over each other', async () => {
  const { house, secretary, museums } = await openMap()
  const form = { kind: 'administration', interest: '1', influence: '1', involvement: 'inform', revision: '0' }
  expect((await told(house.ask(`/portatori/${museums.id}/modifica`, { as: secretary, form }))).status).toBe(303)
  expect((await told(house.ask(`/portatori/${museums.id}/modifica`, { as: secretary, form }))).status).toBe(422)
})

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

test('drafts are for those who keep the hearing; what was sent, for those heard; what is final, for all', async () => {
  const whole = await holdHearing()
  const { house, secretary, hearing, museums, visitors, statements } = whole
  const address = `/audizioni/${hearing.id}/verbale`
  const text = 'Serve un solo biglietto'
  expect(await house.read(address)).not.toContain(text)
  expect(await house.read(address, citizen())).not.toContain(text)
  expect(await house.read(address, secretary)).toContain(text)
  const page = await house.read(address, asPerson(museums.personId))
  expect(page).toContain(text)
  expect(page).toContain('Sei stato ascoltato: va bene così?')

  await house.ask(`${address}/consenso`, { as: asPerson(museums.personId), form: {} })
  const amend = `${address}/interventi/${statements[1]?.id}/emendamento`
  expect(await house.read(amend, asPerson(visitors.personId))).toContain('Comprare in linea è difficile.')
  await house.ask(amend, { as: asPerson(visitors.personId), form: { text: 'Comprare in linea è impossibile.' } })
  const kept = await house.read(address, secretary)
  expect(kept).toContain('aspetta un esito')
  const [, outcome = ''] = /href="(\/audizioni\/[^"]+\/emendamenti\/[^"]+)"/.exec(kept) ?? []
  expect(await house.read(outcome, secretary)).toContain('Che cosa cambierebbe')
  const rejected = await told(house.ask(outcome, { as: secretary, form: { outcome: 'rejected', text: '', reason: '', base: '1' } }))
  expect(rejected.status).toBe(422)
  await house.ask(outcome, { as: secretary, form: { outcome: 'rejected', text: '', reason: 'Non è stato detto così', base: '1' } })
  await house.ask(`${address}/chiusura`, { as: secretary, form: { version: '2' } })
  const final = await house.read(address)
  expect(final).toContain(text)
  expect(final).toContain('definitivo')
  expect(final).not.toContain('Non è stato detto così')
  expect(await house.read(`/audizioni/${hearing.id}`)).toContain('Direzione generale Musei')
  expect(await house.read(`/portatori/${museums.id}`)).toContain('Ascoltato in audizione')
})

test('whoever saves a statement second sees both texts, and chooses', async () => {
  const { house, secretary, hearing, statements } = await holdHearing()
  const id = statements[0]?.id ?? ''
  const address = `/audizioni/${hearing.id}/verbale/interventi/${id}`
  await editStatement(house.desk(secretary), hearing.id, id, { text: 'Il testo di chi ha salvato prima', base: 1 })
  const clash = await told(house.ask(address, { as: secretary, form: { text: 'Il mio testo', base: '1' } }))
  expect(clash.status).toBe(409)
  for (const words of ['Due testi, e nessuno è perso', 'Il testo di chi ha salvato prima', 'Il mio testo'])
    expect(clash.text).toContain(words)
  expect((await told(house.ask(address, { as: secretary, form: { text: 'Il mio testo', base: '2' } }))).status).toBe(303)
})

test('a statement is marked as a need, which keeps its link both ways', async () => {
  const whole = await holdHearing()
  const { house, secretary, hearing, statements, museums, visitors } = whole
  const address = `/audizioni/${hearing.id}/verbale/interventi/${statements[0]?.id}/esigenza`
  expect(await house.read(address, secretary)).toContain('Serve un solo biglietto')
  const form = { statement: 'Un biglietto unico per tutti i musei', why: '', voiceKind: 'administration' }
  expect((await told(house.ask(address, { as: secretary, form }))).to).toContain('fatto=esigenza')
  expect(await house.read(`/audizioni/${hearing.id}/verbale`, secretary)).toContain('Un biglietto unico per tutti i musei')
  const need = await house.db.selectFrom('need').selectAll().executeTakeFirstOrThrow()
  expect(need).toMatchObject({ sourceKind: 'hearing', sourceId: statements[0]?.id, stakeholderId: museums.id })
  for (const one of [museums, visitors]) await agreeWithMinutes(deskOf(whole, one), hearing.id)
  await house.ask(`/audizioni/${hearing.id}/verbale/chiusura`, { as: secretary, form: { version: '2' } })
  expect(await house.read(`/audizioni/${hearing.id}`)).toContain('Un biglietto unico per tutti i musei')
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

test('those who amend see their own amendments, and not those of others', async () => {
  const whole = await holdHearing()
  const { house, hearing, museums, visitors, statements } = whole
  await amendStatement(deskOf(whole, museums), hearing.id, statements[0]?.id ?? '', { text: 'Un biglietto solo.' })
  const address = `/audizioni/${hearing.id}/verbale`
  expect(await house.read(address, asPerson(museums.personId))).toContain('Un biglietto solo.')
  expect(await house.read(address, asPerson(visitors.personId))).not.toContain('Un biglietto solo.')
})

test('an organisation suggested without script comes back in the form', async () => {
  const { house, hearing, slot } = await openHearing()
  await addOrganisation(house.desk(), { name: 'Associazione Amici dei Musei', kind: 'association' })
  const anna = await personCalled(house, 'Anna')
  const form = { slotId: slot.id, 'organisationId-query': 'amici', 'organisationId-search': '1' }
  const answer = await told(house.ask(`/audizioni/${hearing.id}/iscrizione`, { as: anna, form }))
  expect(answer.text).toContain('Associazione Amici dei Musei')
})
