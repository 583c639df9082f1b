import { describe, expect, test } from 'vitest'
import type { Actor } from '../charter/policy.ts'
import { freezeDraft, importBlocks } from '../documents/index.ts'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import type { TestHouse } from '../testing.ts'
import { changeText } from './actions/calendar.ts'
import { addQuestion, QuestionForm } from './actions/questions.ts'
import { openedMark } from './open-forms.ts'
import { contributed, opened, person, prepared, ready, strategyOf } from './test-consultation.ts'

async function sent(house: TestHouse, path: string, as: Actor, form: Record<string, string | string[] | Blob>) {
  const response = await house.ask(path, { as, form })
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}

describe('a consultation', () => {
  test('is prepared step by step, and opened, by pages alone', async () => {
    const { house, slug, version, lead } = await prepared()
    const begun = await sent(house, `/ecosistemi/${slug}/consultazioni/nuova`, lead, { versionId: version.id })
    const home = begun.to
    expect(home).toMatch(/^\/consultazioni\/[0-9a-f-]+\/preparazione$/)
    expect(await house.read(home, lead)).toContain('Si apre quando tutti i passi sono completi')
    const step = (name: string, form: Record<string, string | string[]>) => sent(house, `${home}/${name}`, lead, form)
    const short = await step('date', { opensOn: '2020-08-01', closesOn: '2020-09-29' })
    expect(short.status).toBe(422)
    expect(short.text).toContain('deve durare almeno 60 giorni interi')
    expect(short.text).toContain('value="2020-09-29"')
    expect(short.text).toContain('30 settembre 2020')
    expect((await step('obiettivi', { titleIt: 'Strategia', aimsIt: 'Ascoltare.' })).status).toBe(303)
    const again = await step('obiettivi', { titleIt: 'Altro', aimsIt: 'Altro', revision: '0' })
    expect(again.text).toContain('qualcun altro ha cambiato la consultazione')
    expect(
      (await step('partecipazione', { participants: 'everyone', channels: ['platform'], languages: 'it', supports: 'on' })).status,
    ).toBe(303)
    expect((await step('contatti', { contactOffice: 'Direzione', contactMail: 'nessuna' })).text).toContain('Scrivi un indirizzo di posta')
    expect((await step('contatti', { contactOffice: 'Direzione', contactMail: 'a@example.org' })).status).toBe(303)
    expect((await step('date', { opensOn: '2020-08-01', closesOn: '2020-09-30' })).status).toBe(303)
    const question = { kind: 'single', textIt: 'Sei d’accordo?', optionsIt: 'Sì\nNo' }
    expect((await step('domande', { ...question, optionsIt: 'Sì' })).text).toContain('almeno due risposte')
    expect((await step('domande', question)).status).toBe(303)
    expect(await house.read(`${home}/domande`, lead)).toContain('Sei d’accordo?')
    expect(await house.read(home, lead)).toContain('60 giorni, senza contare il primo')
    const address = home.replace('/preparazione', '')
    expect((await house.ask(address)).status).toBe(404)
    const done = await sent(house, `${address}/apertura`, lead, {})
    expect(done.to).toBe(`${address}?fatto=aperta`)
    expect(await house.read(address)).toContain('Si potrà partecipare dal')
    for (const path of ['/consultazioni', '/en/consultazioni?stato=in-arrivo', `/ecosistemi/${slug}/consultazioni`])
      expect(await house.read(path)).toContain(address)
    expect((await house.ask(`${home}/date`, { as: lead })).status).toBe(409)
  })

  test('tells its state, and is lengthened by pages that never shorten it', async () => {
    const { house, consultation, lead } = await opened()
    const address = `/consultazioni/${consultation.id}`
    expect(await house.read(address)).toContain('mancano 51 giorni')
    expect(await house.read(`/en${address}`)).toContain('51 days left')
    const earlier = await sent(house, `${address}/calendario/proroga`, lead, { closesOn: '2020-09-29', reason: 'Fretta' })
    expect(earlier.text).toContain('si può solo allungare')
    await sent(house, `${address}/calendario/proroga`, lead, { closesOn: '2020-10-15', reason: 'Richiesta delle Regioni' })
    expect(await house.read(address)).toContain('chiude il 15 ottobre 2020 invece che il 30 settembre 2020')
    for (const slug of ['sospensione', 'interruzione', 'testo', 'ripresa'])
      expect((await house.ask(`${address}/calendario/${slug}`, { as: lead })).status, slug).toBe(200)
    expect((await house.ask(`${address}/calendario`, {})).status).toBe(401)
  })
})

describe('whoever takes part', () => {
  test('sends a contribution, gets a receipt at once, and follows it by a secret link', async () => {
    const whole = await opened()
    const { house, consultation } = whole
    const ada = await person(house)
    const address = `/consultazioni/${consultation.id}`
    expect((await house.ask(`${address}/partecipa`)).headers.get('location')).toMatch(/^\/entra\?ritorno=/)
    const form = await house.read(`${address}/partecipa`, ada)
    expect(form).toContain('enctype="multipart/form-data"')
    const empty = await sent(house, `${address}/partecipa`, ada, { text: '', key: newId() })
    expect(empty.text).toContain('Scrivi la tua osservazione')
    const key = newId<string>()
    const first = await sent(house, `${address}/partecipa`, ada, { text: '<b>Un</b> biglietto & basta.', key, showsName: 'on' })
    expect(first.to).toMatch(/osservazioni\/\d+\/ricevuta\?ricevuta=nuova$/)
    const twice = await sent(house, `${address}/partecipa`, ada, { text: '<b>Un</b> biglietto & basta.', key })
    expect(twice.to).toBe(first.to.replace('nuova', 'gia-arrivata'))
    const receipt = await house.read(first.to, ada)
    expect(receipt).toMatch(/C-2020-\d{4}/)
    const [, secret = ''] = /\/ricevute\/([\w.-]+)/.exec(receipt) ?? []
    const followed = await house.ask(`/ricevute/${secret}`)
    expect(followed.headers.get('cache-control')).toBe('private, no-store')
    expect(await followed.text()).toContain('&lt;b&gt;Un&lt;/b&gt; biglietto &amp; basta.')
    expect((await house.ask(`/ricevute/${secret.slice(0, -2)}xx`)).status).toBe(404)
    const list = await house.read(`${address}/osservazioni`)
    expect(list).toContain('&lt;b&gt;Un&lt;/b&gt; biglietto &amp; basta.')
    expect(list).toContain('Ada Cittadina')
    expect((await house.ask(first.to, { as: await person(house, 'Bruno Altro') })).status).toBe(403)
  })

  test('is told when the text changed while they wrote: what they wrote stays, and goes with the new text once sent again', async () => {
    const { house, consultation, documentId, lead } = await opened()
    const ada = await person(house)
    const address = `/consultazioni/${consultation.id}/partecipa`
    const field = (html: string) => /name="versionId" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const read = field(await house.read(address, ada))
    await importBlocks(house.desk(lead), documentId, strategyOf('Tutto nuovo.'))
    const { id: versionId } = await freezeDraft(house.desk(lead), documentId)
    const change = { versionId, how: 'extend', closesOn: day('2020-10-31'), reason: 'Testo nuovo.' } as const
    await changeText(house.desk(lead), consultation.id, change)
    const form = { text: 'Sul testo vecchio.', key: newId() }
    const refused = await house.ask(address, { as: ada, form: { ...form, versionId: read } })
    const html = await refused.text()
    expect([refused.status, html]).toEqual([422, expect.stringContaining('è cambiato il testo in consultazione')])
    expect(html).toContain('Sul testo vecchio.</textarea>')
    expect(field(html)).toBe(versionId)
    expect((await sent(house, address, ada, { ...form, versionId: field(html) })).status).toBe(303)
  })

  test('keeps a draft on the server and goes on from it', async () => {
    const { house, consultation } = await opened()
    const ada = await person(house)
    const address = `/consultazioni/${consultation.id}/partecipa`
    const draft = newId<string>()
    const kept = await sent(house, address, ada, { text: 'A metà', key: newId(), draft, doing: 'draft' })
    expect(kept.to).toBe('/osservazioni?fatto=bozza')
    expect(await house.read('/osservazioni', ada)).toContain('A metà')
    expect(await house.read(`${address}?bozza=${draft}`, ada)).toContain('A metà</textarea>')
    expect(await house.read(`${address}?bozza=${draft}`, await person(house, 'Bruno Altro'))).not.toContain('A metà')
    const tooLong = await sent(house, address, ada, { text: 'a'.repeat(20_001), key: newId(), draft, doing: 'draft' })
    expect([tooLong.status, tooLong.to]).toEqual([422, ''])
    await sent(house, address, ada, { text: 'A metà, finita', key: newId(), draft })
    expect(await house.read('/osservazioni', ada)).not.toContain('Bozza del')
  })

  test('answers the questions that are asked of them, and is told which are missing', async () => {
    const whole = await ready()
    const { house, consultation, lead } = whole
    const single = QuestionForm.parse({ kind: 'single', textIt: 'Sei d’accordo?', optionsIt: 'Sì\nNo', required: 'on' })
    await addQuestion(house.desk(lead), consultation.id, single)
    const { questionsOf } = await import('./store/questions.ts')
    const [first] = await questionsOf(house.db, consultation.id)
    const why = QuestionForm.parse({ kind: 'open', textIt: 'Perché no?', required: 'on', showIf: `${first?.id}:1` })
    await addQuestion(house.desk(lead), consultation.id, why)
    const { openConsultation } = await import('./actions/set-up.ts')
    await openConsultation(house.desk(lead), consultation.id)
    house.at('2020-08-10T10:00:00+02:00')
    const ada = await person(house)
    const address = `/consultazioni/${consultation.id}/partecipa`
    const missing = await sent(house, address, ada, { text: 'Ecco.', key: newId() })
    expect(missing.text).toContain('Questa domanda chiede una risposta.')
    const no = await sent(house, address, ada, { text: 'Ecco.', key: newId(), [`q-${first?.id}`]: '1' })
    expect(no.status).toBe(422)
    const wrong = await sent(house, address, ada, { text: 'Ecco.', key: newId(), [`q-${first?.id}`]: '7' })
    expect(wrong.text).toContain('La risposta non è tra quelle proposte')
    const yes = await sent(house, address, ada, { text: '', key: newId(), [`q-${first?.id}`]: '0' })
    expect(yes.status).toBe(303)
    expect(await house.read(yes.to.replace(/\/ricevuta.*/, ''))).toContain('Sei d’accordo?')
  })

  test('is taken a few minutes after closing when the form was open before', async () => {
    const { house, consultation } = await opened()
    const ada = await person(house)
    house.at('2020-09-30T23:58:00+02:00')
    const form = await house.read(`/consultazioni/${consultation.id}/partecipa`, ada)
    const [, mark = ''] = /name="opened" value="([^"]+)"/.exec(form) ?? []
    house.at('2020-10-01T00:05:00+02:00')
    const late = await sent(house, `/consultazioni/${consultation.id}/partecipa`, ada, { text: 'In tempo.', key: newId(), opened: mark })
    expect(late.status).toBe(303)
    const forged = openedMark('altro', consultation.id, ada.id as string, new Date('2020-09-30T20:00:00Z'))
    const refused = await sent(house, `/consultazioni/${consultation.id}/partecipa`, ada, { text: 'No.', key: newId(), opened: forged })
    expect(refused.text).toContain('si è chiusa il 30 settembre 2020')
  })

  test('changes, withdraws, supports, answers, flags and appeals by pages', async () => {
    const whole = await opened()
    const { house, lead, consultation, officer } = whole
    const [ada, bruno] = [await person(house), await person(house, 'Bruno Altro')]
    const one = await contributed(whole, ada)
    const address = `/consultazioni/${consultation.id}/osservazioni/${one.number}`
    const doing = (what: string, as: Actor, form: Record<string, string> = {}) => sent(house, `${address}/${what}`, as, form)
    expect((await doing('sostegno', bruno)).to).toBe(`${address}?fatto=sostenuta`)
    expect(await house.read(address, bruno)).toContain('Togli il sostegno')
    expect((await doing('risposte', bruno, { text: 'Concordo.' })).to).toContain('risposta')
    expect((await doing('modifica', ada, { text: 'Detto meglio.' })).to).toContain('cambiata')
    expect((await doing('modifica', bruno, { text: 'Di nascosto.' })).status).toBe(403)
    expect(await house.read(address)).toContain('Come era prima')
    expect((await doing('segnalazione', bruno, { rule: 'offence' })).to).toContain('segnalata')
    expect(await house.read(`/consultazioni/${consultation.id}/moderazione`, lead)).toContain('Offese e odio')
    expect((await doing('moderazione', lead, { rule: 'offence', reason: '' })).status).toBe(422)
    expect((await doing('moderazione', lead, { rule: 'offence', reason: 'Insulta.' })).to).toContain('moderata')
    for (const path of [address, `/consultazioni/${consultation.id}/osservazioni`])
      expect(await house.read(path)).not.toContain('Detto meglio.')
    expect(await house.read(address, ada)).toContain('Detto meglio.')
    expect((await doing('riesame', ada, { reason: 'Critica.' })).to).toContain('riesame')
    expect((await doing('esito-riesame', officer, { outcome: 'restored', reason: 'Sì.' })).to).toContain('moderata')
    expect((await doing('ritiro', ada)).to).toContain('ritirata')
    expect(await house.read(address)).not.toContain('Detto meglio.')
    expect(await house.read('/consultazioni/regole')).toContain('Che cosa può essere oscurato')
  })
})

test('the pages of a consultation ask as many things of the database for many contributions as for few', async () => {
  const whole = await opened()
  const { house, consultation } = whole
  const ada = await person(house)
  await contributed(whole, ada)
  const paths = [`/consultazioni/${consultation.id}`, `/consultazioni/${consultation.id}/osservazioni`, '/consultazioni']
  for (const path of paths) await house.read(path)
  const count = (path: string) => house.countQueries(() => house.read(path))
  const few = [await count(paths[0] as string), await count(paths[1] as string), await count(paths[2] as string)]
  for (let i = 0; i < 12; i += 1) await contributed(whole, ada, { showsName: 'on' })
  const many = [await count(paths[0] as string), await count(paths[1] as string), await count(paths[2] as string)]
  expect(many[0]).toBe(few[0])
  expect(many[2]).toBe(few[2])
  expect((many[1] ?? 0) - (few[1] ?? 0)).toBeLessThanOrEqual(1)
})
