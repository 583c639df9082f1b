import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Block, carrier, freezeDraft, importBlocks, type Version } from '../documents/index.ts'
import { newId } from '../kernel/id.ts'
import { somebody } from '../testing.ts'
import { annotating } from './actions/annotate.ts'
import { carryContributions } from './actions/carry.ts'
import { ContributeForm, contribute } from './actions/contribute.ts'
import { hide } from './actions/moderate.ts'
import { consultationDuties } from './duties.ts'
import { likeness, placeOf } from './rules/carrying.ts'
import type { Contribution } from './rules/contributions.ts'
import { placesOf } from './store/annotation-places.ts'
import { contributed, opened, person, type TestConsultation } from './test-consultation.ts'

const later = [
  { kind: 'heading', level: 1, source: 'Strategia' },
  { kind: 'paragraph', level: 0, source: 'Un solo biglietto per tutti i luoghi della cultura, musei e parchi compresi.' },
  { kind: 'paragraph', level: 0, source: 'Le prenotazioni passano da un servizio comune.' },
  { kind: 'heading', level: 1, source: 'Risorse' },
  { kind: 'paragraph', level: 0, source: 'La spesa è a carico dello Stato.' },
] as const

/** The text goes on: what was in the version consulted upon is carried to the one just frozen. */
async function revised({ house, documentId, lead }: TestConsultation, text: Parameters<typeof importBlocks>[2] = later): Promise<Version> {
  await importBlocks(house.desk(lead), documentId, text)
  return freezeDraft(house.desk(lead), documentId)
}

const placeIn = async ({ house, consultation }: TestConsultation, { id }: Contribution, version: Version) =>
  (await placesOf(house.db, consultation.id, [id])).find(({ versionId }) => versionId === version.id)

async function onWords({ house, consultation, blocks }: TestConsultation, at: number, exact: string): Promise<Contribution> {
  const input = { target: 'words', blockId: blocks[at]?.id, text: 'Su queste parole.', showsName: true, key: newId() }
  const also = annotating('words', { starts: blocks[at]?.text.indexOf(exact) ?? 0, exact })
  return (
    await contribute(house.desk(await person(house, 'Bea Lettrice')), consultation.id, ContributeForm.parse(input), { lang: 'it', also })
  ).contribution
}

describe('a new version of the text', () => {
  test('finds what was written on the one before where it stands now, and says what it cannot tell', async () => {
    const whole = await opened()
    const { house, consultation, blocks } = whole
    const ada = await person(house)
    const stayed = await contributed(whole, ada, { target: 'block', blockId: blocks[4]?.id, text: 'Bene le prenotazioni.' })
    const words = await onWords(whole, 3, 'biglietto per tutti')
    const gone = await contributed(whole, ada, { target: 'block', blockId: blocks[1]?.id, text: 'Anche le biblioteche.' })
    const general = await contributed(whole, ada, { text: 'In generale va bene.' })
    await house.work()
    const version = await revised(whole)
    await house.work()

    expect(await placeIn(whole, stayed, version)).toMatchObject({ waits: false, spot: { starts: null } })
    const place = await placeIn(whole, words, version)
    expect(place).toMatchObject({ waits: false, spot: { blockId: blocks[3]?.id, starts: 8, ends: 27 } })
    expect(await placeIn(whole, gone, version)).toMatchObject({ state: 'orphan', spot: null })
    expect(await placeIn(whole, general, version)).toBeUndefined()
    expect(await carryContributions(house.db, consultation.id, house.desk().now)).toBe(0)
  })

  test('takes what is written later on the version before it', async () => {
    const whole = await opened()
    const { house, blocks } = whole
    const ada = await person(house)
    await house.work()
    const version = await revised(whole)
    await house.work()
    const late = await contributed(whole, ada, { target: 'block', blockId: blocks[4]?.id, text: 'In ritardo.' })
    await house.work()
    expect(await placeIn(whole, late, version)).toMatchObject({ waits: false, spot: { blockId: blocks[4]?.id } })
  })
})

describe('what the comparison cannot tell', () => {
  const rewritten = [
    ...later.slice(0, 1),
    { kind: 'paragraph', level: 0, source: 'Un solo biglietto, annuale e personale, per tutti i musei statali della cultura.' },
    ...later.slice(2),
  ] as const

  async function waiting() {
    const whole = await opened()
    const { house, consultation, blocks } = whole
    const ada = await person(house)
    const note = await contributed(whole, ada, { target: 'block', blockId: blocks[3]?.id, text: 'Anche i parchi.', showsName: true })
    const version = await revised(whole, rewritten)
    await carryContributions(house.db, consultation.id, house.desk().now)
    return { ...whole, whole, note, version, ada }
  }

  test('waits for a person, and is shown nowhere until then', async () => {
    const { whole, house, consultation, note, version, lead, ecosystemId, ada, blocks } = await waiting()
    expect(await placeIn(whole, note, version)).toMatchObject({ waits: true })
    const text = `/consultazioni/${consultation.id}/testo?versione=2`
    expect(await house.read(text, lead)).not.toContain('Anche i parchi.')
    expect((await house.ask(text)).status).toBe(404)
    const duties = await consultationDuties(house.db, lead, [ecosystemId], house.desk().today)
    expect(duties).toMatchObject([{ kind: 'place', count: 1 }])

    const queue = `/consultazioni/${consultation.id}/annotazioni`
    expect((await house.ask(queue)).status).toBe(401)
    const secretary = somebody('secretary', { kind: 'ecosystem', id: ecosystemId })
    expect(await house.read(`/en${queue}`, secretary)).toContain(`/annotazioni/${note.number}/2`)
    const list = await house.read(queue, secretary)
    expect(list).toContain('Anche i parchi.')
    expect(list).toContain('Un solo biglietto per tutti i luoghi della cultura.')
    expect(list).toContain('annuale e personale')
    const few = await house.countQueries(() => house.read(queue, secretary))
    await contributed(whole, ada, { target: 'block', blockId: blocks[3]?.id, text: 'E i teatri.' })
    await carryContributions(house.db, consultation.id, house.desk().now)
    expect(await house.countQueries(() => house.read(queue, secretary))).toBe(few)
    expect(await house.read(queue, secretary)).toContain('E i teatri.')
    const asked = await house.ask(`/api/v1/consultations/${consultation.id}/places-to-decide?version=2`, { as: secretary })
    const quoted = 'Un solo biglietto per tutti i luoghi della cultura.'
    expect(await asked.json()).toMatchObject({
      items: [
        { text: 'Anche i parchi.', quoted },
        { text: 'E i teatri.', quoted },
      ],
    })
    const page = await house.read(`${queue}/${note.number}/2`, secretary)
    expect(page).toContain('<mark>Un solo biglietto per tutti i luoghi della cultura.</mark>')
    expect(page).toContain('annuale e personale')
  })

  test('is placed by a person, and then shown with the version it was written on', async () => {
    const { whole, house, consultation, note, version, lead, ada } = await waiting()
    const address = `/consultazioni/${consultation.id}/annotazioni/${note.number}/2`
    expect((await house.ask(address, { as: lead, form: {} })).status).toBe(422)
    expect((await house.ask(address, { as: lead, form: { choice: 'block' } })).status).toBe(422)
    expect((await house.ask(address, { as: lead, form: { choice: '99' } })).status).toBe(422)
    expect((await house.ask(address, { as: lead, form: { choice: 'block', blockId: newId() } })).status).toBe(422)
    expect((await house.ask(address, { as: ada, form: { choice: 'orphan' } })).status).toBe(403)
    expect((await house.ask(address, { as: lead, form: { choice: '0' } })).status).toBe(303)
    const place = await placeIn(whole, note, version)
    expect(place).toMatchObject({ waits: false, confirmedBy: lead.id })

    const text = await house.read(`/consultazioni/${consultation.id}/testo?versione=2`, lead)
    expect(text).toContain('Anche i parchi.')
    expect(text).toContain('Scritta sulla versione 1')
    const own = await house.read(`/consultazioni/${consultation.id}/osservazioni/${note.number}`, lead)
    expect(own).toContain('Versione 2')
    expect(own).toContain('stabilito da una persona')
    expect(own).toContain('confronto?da=1&amp;a=2')

    await hide(house.desk(lead), consultation.id, note.id, { rule: 'offence', reason: 'Prova.' })
    expect(await house.read(`/consultazioni/${consultation.id}/testo?versione=2`, lead)).not.toContain('Anche i parchi.')
  })

  test('is carried on from where a person put it', async () => {
    const { whole, house, consultation, note, lead, blocks } = await waiting()
    const address = `/consultazioni/${consultation.id}/annotazioni/${note.number}/2`
    await house.ask(address, { as: lead, form: { choice: 'block', blockId: blocks[4]?.id ?? '' } })
    const third = await revised(whole, [...rewritten, { kind: 'paragraph', level: 0, source: 'Una riga nuova alla fine.' }])
    await carryContributions(house.db, consultation.id, house.desk().now)
    expect(await placeIn(whole, note, third)).toMatchObject({ state: 'same', spot: { blockId: blocks[4]?.id } })
  })
})

describe('the API', () => {
  test('takes comments on words, and tells where each stands in every version as a Web Annotation', async () => {
    const whole = await opened()
    const { house, consultation, blocks } = whole
    const ada = await person(house)
    const address = `/api/v1/consultations/${consultation.id}`
    const send = (words: unknown) =>
      house.ask(`${address}/contributions`, {
        as: ada,
        json: { target: 'words', blockId: blocks[3]?.id, text: 'Anche i parchi.', words },
        headers: { 'idempotency-key': newId() },
      })
    expect((await send(null)).status).toBe(422)
    expect((await send({ starts: 0, exact: 'mai scritte' })).status).toBe(422)
    expect((await send({ starts: 8, exact: 'biglietto per tutti' })).status).toBe(201)
    await contributed(whole, ada, { text: 'In generale.' })
    await revised(whole)
    await carryContributions(house.db, consultation.id, house.desk().now)

    const read = async (as: typeof ada) =>
      (await (await house.ask(`${address}/annotations`, { as })).json()) as { items: { target: unknown[] }[] }
    const written = {
      placement: 'written',
      version: 1,
      selector: {
        type: 'FragmentSelector',
        value: `b-${blocks[3]?.id}`,
        refinedBy: [
          { type: 'TextQuoteSelector', exact: 'biglietto per tutti', prefix: 'Un solo ', suffix: ' i luoghi della cultura.' },
          { type: 'TextPositionSelector', start: 8, end: 27 },
        ],
      },
    }
    const position = [{ type: 'TextPositionSelector', start: 8, end: 27 }]
    const { items } = await read(whole.lead)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      type: 'Annotation',
      body: { value: 'Anche i parchi.', language: 'it' },
      target: [written, { version: 2, confirmed: false, selector: { refinedBy: position } }],
    })
    expect((await read(ada)).items[0]?.target).toHaveLength(1)
  })
})

test('a passage that lost a quarter of its words waits for a person', () => {
  expect(likeness(['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'e'])).toBe(0.75)
  expect(likeness(['a', 'a'], ['a'])).toBe(0.5)
  const blocks = (text: string) => [{ id: 'x', text } as unknown as Block]
  const place = { block: 0, start: null, end: null }
  const carried = placeOf({ state: 'changed', place }, place, blocks('uno due tre quattro'), blocks('uno due sei sette'))
  expect(carried).toMatchObject({ state: 'changed', waits: true, offered: [{ blockId: 'x' }] })
})

const plan = '../shared/data/plan-2019-2021'
const chapters = ['06_piattaforme', '07_ecosistemi'].map((name) => `${plan}/${name}.rst`)

describe.skipIf(!existsSync(plan))('chapters of the plan, whose actions end alike', () => {
  test('keep each comment on the passage it was written on, never on its twin', () => {
    const texts = chapters.flatMap((chapter) => readFileSync(chapter, 'utf8').split(/\n\s*\n/)).map((text) => text.trim())
    const before = texts.map((text, at) => ({ id: `b${at}`, kind: 'paragraph', text }) as unknown as Block)
    const times = Map.groupBy(texts, (text) => text)
    const twins = before.filter(({ text }) => (times.get(text)?.length ?? 0) > 1)
    expect(twins.length).toBeGreaterThan(20)

    // Every other twin goes, and something new comes before each of those that stay.
    const gone = new Set(twins.filter((_, at) => at % 2 === 0).map(({ id }) => id))
    const after = before.flatMap((block) => {
      if (gone.has(block.id)) return []
      return twins.includes(block)
        ? [{ ...block, id: `n${block.id}`, text: `Una frase nuova prima di ${block.id}.` } as Block, block]
        : [block]
    })
    const read = (blocks: readonly Block[]) => blocks.map((block) => ({ ...block, id: null }))
    for (const carry of [carrier(before, after), carrier(read(before), read(after))]) {
      for (const { id } of twins) {
        const passage = { block: before.findIndex((block) => block.id === id), start: null, end: null }
        const { spot, waits } = placeOf(carry(passage), passage, before, after)
        if (spot && !waits) expect(spot.blockId).toBe(id)
      }
    }
  })
})
