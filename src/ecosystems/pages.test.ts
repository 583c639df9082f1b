import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { addOrganisation } from '../organisations/index.ts'
import { citizen, openHouse, somebody, type TestHouse } from '../testing.ts'
import { addEcosystem, describeEcosystem } from './actions/describe.ts'
import { appointLead } from './actions/parties.ts'
import { setPhaseTerm, startPhase } from './actions/phases.ts'
import { getEcosystem } from './index.ts'

const plain = {
  nameEn: null,
  summaryIt: null,
  summaryEn: null,
  priority: false,
  prioritySource: null,
  parentId: null,
  since: day('2019-01-01'),
}
const add = (house: TestHouse, nameIt: string, more: object = {}) => addEcosystem(house.desk(), { ...plain, nameIt, ...more })
const officer = somebody('officer')
const today = day('2020-07-22')

async function lateWelfare(house: TestHouse) {
  await add(house, 'Welfare', { nameEn: 'Welfare state', priority: true, prioritySource: 'LA51 2019-2021' })
  await setPhaseTerm(house.desk(), 'welfare', {
    phase: 'envisioning',
    expectedOn: null,
    dueOn: day('2019-12-31'),
    precision: 'month',
    qualifier: 'by',
    source: 'LA51 2019-2021',
  })
}

test('what an address says was done is taken only in the words that a page knows', async () => {
  const house = await openHouse()
  const { slug } = await add(house, 'Sanità')
  for (const said of ['constructor', '__proto__', 'toString', '%00'])
    for (const part of ['capofila', 'attori']) expect((await house.ask(`/ecosistemi/${slug}/${part}?fatto=${said}`)).status).toBe(200)
})

describe('the list', () => {
  test('says so when there is no ecosystem, and offers to add one only to whoever may', async () => {
    const house = await openHouse()
    expect(await house.read('/ecosistemi')).toContain('Non c’è ancora nessun ecosistema')
    expect(await house.read('/ecosistemi')).not.toContain('/ecosistemi/nuovo')
    expect(await house.read('/ecosistemi', officer)).toContain('href="/ecosistemi/nuovo"')
  })

  test('shows leads, priority and lateness, in both languages', async () => {
    const house = await openHouse()
    await lateWelfare(house)
    const italian = await house.read('/ecosistemi')
    expect(italian).toContain('204 giorni')
    expect(italian).toContain('prioritario')
    expect(italian).toContain('Senza capofila')
    const english = await house.read('/en/ecosistemi')
    expect(english).toContain('Welfare state')
    expect(english).toContain('204 days')
    expect(english).toContain('Without a lead')
  })

  test('is filtered by address: priority, late, and words of a name or of a lead', async () => {
    const house = await openHouse()
    await lateWelfare(house)
    const { slug } = await add(house, 'Sanità')
    const { id: organisationId } = await addOrganisation(house.desk(), { name: 'Ministero della Salute', kind: 'central' })
    await appointLead(house.desk(), slug, { organisationId, fromDay: null })
    const shown = async (query: string) => {
      const page = await house.read(`/ecosistemi?${query}`)
      return ['sanita', 'welfare'].filter((one) => page.includes(`href="/ecosistemi/${one}"`))
    }
    expect(await shown('')).toEqual(['sanita', 'welfare'])
    expect(await shown('filtro=prioritari')).toEqual(['welfare'])
    expect(await shown('filtro=ritardo')).toEqual(['welfare'])
    expect(await shown('q=salute')).toEqual(['sanita'])
    expect(await shown('q=sanita')).toEqual(['sanita'])
    expect(await shown('q=niente')).toEqual([])
  })

  test('takes as many statements for eleven ecosystems as for one', async () => {
    const house = await openHouse()
    await add(house, 'Zero')
    const one = await house.countQueries(() => house.read('/ecosistemi'))
    for (let n = 1; n <= 10; n += 1) await add(house, `Numero ${n}`)
    expect(await house.countQueries(() => house.read('/ecosistemi'))).toBe(one)
  })
})

describe('adding and correcting', () => {
  test('the form is refused to whoever could not send it', async () => {
    const house = await openHouse()
    await add(house, 'Scuola')
    expect((await house.ask('/ecosistemi/nuovo', { as: citizen() })).status).toBe(403)
    for (const path of ['nuovo', 'scuola/modifica', 'scuola/fasi/design/avvio', 'scuola/fasi/design/termine'])
      expect((await house.ask(`/ecosistemi/${path}`)).status, path).toBe(401)
  })

  test('a name written once makes an ecosystem, and a page says what comes next', async () => {
    const house = await openHouse()
    const answer = await house.ask('/ecosistemi', { as: officer, form: { nameIt: 'Beni culturali e turismo', since: '2019-01-01' } })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ecosistemi/beni-culturali-e-turismo/modifica?fatto=aggiunto'])
    const page = await house.read('/ecosistemi/beni-culturali-e-turismo/modifica?fatto=aggiunto', officer)
    expect(page).toContain('Ecosistema aggiunto')
    expect(page).toContain('/ecosistemi/beni-culturali-e-turismo/capofila')
  })

  test('a refused form comes back filled in, with the words beside the field', async () => {
    const house = await openHouse()
    await add(house, 'Scuola')
    const answer = await house.ask('/ecosistemi', {
      as: officer,
      form: { nameIt: 'Scuola', summaryIt: 'Testo da non perdere', priority: 'on' },
    })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Testo da non perdere')
    expect(page).toContain('id="field-nameIt-error"')
    const empty = await house.ask('/en/ecosistemi', { as: officer, form: { nameIt: ' ' } })
    expect(await empty.text()).toContain('This is needed')
  })

  test('what people write is shown as they wrote it, and never runs', async () => {
    const house = await openHouse()
    const { slug } = await add(house, '<script>alert(1)</script> & co')
    expect(await house.read('/ecosistemi')).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; co')
    expect(await house.read(`/ecosistemi/${slug}/modifica`, officer)).toContain('value="&lt;script&gt;alert(1)&lt;/script&gt; &amp; co"')
  })

  test('a former address leads to the present one, in each language and with its query', async () => {
    const house = await openHouse()
    await add(house, 'Scuola')
    await describeEcosystem(house.desk(), 'scuola', { nameIt: 'Istruzione', readdress: true })
    const answer = await house.ask('/en/ecosistemi/scuola/cicli?x=1')
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/en/ecosistemi/istruzione/cicli?x=1'])
    expect((await house.ask('/ecosistemi/mai-esistito/cicli')).status).toBe(404)
    const api = await house.ask('/api/v1/ecosystems/scuola')
    expect([api.status, api.headers.get('location')]).toEqual([301, '/api/v1/ecosystems/istruzione'])
  })
})

describe('leads and actors', () => {
  test('without script the words typed are searched, the answer picked, and the lead appointed', async () => {
    const house = await openHouse()
    const { slug } = await add(house, 'Sanità')
    const { id } = await addOrganisation(house.desk(), { name: 'Ministero della Salute', kind: 'central' })
    const path = `/ecosistemi/${slug}/capofila`
    const searched = await house.ask(path, {
      as: officer,
      form: { 'organisationId-query': 'salute', 'organisationId-search': '1', fromDay: '2019-02-01' },
    })
    const page = await searched.text()
    expect(searched.status).toBe(200)
    expect(page).toContain(`value="${id}"`)
    expect(page).toContain('value="2019-02-01"')
    const chosen = await house.ask(path, { as: officer, form: { organisationId: id, fromDay: '2019-02-01' } })
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, `${path}?fatto=nominata`])
    expect(await house.read(`${path}?fatto=nominata`)).toContain('Capofila nominata')
    const [lead] = (await getEcosystem(house.db, slug, today)).leads
    const end = await house.ask(`${path}/${lead?.id}/fine`, { as: officer, form: { toDay: '2019-01-01' } })
    expect([end.status, await end.text()]).toEqual([422, expect.stringContaining('1 febbraio 2019')])
    const ended = await house.ask(`${path}/${lead?.id}/fine`, { as: officer, form: { toDay: '2020-07-21' } })
    expect(ended.headers.get('location')).toBe(`${path}?fatto=cessata`)
    expect((await getEcosystem(house.db, slug, today)).leads).toEqual([])
  })

  test('everybody reads who leads and who takes part; only whoever may sees the form', async () => {
    const house = await openHouse()
    const { slug } = await add(house, 'Sanità')
    const added = await house.ask(`/ecosistemi/${slug}/attori`, { as: officer, form: { label: 'Aziende sanitarie' } })
    expect(added.headers.get('location')).toBe(`/ecosistemi/${slug}/attori?fatto=aggiunto`)
    const page = await house.read(`/en/ecosistemi/${slug}/attori`)
    expect(page).toContain('Aziende sanitarie')
    expect(page).not.toContain('<textarea')
    expect(page).not.toContain('name="label"')
    expect(await house.read(`/ecosistemi/${slug}/attori`, officer)).toContain('name="label"')
    expect(await house.read(`/ecosistemi/${slug}/capofila`)).toContain('Nessuna amministrazione guida')
  })

  test('acting on somebody that is not in the list is refused, never a failure', async () => {
    const house = await openHouse()
    const { slug } = await add(house, 'Sanità')
    expect((await house.ask(`/ecosistemi/${slug}/capofila/nessuno/fine`, { as: officer })).status).toBe(404)
    expect((await house.ask(`/ecosistemi/${slug}/capofila`, { as: officer, form: { organisationId: 'x' } })).status).toBe(422)
  })
})

describe('phases and cycles', () => {
  test('starting a phase while another runs is allowed, and said first', async () => {
    const house = await openHouse()
    const { slug } = await add(house, 'Scuola')
    await startPhase(house.desk(), slug, { phase: 'design', on: day('2020-01-15') })
    expect(await house.read(`/ecosistemi/${slug}/fasi/make-or-buy/avvio`, officer)).toContain('Design è ancora in corso')
    const answer = await house.ask(`/ecosistemi/${slug}/fasi/make-or-buy/avvio`, { as: officer, form: { on: '2020-06-08' } })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/ecosistemi/${slug}/fasi/make-or-buy?fatto=avviata`])
    const early = await house.ask(`/ecosistemi/${slug}/fasi/growth/avvio`, { as: officer, form: { on: '2018-12-31' } })
    expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('prima del suo ciclo (1 gennaio 2019)')])
    expect((await house.ask(`/ecosistemi/${slug}/fasi/inventata/avvio`, { as: officer })).status).toBe(404)
  })

  test('a term is set, and a term before the cycle is refused with the form filled in', async () => {
    const house = await openHouse()
    const { slug } = await add(house, 'Scuola')
    const path = `/ecosistemi/${slug}/fasi/design/termine`
    const form = { dueOn: '2018-06-30', precision: 'month', qualifier: 'by', source: 'LA52 2019-2021' }
    const refused = await house.ask(path, { as: officer, form })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('value="LA52 2019-2021"')])
    expect((await house.ask(path, { as: officer, form: { ...form, dueOn: '2020-06-01' } })).status).toBe(303)
    expect(await house.read(path, officer)).toContain('value="2020-06-30"')
  })

  test('the cycles are told to all, and the next begins with the outcome of the last', async () => {
    const house = await openHouse()
    const { slug } = await add(house, 'Scuola')
    const refused = await house.ask(`/ecosistemi/${slug}/cicli`, { as: officer, form: { on: '2020-07-01' } })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('id="field-outcome-error"')])
    const begun = await house.ask(`/ecosistemi/${slug}/cicli`, {
      as: officer,
      form: { on: '2020-07-01', outcome: 'Il perimetro va rifatto.' },
    })
    expect(begun.headers.get('location')).toBe(`/ecosistemi/${slug}/cicli?fatto=cominciato`)
    const page = await house.read(`/en/ecosistemi/${slug}/cicli`)
    expect(page).toContain('Cycle 2')
    expect(page).toContain('Il perimetro va rifatto.')
    expect(page).not.toContain('<textarea')
  })
})
