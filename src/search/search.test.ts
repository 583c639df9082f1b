import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { addEcosystem, describeEcosystem } from '../ecosystems/index.ts'
import { openGroup } from '../groups/test-group.ts'
import { day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { mergeNeeds, recordNeed } from '../listening/index.ts'
import { tickets } from '../listening/test-needs.ts'
import { addOrganisation } from '../organisations/index.ts'
import { importPlan, type PlanImport } from '../plan/index.ts'
import { openHouse, type TestHouse } from '../testing.ts'
import type { Kind } from './rules.ts'
import { search } from './store.ts'

const described = { summaryIt: null, summaryEn: null, priority: false, prioritySource: null, parentId: null, since: null }

async function someThings(house: TestHouse) {
  const desk = house.desk()
  for (const name of [
    'Comune di Bologna',
    'Comune di Città di Castello',
    'Comune di Roma',
    'Ministero dei Beni e delle Attività Culturali',
  ])
    await addOrganisation(desk, { name, kind: 'territorial' })
  const texts = { summaryIt: 'Musei, biblioteche & <b>teatri</b>.', summaryEn: 'Museums, libraries and theatres.' }
  await addEcosystem(desk, { ...described, ...texts, nameIt: 'Beni culturali e turismo', nameEn: 'Culture and tourism' })
  await addEcosystem(desk, { ...described, nameIt: 'Sanità', nameEn: 'Health' })
}

/** A plan with one action, its result and a chapter of many passages. */
function aPlan(title: string, result: string): PlanImport {
  const plainText = Array.from({ length: 400 }, (_, n) => `Capoverso ${n} sulla cooperazione applicativa.`).join('\n\n')
  const chapter = {
    slug: 'interoperabilita',
    position: 4,
    number: 4,
    title: 'Modello di interoperabilità',
    part: null,
    body: null,
    plainText,
  }
  const action: PlanImport['content']['actions'][number] = {
    code: 'LA51',
    number: 51,
    title,
    chapter: chapter.slug,
    anchor: null,
    scopes: ['central'],
    timingText: 'In corso',
    timing: null,
    actorsText: 'AGID',
    actors: ['AGID'],
    description: [],
    descriptionText: 'Gruppi di lavoro',
    results: [{ text: result, due: null, criterion: null }],
    areasText: '',
    areas: [],
    source: 'folder',
  }
  const edition = {
    code: '2019-2021',
    title: 'Piano',
    fromYear: 2019,
    toYear: 2021,
    publishedOn: day('2019-03-12'),
    readMoreUrl: null,
    discussUrl: null,
  }
  return {
    edition,
    content: { source: 'folder', chapters: [chapter], actions: [action] },
    ecosystems: [],
    sourceHash: title,
    unplaced: [],
    refused: [],
  }
}

const ask = (house: TestHouse, words: string, lang: Lang = 'it', kind: Kind | null = null) =>
  search(house.db, { words, kind, lang, cursor: null, limit: 20 })

const bare = (text: string | null | undefined) => text?.replace(/[\uE000\uE001]/g, '')
const titles = async (house: TestHouse, words: string, lang: Lang = 'it') =>
  (await ask(house, words, lang)).items.map(({ title }) => bare(title))

describe('the search', () => {
  test('finds by stem in Italian and in English, whatever the accents', async () => {
    const house = await openHouse()
    await someThings(house)
    expect(await titles(house, 'museo')).toEqual(['Beni culturali e turismo'])
    expect(await titles(house, 'museum', 'en')).toEqual(['Culture and tourism'])
    expect(await titles(house, 'sanita')).toEqual(['Sanità'])
    expect(await titles(house, 'citta castello')).toEqual(['Comune di Città di Castello'])
  })

  test('puts ecosystems before what merely has the same words', async () => {
    const house = await openHouse()
    await someThings(house)
    expect(await titles(house, 'beni culturali')).toEqual(['Beni culturali e turismo', 'Ministero dei Beni e delle Attività Culturali'])
  })

  test('sets a mistyped word right, and says so', async () => {
    const house = await openHouse()
    await someThings(house)
    const answer = await ask(house, 'comune bolgna')
    expect(answer).toMatchObject({ reading: 'corrected', words: 'comune bologna' })
    expect(answer.items.map(({ title }) => bare(title))).toEqual(['Comune di Bologna'])
  })

  test('sets a word right by one as long rather than by a shorter one', async () => {
    const house = await openHouse()
    for (const name of ['Piattaforme abilitanti', 'Archivio degli abiliti']) await addOrganisation(house.desk(), { name, kind: 'other' })
    expect((await ask(house, 'abilitnti')).words).toBe('abilitanti')
  })

  test('falls back on some of the words, and says so', async () => {
    const house = await openHouse()
    await someThings(house)
    const answer = await ask(house, 'turismo roma')
    expect(answer.reading).toBe('some')
    expect(answer.items).toHaveLength(2)
  })

  test.each(['', 'di', '-roma', '"', '!!! & | <->', 'xyzzyxyzzy', '\\', "'", ':*'])(
    'answers «%s» with nothing, and no failure',
    async (words) => {
      const house = await openHouse()
      await someThings(house)
      expect((await ask(house, words)).items).toEqual([])
    },
  )

  test('marks the words found without trusting what surrounds them', async () => {
    const house = await openHouse()
    await someThings(house)
    const html = await house.read('/cerca?q=biblioteche')
    expect(html).toContain('<mark>biblioteche</mark>')
    expect(html).not.toContain('<b>teatri')
    expect(await house.read(`/cerca?q=${encodeURIComponent('<script>alert(1)</script>')}`)).not.toContain('<script>alert')
  })

  test('pages through everything once, in a constant number of statements', async () => {
    const house = await openHouse()
    for (let n = 0; n < 45; n += 1) await addOrganisation(house.desk(), { name: `Biblioteca ${n}`, kind: 'public-body' })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const answer = await search(house.db, { words: 'biblioteca', kind: null, lang: 'it', cursor, limit: 20 })
      expect(answer.counts).toEqual({ organisation: 45 })
      seen.push(...answer.items.map(({ id }) => id))
      cursor = answer.next
    } while (cursor)
    expect(seen).toHaveLength(45)
    expect(new Set(seen).size).toBe(45)
    expect(await house.countQueries(() => ask(house, 'biblioteca'))).toBe(1)
  })

  test('keeps to one kind when asked, and still counts the others', async () => {
    const house = await openHouse()
    await someThings(house)
    const answer = await ask(house, 'beni culturali', 'it', 'organisation')
    expect(answer.items.map(({ kind }) => kind)).toEqual(['organisation'])
    expect(answer.counts).toEqual({ ecosystem: 1, organisation: 1 })
  })

  test('follows the plan: a chapter is one thing, a revised action is found by its new words only', async () => {
    const house = await openHouse()
    await importPlan(house.desk(), aPlan('Avvio degli ecosistemi', 'Costituzione dei gruppi prioritari'))
    expect((await ask(house, 'cooperazione applicativa')).counts).toEqual({ chapter: 1 })
    expect((await ask(house, 'gruppi prioritari')).items).toMatchObject([{ kind: 'result', place: ['2019-2021', '51', '1'] }])
    await importPlan(house.desk(), aPlan('Prosecuzione degli ecosistemi', 'Insediamento dei tavoli'))
    expect((await ask(house, 'avvio ecosistemi')).reading).not.toBe('all')
    expect((await ask(house, 'prosecuzione ecosistemi')).items).toMatchObject([{ kind: 'action' }])
    expect((await ask(house, 'insediamento tavoli')).items).toMatchObject([{ kind: 'result' }])
  })

  test('repeats what the rooms hold, word for word, after every change', async () => {
    const house = await openHouse()
    await someThings(house)
    await importPlan(house.desk(), aPlan('Un titolo', 'Un risultato'))
    await importPlan(house.desk(), aPlan('Altro titolo', 'Altro risultato'))
    const { since: _, ...same } = described
    const input = { ...same, nameIt: 'Salute', nameEn: null, readdress: true }
    await describeEcosystem(house.desk(), 'sanita', input)
    await sql`update organisation set acronym = 'CRM'`.execute(house.db)
    const columns = sql`kind, key, part, place, title_it, title_en, body_it, body_en`
    const { rows } = await sql`
      (select ${columns} from search_source except select ${columns} from search_entry)
      union all (select ${columns} from search_entry except select ${columns} from search_source)`.execute(house.db)
    expect(rows).toEqual([])
    expect((await ask(house, 'salute')).items).toMatchObject([{ place: ['salute'] }])
  })
})

describe('the page of results', () => {
  test('speaks both languages and leads to the things found', async () => {
    const house = await openHouse()
    await someThings(house)
    const italian = await house.read('/cerca?q=turismo')
    expect(italian).toContain('Un risultato per «turismo»')
    expect(italian).toContain('href="/ecosistemi/beni-culturali-e-turismo"')
    const english = await house.read('/en/cerca?q=tourism')
    expect(english).toContain('One result for “tourism”')
    expect(english).toContain('href="/en/ecosistemi/beni-culturali-e-turismo"')
  })

  test('helps when there is nothing', async () => {
    const house = await openHouse()
    expect(await house.read('/cerca?q=nulla')).toContain('href="/ecosistemi"')
    expect(await house.read('/cerca')).toContain('Che cosa cerchi?')
  })

  test('is answered as JSON too, without marks', async () => {
    const house = await openHouse()
    await someThings(house)
    const answer = (await (await house.ask('/api/v1/search?q=turismo')).json()) as { items: unknown[] }
    expect(answer).toMatchObject({ reading: 'all', next: null, counts: { ecosystem: 1 } })
    expect(answer.items[0]).toMatchObject({
      title: 'Beni culturali e turismo',
      url: 'http://simbiosi.test/ecosistemi/beni-culturali-e-turismo',
    })
    expect((await house.ask('/api/v1/search')).status).toBe(422)
    expect((await house.ask('/api/v1/search?q=a&cursor=zzz')).status).toBe(400)
  })
})

test('a need is found as long as it stands by itself, and a body by its mandate', async () => {
  const { house, body, slug } = await openGroup()
  const recorded = (statement: string) => recordNeed(house.desk(), slug, { ...tickets, statement })
  const one = await recorded('Prenotazione unica dei planetari')
  const two = await recorded('Prenotare i planetari da un solo sito')
  const found = async (words: string) =>
    (await search(house.db, { words, kind: null, lang: 'it', cursor: null, limit: 10 })).items.map(({ id }) => id)
  expect((await found('planetari')).sort()).toEqual([one.id, two.id].sort())
  await mergeNeeds(house.desk(), two.id, { intoId: one.id, reason: 'Sono la stessa.' })
  expect(await found('planetari')).toEqual([one.id])
  expect(await found('guida ecosistema')).toContain(body.id)
})
