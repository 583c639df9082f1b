import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { openHouse, type TestHouse } from '../testing.ts'
import { importPlan } from './actions/import.ts'
import { seedPlanFacts } from './actions/seed.ts'
import { smallPlanImport } from './test-plan.ts'

async function houseWithFacts(): Promise<TestHouse> {
  const house = await openHouse()
  await seedPlanFacts({ ...house.desk(), today: day('2019-03-12'), now: new Date('2019-03-12T08:00:00Z') })
  return house
}

const codesIn = (page: string) => [...page.matchAll(/<span class="code">(LA\d+)<\/span>/g)].map(([, code]) => code)

describe('the list of actions', () => {
  test('combines its filters in its address, counts them and sorts', async () => {
    const house = await houseWithFacts()
    const all = await house.read('/piano/2019-2021')
    expect(codesIn(all)).toHaveLength(90)
    expect(all).toContain('90 azioni')
    const late = await house.read('/piano/2019-2021?stato=late&capitolo=ecosistemi')
    expect(codesIn(late)).toEqual(['LA51', 'LA52'])
    expect(codesIn(await house.read('/piano/2019-2021?stato=late&capitolo=ecosistemi&ordine=-scadenza'))).toEqual(['LA52', 'LA51'])
    expect(codesIn(await house.read('/piano/2019-2021?anno=2021&capitolo=ecosistemi'))).toEqual(['LA54'])
    expect(codesIn(await house.read('/piano/2019-2021?attore=amministrazioni-capofila'))).toEqual(['LA51'])
  })

  test('finds words, a code, and forgives a small mistake', async () => {
    const house = await houseWithFacts()
    expect(codesIn(await house.read('/piano/2019-2021?q=la51'))).toEqual(['LA51'])
    expect(codesIn(await house.read('/piano/2019-2021?q=Wi-Fi'))).toContain('LA10')
    expect(codesIn(await house.read(`/piano/2019-2021?q=${encodeURIComponent('Convocazzione')}`))).toEqual(['LA51'])
  })

  test('that finds nothing says what to do next', async () => {
    const house = await houseWithFacts()
    const page = await house.read('/piano/2019-2021?stato=blocked&anno=2035')
    expect(page).toContain('Nessuna azione risponde a questi filtri')
    expect(page).toContain('href="/piano/2019-2021"')
  })

  test('takes what means nothing for nothing', async () => {
    const house = await houseWithFacts()
    for (const query of ['stato=perduto', 'anno=%00', 'ordine=-', 'al=2020-02-31', `q=${'%25'.repeat(300)}`, 'attore[]=1&attore=']) {
      const response = await house.ask(`/piano/2019-2021?${query}`)
      expect([query, response.status]).toEqual([query, 200])
    }
  })

  test('is drawn on any day, and a day that nobody can mean is as if it were not asked', async () => {
    const house = await houseWithFacts()
    expect((await house.read('/piano/2019-2021/tempi?al=2999-12-31')).length).toBeLessThan(200_000)
    const today = await house.read('/piano/2019-2021/tempi')
    for (const al of ['9999-12-31', '0001-01-01', '9999-99-99']) {
      const page = await house.read(`/piano/2019-2021/tempi?al=${al}`)
      expect(page.match(/<svg class="chart"/g), al).toEqual(today.match(/<svg class="chart"/g))
      expect(page, al).not.toContain('31 dicembre 9999')
    }
  })

  test('is told of any day', async () => {
    const house = await houseWithFacts()
    const page = await house.read('/piano/2019-2021?al=2019-12-31&capitolo=ecosistemi')
    expect(page).toContain('31 dicembre 2019')
    expect(page).not.toContain('in ritardo, <span class="nb">204')
    expect(codesIn(await house.read('/piano/2019-2021?al=2019-12-31&capitolo=ecosistemi&stato=late'))).toEqual([])
  })

  test('is a table to download, in which no cell can run', async () => {
    const house = await openHouse()
    await importPlan(house.desk(), await smallPlanImport({ title: '=SOMMA(1), "per prova"' }))
    const response = await house.ask('/piano/2018-2022/azioni.csv')
    expect(response.headers.get('content-type')).toContain('text/csv')
    const text = await response.text()
    expect(text.split('\r\n')[0]).toContain('giorni di ritardo')
    expect(text).toContain(`"'=SOMMA(1), ""per prova"""`)
    expect(text).toContain('http://simbiosi.test/piano/2018-2022/azioni/1')
  })

  test('makes as many statements for many actions as for one', async () => {
    const house = await houseWithFacts()
    const plan = await smallPlanImport()
    await importPlan(house.desk(), { ...plan, content: { ...plan.content, actions: plan.content.actions.slice(0, 1) } })
    await importPlan(house.desk(), await smallPlanImport({}, '2021-2023'))
    const statements = (edition: string) => house.countQueries(() => house.read(`/piano/${edition}?stato=late`))
    expect(await statements('2021-2023')).toBe(await statements('2018-2022'))
    // Three more ask the ecosystems, whose working groups there are and which strategies were consulted upon: the criteria of this edition count them.
    expect(await statements('2019-2021')).toBe((await statements('2018-2022')) + 3)
  })
})

describe('an action', () => {
  test('shows the five fields in the plan’s order and words, in both languages', async () => {
    const house = await houseWithFacts()
    const order = (page: string, names: string[]) => names.map((name) => page.indexOf(`<dt>${name}</dt>`))
    const italian = order(await house.read('/piano/2019-2021/azioni/51'), [
      'Tempi',
      'Attori',
      'Descrizione',
      'Risultati',
      'Aree di intervento',
    ])
    expect(italian).toEqual(italian.toSorted((a, b) => a - b))
    expect(italian[0]).toBeGreaterThan(0)
    const english = await house.read('/en/piano/2019-2021/azioni/51')
    expect(order(english, ['Timing', 'Actors', 'Description', 'Results', 'Areas of intervention']).every((place) => place > 0)).toBe(true)
    expect(english).toContain('204 days late')
  })

  test('of which only the facts are here says so', async () => {
    const house = await houseWithFacts()
    expect(await house.read('/piano/2019-2021/azioni/1')).toContain('Il testo completo dell’azione arriva con l’importazione')
  })

  test('shows how its text changed, word by word', async () => {
    const house = await openHouse()
    await importPlan(house.desk(), await smallPlanImport())
    house.at('2020-09-01T09:00:00+02:00')
    await importPlan(house.desk(), await smallPlanImport({ title: 'Catalogo nazionale dei servizi' }))
    const page = await house.read('/piano/2018-2022/azioni/1')
    expect(page).toContain('In vigore dal 1 settembre 2020')
    expect(page).toMatch(/<ins>.*nazionale.*<\/ins>/s)
    expect(await house.read('/piano/2018-2022/azioni/1?al=2020-08-01')).not.toContain('Catalogo nazionale dei servizi</span></h1>')
  })

  test('that does not exist, or did not yet, is refused with words', async () => {
    const house = await houseWithFacts()
    const missing = await house.ask('/piano/2019-2021/azioni/91')
    expect(missing.status).toBe(404)
    expect(await missing.text()).toContain('non c’è l’azione 91')
    const early = await house.ask('/piano/2019-2021/azioni/51?al=2018-01-01')
    expect(early.status).toBe(404)
    expect(await early.text()).toContain('12 marzo 2019')
    expect((await house.ask('/piano/1999-2001/azioni/1')).status).toBe(404)
  })

  test('makes as many statements with one result as with five', async () => {
    const house = await houseWithFacts()
    const one = await house.countQueries(() => house.read('/piano/2019-2021/azioni/4'))
    const five = await house.countQueries(() => house.read('/piano/2019-2021/azioni/38'))
    expect(five).toBe(one)
  })
})

describe('chapters', () => {
  test('show their text, their contents and the state of the actions in them', async () => {
    const house = await openHouse()
    await importPlan(house.desk(), await smallPlanImport())
    const page = await house.read('/piano/2018-2022/capitoli/servizi')
    expect(page).toContain('Come le amministrazioni offrono servizi.')
    expect(page).toContain('href="#linee-di-azione"')
    expect(page).toMatch(/id="la01"[\s\S]*in ritardo di 22 giorni/)
    expect(await house.read('/piano/2018-2022/capitoli')).toContain('href="/piano/2018-2022/capitoli/dati"')
    expect((await house.ask('/piano/2018-2022/capitoli/altro')).status).toBe(404)
  })

  test('of which only the facts are here show their actions and say that the text is to come', async () => {
    const house = await houseWithFacts()
    const page = await house.read('/piano/2019-2021/capitoli/ecosistemi')
    expect(page).toContain('Il testo completo del capitolo arriva con l’importazione')
    expect(codesIn(page)).toEqual(['LA51', 'LA52', 'LA53', 'LA54'])
  })
})

test('the timeline says in its table what it draws', async () => {
  const house = await houseWithFacts()
  const page = await house.read('/piano/2019-2021/tempi')
  expect(page).toContain('<svg class="chart"')
  expect(page).toContain('datetime="2019-12-31"')
  expect(page).toContain('href="/piano/2019-2021/azioni/51"')
  expect(page).not.toMatch(/ style="/)
})

describe('the pages of the editions', () => {
  test('can be read with nothing in them', async () => {
    const house = await openHouse()
    for (const path of ['/piano', '/en/piano', '/piano/confronto']) await house.read(path)
    await importPlan(house.desk(), { ...(await smallPlanImport()), content: { source: 'folder', chapters: [], actions: [] } })
    for (const path of ['/piano/2018-2022', '/piano/2018-2022/capitoli', '/piano/2018-2022/tempi', '/piano/2018-2022/azioni.csv']) {
      expect((await house.ask(path)).status).toBe(200)
    }
  })

  test('compare by what was recorded, and say nothing of what is not here', async () => {
    const house = await houseWithFacts()
    const page = await house.read('/piano/confronto?da=2019-2021&a=2017-2019')
    expect(page).toContain('Legami registrati: riformulata')
    expect(page).toContain('Dell’edizione 2017–2019 qui non ci sono azioni')
    expect(page).not.toContain('Solo nell’edizione')
  })
})

test('the API gives the same list, page by page', async () => {
  const house = await houseWithFacts()
  const get = async (path: string) =>
    (await (await house.ask(path)).json()) as { items: { code: string; state: string }[]; next: string | null }
  const path = '/api/v1/editions/2019-2021/actions?state=late&sort=due&limit=20'
  const seen: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const page: Awaited<ReturnType<typeof get>> = await get(`${path}&cursor=${next}`.replace(/&cursor=$/, ''))
    expect(page.items.every(({ state }) => state === 'late')).toBe(true)
    seen.push(...page.items.map(({ code }) => code))
    next = page.next
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBe((await get('/api/v1/editions/2019-2021/actions?state=late&limit=200')).items.length)
  const { items } = (await (await house.ask('/api/v1/editions')).json()) as { items: { code: string }[] }
  expect(items.map(({ code }) => code)).toEqual(['2019-2021', '2017-2019'])
  expect((await house.ask('/api/v1/editions/2019-2021/actions?on=ieri')).status).toBe(422)
  expect((await house.ask('/api/v1/editions/2019-2021/actions/500')).status).toBe(404)
  expect((await house.ask('/api/v1/editions/2019-2021/actions?cursor=WzUwMF0')).status).toBe(400)
})
