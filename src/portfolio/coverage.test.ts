import { describe, expect, test } from 'vitest'
import { adoptVersion, createDocument, freezeDraft, importBlocks, publishVersion } from '../documents/index.ts'
import { decisionById } from '../groups/index.ts'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import type { NeedInput } from '../listening/index.ts'
import { recordNeed } from '../listening/index.ts'
import { addTestEcosystem, tickets } from '../listening/test-needs.ts'
import { somebody } from '../testing.ts'
import { answerNeed, dropNeed } from './actions/needs.ts'
import { withdrawProject } from './actions/standing.ts'
import { coverageIn } from './coverage.ts'
import { coversOf } from './covers.ts'
import { getProject } from './store/projects.ts'
import { openPortfolio, type TestPortfolio } from './test-portfolio.ts'

const today = day('2020-07-22')
const reader = { lang: 'it', today } as const

async function need({ house, ecosystemId, slug }: TestPortfolio, more: Partial<NeedInput> = {}) {
  const secretary = somebody('secretary', { kind: 'ecosystem', id: ecosystemId })
  return recordNeed(house.desk(secretary), slug, { ...tickets, ...more })
}

describe('a project answers needs', () => {
  test('of its own ecosystem, each once, fully or in part', async () => {
    const portfolio = await openPortfolio()
    const { house, desk, add } = portfolio
    const { id } = await add()
    const one = await need(portfolio)
    await answerNeed(desk(), id, { needId: one.id, extent: 'partly' })
    await expect(answerNeed(desk(), id, { needId: one.id, extent: 'partly' })).rejects.toThrow('need-answered-already')
    const { needs, revision } = await answerNeed(desk(), id, { needId: one.id, extent: 'fully' })
    expect([needs, revision]).toMatchObject([[{ needId: one.id, extent: 'fully', since: today }], 3])
    await expect(answerNeed(desk(), id, { needId: newId(), extent: 'fully' })).rejects.toThrow('need-of-another-ecosystem')
    const elsewhere = await addTestEcosystem(house, 'Sanità')
    const keeper = house.desk(somebody('secretary', { kind: 'ecosystem', id: elsewhere.ecosystemId }))
    const theirs = await recordNeed(keeper, elsewhere.slug, tickets)
    await expect(answerNeed(desk(), id, { needId: theirs.id, extent: 'fully' })).rejects.toThrow('need-of-another-ecosystem')
    await dropNeed(desk(), id, one.id)
    await expect(dropNeed(desk(), id, one.id)).rejects.toThrow('need-not-answered')
    expect((await getProject(house.db, id)).needs).toEqual([])
  })

  test('as objectives of the vision in force do, told apart, and those withdrawn no longer do', async () => {
    const portfolio = await openPortfolio()
    const { house, slug, ecosystemId, desk, add } = portfolio
    const [one, two] = [await need(portfolio), await need(portfolio, { statement: 'Orari aggiornati' })]
    const { id } = await add({ kind: 'priority-service', titleIt: 'Biglietto' })
    await answerNeed(desk(), id, { needId: one.id, extent: 'partly' })
    const document = await createDocument(house.desk(), slug, { kind: 'vision', titleIt: 'La vision', titleEn: null, bodies: [] })
    await importBlocks(desk(), document.id, [
      { kind: 'objective', level: 0, source: 'Un solo biglietto', data: { refs: [{ kind: 'need', id: one.id }] } },
    ])
    const covers = async () => (await coversOf(house.db, [one.id, two.id], reader)).get(one.id)?.map(({ kind }) => kind)
    expect(await covers()).toEqual(['service'])
    const version = await freezeDraft(desk(), document.id)
    const decision = { id: newId(), number: 1, ecosystemId, bodyKind: 'working-group', kind: 'adoption', takenOn: today, holds: true }
    await adoptVersion(desk(), version.id, decision.id, async () => decision)
    expect(await covers()).toEqual(['service'])
    await publishVersion(desk(), version.id, decisionById)
    expect(await covers()).toEqual(['objective', 'service'])
    expect(await coverageIn(house.db, ecosystemId, today)).toMatchObject({ total: 2, levels: { open: 1, 'partly-covered': 1, covered: 0 } })
    await withdrawProject(desk(), id, { reason: 'Errore' })
    expect(await covers()).toEqual(['objective'])
  })
})

describe('coverage', () => {
  test('is counted for each voice, and lists the gravest needs without an answer first', async () => {
    const portfolio = await openPortfolio()
    const { house, slug, ecosystemId, desk, add } = portfolio
    const light = await need(portfolio, { statement: 'Poco grave', severity: 1 })
    const grave = await need(portfolio, { statement: 'Molto grave', severity: 5, voiceKind: 'firms' })
    const answered = await need(portfolio, { statement: 'Già risolta', severity: 5 })
    const { id } = await add({ titleIt: 'Che risponde' })
    await add({ titleIt: 'Che non risponde' })
    await answerNeed(desk(), id, { needId: answered.id, extent: 'fully' })
    const { levels, voices } = await coverageIn(house.db, ecosystemId, today)
    expect(levels).toEqual({ open: 2, 'partly-covered': 0, covered: 1 })
    expect(voices.map(({ voice, total }) => [voice, total])).toEqual([
      ['citizens', 2],
      ['firms', 1],
    ])
    const page = await house.read(`/ecosistemi/${slug}/copertura`)
    expect(page.indexOf(grave.statement)).toBeLessThan(page.indexOf(light.statement))
    expect(page).not.toContain('Già risolta')
    expect(page).toContain('2 esigenze su 3 aspettano ancora una risposta')
    expect(page).toContain('Che non risponde')
    expect(page).not.toContain('>Che risponde<')
    expect(await house.read(`/ecosistemi/${slug}/copertura?risposta=covered`)).toContain('Già risolta')
    const csv = await (await house.ask(`/ecosistemi/${slug}/copertura.csv`)).text()
    expect(csv.trim().split('\r\n')).toHaveLength(4)
    const api = await (await house.ask(`/api/v1/ecosystems/${slug}/coverage/needs?level=covered`)).json()
    expect(api).toMatchObject({ items: [{ statement: 'Già risolta', covers: [{ kind: 'project', extent: 'fully' }] }], next: null })
    expect(await (await house.ask(`/api/v1/ecosystems/${slug}/coverage`)).json()).toMatchObject({ total: 3 })
  })

  test('goes on by cursor and takes as many statements for many needs as for few', async () => {
    const portfolio = await openPortfolio()
    const { house, slug } = portfolio
    const { id } = await portfolio.add()
    const path = `/ecosistemi/${slug}/copertura`
    await answerNeed(portfolio.desk(), id, { needId: (await need(portfolio)).id, extent: 'partly' })
    const few = await house.countQueries(() => house.read(path))
    for (let n = 0; n < 32; n += 1) {
      const { id: needId } = await need(portfolio, { statement: `Esigenza numero ${n}` })
      if (n === 0) await answerNeed(portfolio.desk(), id, { needId, extent: 'fully' })
    }
    expect(await house.countQueries(() => house.read(path))).toBe(few)
    const next = /href="([^"]+)"[^>]*rel="next"/.exec(await house.read(path))?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(await house.read(next)).toContain('Esigenza numero 1')
  })

  test('is empty in words, in both languages', async () => {
    const { house, slug } = await openPortfolio()
    expect(await house.read(`/ecosistemi/${slug}/copertura`)).toContain('Non è ancora stata raccolta nessuna esigenza')
    expect(await house.read(`/en/ecosistemi/${slug}/copertura`)).toContain('No need has been collected yet')
  })
})

test('on its page a project shows the needs it answers, and whoever may links one by searching, without script', async () => {
  const portfolio = await openPortfolio()
  const { house, lead, add } = portfolio
  const { id } = await add()
  const one = await need(portfolio)
  const path = `/progetti/${id}/esigenze`
  const post = async (form: Record<string, string>) => {
    const response = await house.ask(path, { as: lead, form })
    return { status: response.status, text: await response.text(), to: response.headers.get('location') }
  }
  expect((await post({ 'needId-query': 'biglietto', 'needId-search': '1' })).text).toContain(`value="${one.id}"`)
  expect((await post({ 'needId-query': 'biglietto', extent: 'fully' })).text).toContain('Scegli un’esigenza tra quelle trovate')
  expect((await post({ 'needId-query': 'E-1', needId: one.id })).status).toBe(422)
  const done = await post({ 'needId-query': 'E-1', needId: one.id, extent: 'fully' })
  expect(done.to).toBe(`${path}?fatto=collegata`)
  expect(await house.read(`/progetti/${id}`)).toContain('Un biglietto unico')
  const end = await house.ask(`${path}/${one.id}/fine`, { as: lead, form: {} })
  expect(end.status).toBe(303)
})
