import { expect, test } from 'vitest'
import type { Actor } from '../charter/policy.ts'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { citizen } from '../testing.ts'
import { openCall } from './actions/calls.ts'
import { mergeNeeds } from './actions/merging.ts'
import { correctNeed } from './actions/needs.ts'
import { proposeNeed } from './actions/proposals.ts'
import { type Listening, openListening, personIn, recordIn, tickets } from './test-needs.ts'

const { stakeholderId: _, ...said } = tickets
const form = { statement: 'Orari dei musei sempre aggiornati', voiceKind: 'firms' }
const window = { title: 'Che cosa manca?', guidance: 'Una cosa per volta.', opensOn: day('2020-07-22'), closesOn: day('2020-08-31') }
const callIn = ({ house, secretary, slug }: Listening) => openCall(house.desk(secretary), slug, window)

async function proposed(listening: Listening, author: Actor) {
  const call = await callIn(listening)
  return proposeNeed(listening.house.desk(author), call.id, { ...said, key: newId() })
}

test('the list of needs is public, filters by its address, and a page has the same number of queries however many there are', async () => {
  const listening = await openListening()
  const { house, slug } = listening
  await recordIn(listening)
  const one = await house.countQueries(() => house.read(`/ecosistemi/${slug}/esigenze`))
  for (let n = 0; n < 5; n += 1) await recordIn(listening, { voiceKind: 'firms' })
  expect(await house.countQueries(() => house.read(`/ecosistemi/${slug}/esigenze`))).toBe(one)
  const page = await house.read(`/en/ecosistemi/${slug}/esigenze?voce=firms&peso=3&ordine=severity&q=biglietto`)
  expect(page).toContain('E-2')
  expect(page).not.toContain('E-1<')
  expect(await house.read(`/ecosistemi/${slug}/esigenze?stato=covered`)).toContain('Nessuna esigenza corrisponde')
})

test('the table is downloaded with the filters of the address', async () => {
  const listening = await openListening()
  await recordIn(listening)
  await recordIn(listening, { voiceKind: 'firms', statement: '=1+1' })
  const response = await listening.house.ask(`/ecosistemi/${listening.slug}/esigenze.csv?voce=firms`)
  const text = await response.text()
  expect(response.headers.get('content-type')).toContain('text/csv')
  expect(text).toContain('"E-2","\'=1+1"')
  expect(text).not.toContain('E-1')
})

test('a need is recorded by form; what is missing is told with the form filled in', async () => {
  const { house, slug, secretary } = await openListening()
  const path = `/ecosistemi/${slug}/esigenze/nuova`
  const refused = await house.ask(path, { as: secretary, form: { statement: form.statement } })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain(form.statement)
  const done = await house.ask(path, { as: secretary, form })
  expect(done.status).toBe(303)
  expect(await house.read(done.headers.get('location') as string)).toContain('L’esigenza è registrata')
  expect((await house.ask(path, { as: citizen() })).status).toBe(403)
})

test('bad input is refused with what to do', async () => {
  const { house, slug, secretary } = await openListening()
  for (const statement of ['x'.repeat(200_000), 'nul\u0000', '   '])
    expect((await house.ask(`/ecosistemi/${slug}/esigenze/nuova`, { as: secretary, form: { ...form, statement } })).status).toBe(422)
  for (const path of ['/esigenze/nulla', `/esigenze/${newId()}`, `/raccolte/${newId()}`, '/ecosistemi/nulla/esigenze'])
    expect((await house.ask(path)).status, path).toBe(404)
  expect((await house.ask(`/ecosistemi/${slug}/esigenze?da=!!&peso=9&voce=x`)).status).toBe(400)
  expect((await house.ask(`/ecosistemi/${slug}/esigenze?q=%00&peso=9&voce=x`)).status).toBeLessThan(500)
})

test('the page of a need tells its history and what was merged into it; a merged one leads to the one that stands', async () => {
  const listening = await openListening()
  const { house, secretary } = listening
  const desk = house.desk(secretary)
  const [one, two] = [await recordIn(listening), await recordIn(listening, { statement: 'Biglietto unico dei musei' })]
  await correctNeed(desk, one.id, { ...tickets, why: 'Per le famiglie.', revision: 0, correction: 'Mancavano le famiglie.' })
  await mergeNeeds(desk, two.id, { intoId: one.id, reason: 'Chiedono lo stesso biglietto.' })
  const page = await house.read(`/esigenze/${one.id}`)
  for (const words of ['Mancavano le famiglie.', 'E-2 Biglietto unico dei musei', 'Chiedono lo stesso biglietto.', 'senza risposta'])
    expect(page).toContain(words)
  expect(await house.read(`/en/esigenze/${two.id}`)).toContain('merged into E-1')
})

test('similar needs stand side by side and are merged, or told apart', async () => {
  const listening = await openListening()
  const { house, slug, secretary } = listening
  const [one, two] = [await recordIn(listening), await recordIn(listening, { statement: 'Un biglietto unico per i musei della città' })]
  const queue = `/ecosistemi/${slug}/esigenze/simili`
  expect(await house.read(queue, secretary)).toContain('E-1 e E-2')
  expect(await house.read(`/esigenze/${two.id}/unione?con=${one.id}`, secretary)).toContain('checked')
  await house.ask(`${queue}/diverse`, { as: secretary, form: { needId: two.id, otherId: one.id } })
  expect(await house.read(queue, secretary)).toContain('Nessuna coppia')
  expect((await house.ask(queue, { as: citizen() })).status).toBe(403)
})

test('a proposal is sent by form, read by its author and the secretariat alone, and answered with a reason', async () => {
  const listening = await openListening()
  const { house, slug, secretary } = listening
  const call = await callIn(listening)
  const ada = await personIn(house)
  expect(await house.read(`/ecosistemi/${slug}/esigenze`)).toContain('Proponi un’esigenza')
  const page = await house.read(`/raccolte/${call.id}/proposta`, ada)
  const key = /name="key" value="([^"]+)"/.exec(page)?.[1] as string
  const sent = await house.ask(`/raccolte/${call.id}/proposta`, { as: ada, form: { ...form, key } })
  const address = (sent.headers.get('location') as string).replace('?fatto=mandata', '')
  expect(await house.read(address, ada)).toContain('in attesa di risposta')
  expect((await house.ask(address)).status).toBe(401)
  expect((await house.ask(address, { as: citizen() })).status).toBe(404)
  expect(await house.read(`/ecosistemi/${slug}/esigenze`)).not.toContain(form.statement)
  expect(await house.read(`/ecosistemi/${slug}/esigenze/proposte`, secretary)).toContain(form.statement)
  const refused = await house.ask(`${address}/esito`, { as: secretary, form: { outcome: 'accepted', reason: '' } })
  expect(refused.status).toBe(422)
  await house.ask(`${address}/esito`, { as: secretary, form: { outcome: 'accepted', reason: 'È chiara e riguarda i musei.' } })
  expect(await house.read(address, ada)).toContain('È chiara e riguarda i musei.')
  expect(await house.read('/esigenze/mie', ada)).toContain('accolta')
  expect(await house.read(`/ecosistemi/${slug}/esigenze?origine=call`)).toContain(form.statement)
})

test('what was written when a call closed stays in the form', async () => {
  const listening = await openListening()
  const call = await callIn(listening)
  const ada = await personIn(listening.house)
  listening.house.at('2020-09-01T00:00:01+02:00')
  const late = await listening.house.ask(`/raccolte/${call.id}/proposta`, { as: ada, form: { ...form, key: newId() } })
  expect(late.status).toBe(422)
  const text = await late.text()
  expect(text).toContain(form.statement)
  expect(text).toContain('si è chiusa')
})

test('a call is opened and changed by form; its page tells its numbers to everybody', async () => {
  const listening = await openListening()
  const { house, slug, secretary } = listening
  const path = `/ecosistemi/${slug}/raccolte/nuova`
  const bad = await house.ask(path, { as: secretary, form: { ...window, closesOn: '2020-07-01' } })
  expect(bad.status).toBe(422)
  expect(await bad.text()).toContain('L’ultimo giorno non può venire prima')
  const done = await house.ask(path, { as: secretary, form: window })
  const address = (done.headers.get('location') as string).split('?')[0] as string
  expect(await house.read(address)).toContain('Ricevute')
  expect((await house.ask(`${address}/modifica`, { as: secretary, form: { ...window, closesOn: '2020-09-30' } })).status).toBe(303)
  expect(await house.read(`/ecosistemi/${slug}/raccolte`)).toContain(window.title)
})

test('its author withdraws a proposal by form', async () => {
  const listening = await openListening()
  const ada = await personIn(listening.house)
  const { id } = await proposed(listening, ada)
  expect((await listening.house.ask(`/esigenze/proposte/${id}/ritiro`, { as: ada, form: {} })).status).toBe(303)
  expect(await listening.house.read(`/esigenze/proposte/${id}`, ada)).toContain('ritirata')
})
