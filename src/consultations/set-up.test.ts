import { describe, expect, test } from 'vitest'
import type { Actor } from '../charter/policy.ts'
import { freezeDraft, importBlocks } from '../documents/index.ts'
import { day } from '../kernel/day.ts'
import { citizen } from '../testing.ts'
import { changeText } from './actions/calendar.ts'
import { addQuestion, QuestionForm } from './actions/questions.ts'
import { openConsultation } from './actions/set-up.ts'
import { consultationDuties } from './duties.ts'
import { getConsultation } from './store/consultations.ts'
import { questionsOf } from './store/questions.ts'
import { opened, prepared, ready } from './test-consultation.ts'

const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n')

const meeting = { kind: 'meeting', titleIt: 'Presentazione pubblica', day: '2020-08-20', starts: '17:30', ends: '19:00', place: 'Roma' }

describe('what goes with the text', () => {
  test('is added, ordered and removed while it is prepared, and is read by all once it is opened', async () => {
    const { house, consultation, lead } = await ready()
    const address = `/consultazioni/${consultation.id}/materiali`
    const send = async (path: string, form: Record<string, string | Blob>, as: Actor = lead) => {
      const response = await house.ask(path, { as, form: form as Record<string, string> })
      return { status: response.status, to: response.headers.get('location'), text: await response.text() }
    }
    const link = { titleIt: 'Il piano triennale', lang: 'it', address: 'https://docs.example.org/piano' }
    expect((await send(address, link)).to).toBe(`${address}?fatto=materiale`)
    expect((await send(address, { ...link, address: '' })).text).toContain('è un file oppure un collegamento')
    expect((await send(address, { ...link, address: 'javascript:alert(1)' })).status).toBe(422)
    const made = await house.ask(`/api/v1/consultations/${consultation.id}/materials`, {
      as: lead,
      json: {
        titleIt: 'Uno studio',
        titleEn: null,
        lang: 'en',
        address: null,
        file: { name: 'studio.pdf', content: pdf.toString('base64') },
      },
    })
    expect(made.status).toBe(201)
    const { id } = (await made.json()) as { id: string }
    expect((await send(`${address}/${id}/posto`, { way: 'earlier' })).to).toContain('spostato')
    const page = await house.read(address, lead)
    expect(page.indexOf('Uno studio')).toBeLessThan(page.indexOf('Il piano triennale'))
    expect(page).toMatch(/PDF, \d+ byte, inglese/)

    const list = async () => (await house.ask(`/api/v1/consultations/${consultation.id}/materials`, { as: lead })).json()
    const { items } = (await list()) as { items: { titleIt: string; file: { id: string } | null }[] }
    expect(items.map(({ titleIt }) => titleIt)).toEqual(['Uno studio', 'Il piano triennale'])
    const file = `/file/${items[0]?.file?.id}`
    expect((await house.ask(file)).status).toBe(404)
    expect((await house.ask(file, { as: lead })).status).toBe(200)

    await openConsultation(house.desk(lead), consultation.id)
    expect((await house.ask(file)).status).toBe(200)
    expect(await house.read(`/consultazioni/${consultation.id}`)).toContain('Uno studio')
    expect((await send(`${address}/${id}/fine`, {})).text).toContain('Se ne possono aggiungere, non togliere')
    expect((await send(address, link)).to).toContain('materiale')
    expect((await house.ask(address, { as: citizen() })).status).toBe(403)
  })
})

describe('dates besides opening and closing', () => {
  test('stand on the page and in both calendars, and are called off rather than forgotten', async () => {
    const { house, consultation, lead, slug } = await ready()
    const api = `/api/v1/consultations/${consultation.id}/dates`
    const address = `/consultazioni/${consultation.id}/appuntamenti`
    const send = (path: string, form: Record<string, string>) => house.ask(path, { as: lead, form })
    for (const [wrong, why] of [
      [{ ends: '16:00' }, 'ora di fine viene dopo'],
      [{ starts: '' }, 'serve anche quella d’inizio'],
      [{ day: '2020-01-01' }, 'già passato'],
      [{ starts: '25:00' }, 'ora del giorno'],
    ] as const) {
      const refused = await send(address, { ...meeting, ...wrong })
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain(why)
    }
    expect((await send(address, meeting)).headers.get('location')).toBe(`${address}?fatto=appuntamento`)
    expect((await house.ask(api, { as: lead, json: { kind: 'other', titleIt: 'Prima sintesi', day: '2020-09-01' } })).status).toBe(201)
    await openConsultation(house.desk(lead), consultation.id)

    const page = await house.read(`/consultazioni/${consultation.id}`)
    expect(page).toContain('Incontro pubblico, dalle 17:30 alle 19:00, Roma')
    const unfolded = async (path: string) => (await house.read(path)).replaceAll('\r\n ', '')
    for (const path of [`/consultazioni/${consultation.id}/calendario.ics`, `/ecosistemi/${slug}/calendario.ics`]) {
      const calendar = await unfolded(path)
      expect(calendar).toContain('SUMMARY:Presentazione pubblica')
      expect(calendar).toContain('DTSTART:20200820T153000Z')
      expect(calendar).toContain('DTSTART;VALUE=DATE:20200901')
      expect(calendar).toContain('DTSTART;VALUE=DATE:20200930')
    }

    const { items } = (await (await house.ask(api)).json()) as { items: { id: string }[] }
    const [first] = items
    expect((await send(`${address}/${first?.id}`, { ...meeting, starts: '18:00' })).headers.get('location')).toContain('cambiato')
    expect((await send(`${address}/${first?.id}/fine`, {})).headers.get('location')).toContain('annullato')
    expect(await house.read(`/consultazioni/${consultation.id}`)).toContain('<s>Presentazione pubblica</s>')
    const calendar = await unfolded(`/consultazioni/${consultation.id}/calendario.ics`)
    expect(calendar).toContain('STATUS:CANCELLED')
    expect(calendar).toContain('SEQUENCE:2')
    expect((await send(`${address}/${first?.id}/fine`, {})).status).toBe(422)
  })
})

describe('what a strategy document must hold', () => {
  test('is asked before it is opened: each part that is missing is named, with where to add it', async () => {
    const { house, consultation, documentId, lead } = await ready()
    const { id } = consultation
    await importBlocks(house.desk(lead), documentId, [
      { kind: 'heading', level: 1, source: 'Vision' },
      { kind: 'paragraph', level: 0, source: 'Un solo biglietto.' },
    ])
    const { id: versionId } = await freezeDraft(house.desk(lead), documentId)
    const api = `/api/v1/consultations/${id}`
    expect((await house.ask(`${api}/version`, { as: lead, method: 'PUT', json: { versionId } })).status).toBe(204)
    const page = await house.read(`/consultazioni/${id}/preparazione`, lead)
    expect(page).toContain('Manca una parte sul perimetro. Manca una parte sulla strategia di sviluppo.')
    expect(page).toContain(`/documenti/${documentId}/bozza`)
    expect(page).not.toContain(`/consultazioni/${id}/apertura`)
    const missing = ['perimeter-missing', 'strategy-missing']
    const checklist = (await (await house.ask(`${api}/checklist`, { as: lead })).json()) as { items: { missing: string }[] }
    expect(checklist.items.map((one) => one.missing)).toEqual(missing)
    const refused = await house.ask(`${api}/openings`, { as: lead, method: 'POST' })
    expect([refused.status, await refused.json()]).toMatchObject([422, { title: 'strategy-without-perimeter', missing }])
    const onPage = await house.ask(`/consultazioni/${id}/apertura`, { as: lead, form: {} })
    expect([onPage.status, await onPage.text()]).toEqual([
      422,
      expect.stringContaining('manca una parte sul perimetro: aggiungi alla bozza'),
    ])
  })

  test('stays there when the text changes while it is consulted upon; other kinds of document are free', async () => {
    const { house, consultation, documentId, lead } = await opened()
    const text = [{ kind: 'paragraph', level: 0, source: 'Un solo biglietto.' }] as const
    await importBlocks(house.desk(lead), documentId, text)
    const { id: versionId } = await freezeDraft(house.desk(lead), documentId)
    const change = { versionId, how: 'extend', closesOn: day('2020-10-30'), reason: 'Testo nuovo.' } as const
    await expect(changeText(house.desk(lead), consultation.id, change)).rejects.toThrow('strategy-without-vision')
    const other = await prepared('other')
    const page = await other.house.read(`/consultazioni/${other.consultation.id}/preparazione`, other.lead)
    expect(page).not.toContain('Manca una parte')
  })
})

test('questions change places, unless one would come before the answer it depends on', async () => {
  const { house, consultation, lead } = await ready()
  const { id } = consultation
  const desk = house.desk(lead)
  const ask = (form: Record<string, unknown>) => addQuestion(desk, id, QuestionForm.parse(form))
  await ask({ kind: 'single', textIt: 'Usi i musei?', optionsIt: 'Sì\nNo' })
  const [first] = await questionsOf(house.db, id)
  await ask({ kind: 'open', textIt: 'Quali?', showIf: `${first?.id}:0` })
  await ask({ kind: 'open', textIt: 'Altro?' })
  const [, second, third] = await questionsOf(house.db, id)
  const titles = async () => (await questionsOf(house.db, id)).map(({ textIt }) => textIt)
  const step = `/consultazioni/${id}/preparazione/domande`
  expect(await house.read(step, lead)).toContain('Sposta prima<span class="visually-hidden">: Altro?</span>')
  expect((await house.ask(`${step}/${third?.id}/posto`, { as: lead, form: { way: 'earlier' } })).status).toBe(303)
  expect(await titles()).toEqual(['Usi i musei?', 'Altro?', 'Quali?'])
  const move = (question: string | undefined, way: string) =>
    house.ask(`/api/v1/consultations/${id}/questions/${question}/moves`, { as: lead, json: { way } })
  expect((await move(second?.id, 'earlier')).status).toBe(204)
  const refused = await move(second?.id, 'earlier')
  expect([refused.status, await refused.json()]).toMatchObject([409, { title: 'question-order-breaks-condition' }])
  const onPage = await house.ask(`${step}/${first?.id}/posto`, { as: lead, form: { way: 'later' } })
  expect([onPage.status, await onPage.text()]).toEqual([422, expect.stringContaining('«Quali?» compare in base alla risposta a')])
  expect(await titles()).toEqual(['Usi i musei?', 'Quali?', 'Altro?'])
})

describe('a preparation that comes to nothing', () => {
  test('is discarded with its reason, leaves the lists, cannot be opened, and is taken up again as it was', async () => {
    const { house, consultation, lead, slug, ecosystemId } = await ready()
    const { id } = consultation
    const list = () => house.read(`/ecosistemi/${slug}/consultazioni`, lead)
    const send = (what: string, form: Record<string, string> = {}) => house.ask(`/consultazioni/${id}/${what}`, { as: lead, form })
    expect(await list()).toContain('In preparazione')
    expect((await send('scarto', { reason: '' })).status).toBe(422)
    expect((await send('scarto', { reason: 'Si consulta sul testo nuovo.' })).headers.get('location')).toContain('scartata')
    const page = await list()
    expect(page).not.toContain('In preparazione')
    expect(page).toContain('Preparazioni scartate')
    expect(await consultationDuties(house.db, lead, [ecosystemId], house.desk().today)).toEqual([])
    expect(await house.read(`/consultazioni/${id}/preparazione`, lead)).toContain('Si consulta sul testo nuovo.')
    await expect(openConsultation(house.desk(lead), id)).rejects.toThrow('consultation-discarded')
    expect((await house.ask(`/consultazioni/${id}/preparazione/obiettivi`, { as: lead })).status).toBe(409)
    expect((await send('ripresa')).status).toBe(303)
    expect(await list()).toContain('In preparazione')
    expect((await getConsultation(house.db, id)).closesOn).toBe(day('2020-09-30'))
    await openConsultation(house.desk(lead), id)
    expect((await house.ask(`/api/v1/consultations/${id}/discards`, { as: lead, json: { reason: 'Tardi.' } })).status).toBe(409)
  })
})
