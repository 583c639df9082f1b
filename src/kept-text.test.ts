import pino from 'pino'
import { expect, test } from 'vitest'
import { PrepareForm, prepareReply, publishReplies } from './answers/index.ts'
import { createApp } from './app.ts'
import { nobody } from './charter/policy.ts'
import { changeText, ExtendForm, extendConsultation, resumeConsultation, suspendConsultation } from './consultations/actions/calendar.ts'
import { changeContribution, withdrawContribution } from './consultations/actions/change.ts'
import { appeal, hide, settleAppeal } from './consultations/actions/moderate.ts'
import { support } from './consultations/actions/supports.ts'
import { contributed, delegate, opened, person, strategyOf, type TestConsultation } from './consultations/test-consultation.ts'
import { freezeDraft, importBlocks } from './documents/index.ts'
import { describeEcosystem } from './ecosystems/index.ts'
import { correctDetail, eraseAccount } from './identity/actions/account.ts'
import { day } from './kernel/day.ts'
import { CorrectionForm, correctOrganisation } from './organisations/actions.ts'
import { readConfig } from './platform/config.ts'

/** Two processes on one database, each with what it keeps. */
function twoProcesses({ house }: TestConsultation) {
  const config = readConfig({ BASE_URL: 'http://simbiosi.test', PAGE_CACHE_SECONDS: '0' }, true)
  const identify = async () => ({ actor: nobody, name: null, sessionKey: 'anonymous' })
  const services = { db: house.db, clock: async () => house.desk().now, config, log: pino({ level: 'silent' }), identify }
  const apps = [createApp(services), createApp(services)]
  return async (path: string) => {
    const pages = await Promise.all(apps.map(async (app) => (await app.request(`http://simbiosi.test${path}`)).text()))
    expect(pages[1]).toBe(pages[0])
    return String(pages[0])
  }
}

test('a text that is kept shows every act on the next request, in every process', async () => {
  const whole = await opened()
  const { house, consultation, blocks, lead, officer, slug, documentId } = whole
  const { id } = consultation
  const read = twoProcesses(whole)
  const address = `/consultazioni/${id}/testo`
  const page = () => read(address)
  const asLead = () => house.desk(lead)
  const onTicket = { target: 'block', blockId: blocks[3]?.id }

  expect(await page()).toContain('Commenta per primo')
  // Nothing changed: the consultation and what it counts are read in one statement by each process, and no more.
  expect(await house.countQueries(page)).toBe(2)

  const [ada, bea] = [await person(house), await person(house, 'Bea Altra')]
  const one = await contributed(whole, ada, { ...onTicket, text: 'Anche i parchi.', showsName: true })
  expect(await page()).toContain('Anche i parchi.')
  expect(await read(`/en${address}`)).toContain('Anche i parchi.')

  await support(house.desk(bea), id, one.id, true)
  expect(await page()).toContain('un sostegno')
  await support(house.desk(bea), id, one.id, false)
  expect(await page()).not.toContain('un sostegno')
  await support(house.desk(bea), id, one.id, true)
  // Each process asks for the numbers of all blocks, and of the one block that changed for its notes, names and answers.
  expect(await house.countQueries(page)).toBeLessThanOrEqual(10)

  await changeContribution(house.desk(ada), id, one.id, { text: 'Anche le biblioteche.', showsName: true }, { lang: 'it' })
  expect(await page()).toContain('Anche le biblioteche.')

  await correctDetail(house.desk(ada), { name: 'Ada Rinominata', email: null, lang: 'it' })
  expect(await page()).toContain('Ada Rinominata')

  const { actor, organisationId } = await delegate(house)
  const second = await contributed(whole, actor, { ...onTicket, text: 'Anche gli archivi.', organisationId, mandate: 'Statuto' })
  expect(await page()).toContain('Museo Aperto')
  await correctOrganisation(house.desk(), CorrectionForm.parse({ id: organisationId, name: 'Museo Chiuso', kind: 'company' }))
  expect(await page()).toContain('Museo Chiuso')

  // One hidden and one seen again leave every number as it was.
  await hide(asLead(), id, one.id, { rule: 'offence', reason: 'Insulta.' })
  expect(await page()).not.toContain('Anche le biblioteche.')
  await appeal(house.desk(ada), id, one.id, { reason: 'Non insulta.' })
  await hide(asLead(), id, second.id, { rule: 'offence', reason: 'Insulta.' })
  expect(await page()).not.toContain('Anche gli archivi.')
  await settleAppeal(house.desk(officer), id, one.id, { outcome: 'restored', reason: 'Vero.' })
  expect(await page()).toContain('Anche le biblioteche.')

  const form = PrepareForm.parse({ outcome: 'noted', reasonIt: 'Ne terremo conto.', contributionIds: [one.id] })
  await prepareReply(asLead(), id, form)
  expect(await page()).not.toContain('Ne terremo conto.')
  await publishReplies(asLead(), id, { replyIds: [] })
  expect(await page()).toContain('Ne terremo conto.')
  expect(await page()).not.toContain('cambiata dopo questa risposta')
  house.at('2020-08-11T10:00:00+02:00')
  await changeContribution(house.desk(ada), id, one.id, { text: 'Anche gli archivi.', showsName: true }, { lang: 'it' })
  expect(await page()).toContain('cambiata dopo questa risposta')

  await eraseAccount(house.desk(ada))
  expect(await page()).not.toContain('Ada Rinominata')
  await describeEcosystem(house.desk(), slug, { nameIt: 'Cultura' })
  expect(await page()).toContain('>Cultura</a>')

  await suspendConsultation(asLead(), id, { reason: 'Un errore nel testo.' })
  expect(await page()).toContain('Sospesa')
  await resumeConsultation(asLead(), id, { reason: 'Corretto.' })
  await extendConsultation(asLead(), id, ExtendForm.parse({ closesOn: '2020-10-31', reason: 'Molti lo chiedono.' }))
  expect(await page()).toContain('31 ottobre 2020')
  const last = await contributed(whole, bea, { ...onTicket, text: 'Anche i teatri.' })
  expect(await page()).toContain('Anche i teatri.')
  await withdrawContribution(house.desk(bea), id, last.id)
  expect(await page()).not.toContain('Anche i teatri.')

  await importBlocks(asLead(), documentId, strategyOf('Un paragrafo aggiunto.'))
  const version = await freezeDraft(asLead(), documentId)
  await changeText(asLead(), id, { versionId: version.id, how: 'extend', closesOn: day('2020-11-15'), reason: 'Manca un punto.' })
  expect(await page()).toContain('Un paragrafo aggiunto.')

  house.at('2020-11-15T23:59:59+01:00')
  expect(await page()).toContain('Aperta, ultimo giorno')
  house.at('2020-11-16T00:00:00+01:00')
  expect(await page()).toContain('Chiusa il 15 novembre 2020')
})

test('who entered reads the same text under their own name, which nobody else reads', async () => {
  const whole = await opened()
  const { house, consultation } = whole
  const read = twoProcesses(whole)
  const address = `/consultazioni/${consultation.id}/testo`
  const ada = await person(house)
  expect(await house.read(address, ada)).toContain('Ada Prova')
  const open = await read(address)
  expect(open).not.toContain('Ada Prova')
  const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  expect(main(await house.read(address, ada))).toBe(main(open))
})
