import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { addEcosystem, getEcosystem, setPhaseTerm, startPhase } from '../ecosystems/index.ts'
import { day } from '../kernel/day.ts'
import { seedPlanFacts } from '../plan/index.ts'
import { openHouse, somebody, type TestHouse } from '../testing.ts'
import { collections } from './pages/information/open-data.tsx'

type Described = Parameters<typeof addEcosystem>[1]

const described = {
  nameEn: null,
  summaryIt: null,
  summaryEn: null,
  priority: false,
  prioritySource: null,
  parentId: null,
  since: day('2019-01-01'),
}

async function ecosystem(house: TestHouse, nameIt: string, more: Partial<Described> = {}) {
  const { slug } = await addEcosystem(house.desk(), { ...described, nameIt, ...more })
  return slug
}

const term = (dueOn: string) => ({ expectedOn: null, dueOn: day(dueOn), precision: 'month', qualifier: 'by', source: 'LA51' }) as const

async function welfareIsLate(house: TestHouse) {
  const slug = await ecosystem(house, 'Welfare', { nameEn: 'Welfare', priority: true, prioritySource: 'LA51' })
  await setPhaseTerm(house.desk(), slug, { phase: 'envisioning', ...term('2019-12-31') })
  await startPhase(house.desk(), slug, { phase: 'envisioning', on: day('2019-02-01') })
  return slug
}

describe('the home page', () => {
  test('tells what there is, and what there is not, before anything is loaded', async () => {
    const house = await openHouse()
    expect(await house.read('/')).toContain('Non c’è ancora nessun ecosistema')
    expect(await house.read('/en')).toContain('There is no ecosystem yet')
  })

  test('shows each ecosystem with its phases, what is missing first and how late it is', async () => {
    const house = await openHouse()
    await welfareIsLate(house)
    const html = await house.read('/')
    expect(html).toContain('href="/ecosistemi/welfare"')
    expect(html).toContain('href="/ecosistemi/welfare/fasi/envisioning"')
    expect(html).toMatch(/204 giorni/)
    expect(html).toContain('manca: l’atto istitutivo del gruppo di lavoro')
    expect(await house.read('/en')).toContain('href="/en/ecosistemi/welfare"')
  })

  test('filters and sorts by its address', async () => {
    const house = await openHouse()
    await welfareIsLate(house)
    await ecosystem(house, 'Agricoltura')
    const rowsOf = (html: string) => [...html.matchAll(/<th scope="row"><a href="\/ecosistemi\/([^"]+)"/g)].map(([, slug]) => slug)
    expect(rowsOf(await house.read('/'))).toEqual(['welfare', 'agricoltura'])
    expect(rowsOf(await house.read('/?ordina=nome'))).toEqual(['agricoltura', 'welfare'])
    expect(await house.read('/?ordina=nome')).toContain('aria-sort="ascending"')
    expect(rowsOf(await house.read('/?filtro=ritardo'))).toEqual(['welfare'])
    expect(await house.read('/?filtro=in-corso')).toContain('Nessun ecosistema risponde a questo filtro')
    expect(rowsOf(await house.read('/?filtro=altro&ordina=altro'))).toHaveLength(2)
  })

  test('writes what people typed without trusting it', async () => {
    const house = await openHouse()
    await ecosystem(house, 'A<script>alert(1)</script>')
    const html = await house.read('/')
    expect(html).toContain('A&lt;script&gt;')
    expect(html).not.toContain('<script>alert')
  })

  test('asks the same number of questions whatever there is to show', async () => {
    const house = await openHouse()
    await seedPlanFacts(house.desk())
    await welfareIsLate(house)
    const few = await house.countQueries(() => house.read('/'))
    for (let n = 0; n < 12; n += 1) await ecosystem(house, `Ecosistema ${n}`)
    expect(await house.countQueries(() => house.read('/'))).toBe(few)
  })
})

describe('the page of an ecosystem', () => {
  test('says who leads, how far it is and what it holds, in both languages', async () => {
    const house = await openHouse()
    const slug = await welfareIsLate(house)
    const { id } = await getEcosystem(house.db, slug, house.desk().today)
    await ecosystem(house, 'Musei', { parentId: id })
    const html = await house.read('/ecosistemi/welfare')
    expect(html).toContain('Nessuna amministrazione lo guida')
    expect(html).toContain('La fase Envisioning è in ritardo')
    expect(html).toContain('href="/ecosistemi/musei"')
    expect(html).toContain('0 condizioni su 6')
    expect(await house.read('/en/ecosistemi/welfare')).toContain('The Envisioning phase is late')
    expect(await house.read('/ecosistemi/musei')).toContain('È parte di')
  })

  test('a former address leads to the present one', async () => {
    const house = await openHouse()
    await ecosystem(house, 'Welfare')
    await sql`update ecosystem set slug = 'stato-sociale' where slug = 'welfare'`.execute(house.db)
    await sql`insert into ecosystem_slug select 'stato-sociale', id from ecosystem`.execute(house.db)
    const answer = await house.ask('/en/ecosistemi/welfare')
    expect(answer.status).toBe(301)
    expect(answer.headers.get('location')).toBe('/en/ecosistemi/stato-sociale')
    expect((await house.ask('/ecosistemi/niente')).status).toBe(404)
  })

  test('shows each person only what they may do', async () => {
    const house = await openHouse()
    const slug = await welfareIsLate(house)
    const { id } = await getEcosystem(house.db, slug, house.desk().today)
    const asLead = await house.read('/ecosistemi/welfare', somebody('lead', { kind: 'ecosystem', id }))
    expect(asLead).toContain('href="/ecosistemi/welfare/fasi/design/avvio"')
    expect(asLead).toContain('href="/ecosistemi/welfare/modifica"')
    const asReader = await house.read('/ecosistemi/welfare')
    expect(asReader).not.toContain('/avvio"')
    expect(asReader).not.toContain('/modifica"')
  })

  test('leads to each room once, and to nothing that is not there', async () => {
    const house = await openHouse()
    await welfareIsLate(house)
    const html = await house.read('/ecosistemi/welfare')
    const everything = /<section id="everything".*?<\/section>/s.exec(html)?.[0] ?? ''
    const ways = [...everything.matchAll(/href="\/ecosistemi\/welfare\/([^"]+)"/g)].map(([, way]) => way)
    expect(ways).toEqual(['gruppi', 'ascolto', 'progetti', 'sistemi', 'documenti', 'consultazioni'])
    expect(html).toContain('Non sono ancora pubblicati')
    expect(html).toContain('href="/ecosistemi/welfare/perimetro"')
  })

  test('asks the same number of questions whatever there is inside it', async () => {
    const house = await openHouse()
    const slug = await welfareIsLate(house)
    const { id } = await getEcosystem(house.db, slug, house.desk().today)
    const few = await house.countQueries(() => house.read('/ecosistemi/welfare'))
    for (let n = 0; n < 5; n += 1) await ecosystem(house, `Parte ${n}`, { parentId: id })
    expect(await house.countQueries(() => house.read('/ecosistemi/welfare'))).toBe(few)
  })
})

describe('the pages of information', () => {
  const pages = ['/stati', '/accessibilita', '/segnala', '/contatti', '/riservatezza', '/dati-aperti', '/cerca']

  test.each(pages)('%s is read by anybody, in both languages, and kept by shared caches', async (path) => {
    const house = await openHouse()
    for (const address of [path, `/en${path}`]) {
      const answer = await house.ask(address)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(answer.headers.get('cache-control')).toContain('public')
      expect(await answer.text()).toMatch(/<h1>[^<]+<\/h1>/)
    }
  })

  test('every address that open data name does answer', async () => {
    const house = await openHouse()
    await seedPlanFacts(house.desk())
    for (const { address } of collections('2019-2021')) expect([address, (await house.ask(address)).status]).toEqual([address, 200])
  })

  test('a report carries the page it is about, and only a page of ours', async () => {
    const house = await openHouse()
    const subject = (html: string) => decodeURIComponent(/mailto:[^?]+\?subject=([^"]+)"/.exec(html)?.[1] ?? '')
    expect(subject(await house.read('/segnala?pagina=/piano'))).toBe('Ostacolo nella pagina http://simbiosi.test/piano')
    for (const foreign of ['https://altrove.example', '//altrove.example', `/${'a'.repeat(400)}`])
      expect(subject(await house.read(`/segnala?pagina=${encodeURIComponent(foreign)}`))).toBe('Ostacolo sul sito')
  })

  test('programs find the map of the site, with everything that can be read', async () => {
    const house = await openHouse()
    await ecosystem(house, 'Welfare')
    expect(await house.read('/robots.txt')).toContain('Sitemap: http://simbiosi.test/sitemap.xml')
    expect(await house.read('/sitemap.xml')).toContain('<loc>http://simbiosi.test/sitemap-1.xml</loc>')
    const map = await house.read('/sitemap-1.xml')
    for (const address of ['/', '/ecosistemi/welfare', '/en/ecosistemi/welfare'])
      expect(map).toContain(`<loc>http://simbiosi.test${address}</loc>`)
    expect((await house.ask('/sitemap-2.xml')).status).toBe(404)
    expect((await house.ask('/sitemap-0.xml')).status).toBe(404)
  })
})
