import { expect, test } from 'vitest'
import { citizen } from '../testing.ts'
import { agreeWithMinutes, amendStatement } from './actions/amendments.ts'
import { editStatement } from './actions/minutes.ts'
import { asPerson, deskOf, holdHearing } from './test-hearings.ts'

const told = async (response: Response | Promise<Response>) => {
  const answer = await response
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
}

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

test('those who amend see their own amendments, and not those of others', async () => {
  const whole = await holdHearing()
  const { house, hearing, museums, visitors, statements } = whole
  await amendStatement(deskOf(whole, museums), hearing.id, statements[0]?.id ?? '', { text: 'Un biglietto solo.' })
  const address = `/audizioni/${hearing.id}/verbale`
  expect(await house.read(address, asPerson(museums.personId))).toContain('Un biglietto solo.')
  expect(await house.read(address, asPerson(visitors.personId))).not.toContain('Un biglietto solo.')
})
