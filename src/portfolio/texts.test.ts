import { describe, expect, test } from 'vitest'
import { documentsOf, draftOf } from '../documents/index.ts'
import { actorOf } from '../groups/test-group.ts'
import { recordNeed } from '../listening/index.ts'
import { addTestEcosystem, tickets } from '../listening/test-needs.ts'
import { citizen, somebody } from '../testing.ts'
import { openPortfolio } from './test-portfolio.ts'

async function begun() {
  const portfolio = await openPortfolio()
  const { house, slug, lead } = portfolio
  const post = async (path: string, form: Record<string, string | string[]>, as = lead) => {
    const response = await house.ask(`/ecosistemi/${slug}${path}`, { as, form })
    return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
  }
  const draft = async (kind: string) => {
    const document = (await documentsOf(house.db, portfolio.ecosystemId)).find((one) => one.kind === kind)
    return draftOf(house.db, document?.id ?? '')
  }
  return { ...portfolio, post, draft }
}

describe('the perimeter', () => {
  test('is begun by whoever leads, and written by members item by item', async () => {
    const { house, slug, lead, members, post, draft } = await begun()
    expect(await house.read(`/ecosistemi/${slug}/perimetro`)).toContain('non è ancora stato pubblicato')
    expect(await house.read(`/ecosistemi/${slug}/perimetro`, lead)).toContain('Comincia a scrivere')
    expect((await post('/perimetro', {}, citizen())).status).toBe(403)
    expect((await post('/perimetro', {})).to).toContain('fatto=iniziato')
    const ada = await actorOf(house, members.ada)
    const item = { source: 'La **prenotazione** dei musei', place: 'inside', about: 'services' }
    expect((await post('/perimetro/nuovo', item, ada)).to).toContain('fatto=salvato')
    await post('/perimetro/nuovo', { source: 'Le guide turistiche', place: 'outside', about: 'subjects' })
    const page = await house.read(`/ecosistemi/${slug}/perimetro`, ada)
    expect(page).toContain('La <strong>prenotazione</strong> dei musei')
    expect(page).toContain('Le guide turistiche')
    expect(await house.read(`/ecosistemi/${slug}/perimetro`)).not.toContain('Le guide turistiche')
    expect((await post('/perimetro/nuovo', item, citizen())).status).toBe(403)
    const [first] = await draft('perimeter')
    const path = `/perimetro/${first?.id}`
    expect(await house.read(`/ecosistemi/${slug}${path}`, lead)).toContain('La **prenotazione** dei musei')
    await post(path, { ...item, source: 'La prenotazione unica', place: 'border', revision: '1' })
    const stale = await post(path, { ...item, source: 'Altro', revision: '1' })
    expect(stale.status).toBe(422)
    expect(stale.text).toContain('Altro')
    expect((await post(path, { remove: '1', revision: '2' })).to).toContain('fatto=tolto')
    expect((await draft('perimeter')).map(({ text }) => text)).toEqual(['Le guide turistiche'])
  })

  test('names the other ecosystem of a relation, never itself', async () => {
    const { house, ecosystemId, slug, lead, post } = await begun()
    await post('/perimetro', {})
    const other = await addTestEcosystem(house, 'Infrastrutture e trasporti')
    const relation = { source: 'Orari dei treni', place: 'border', about: 'ecosystems' }
    expect((await post('/perimetro/nuovo', relation)).text).toContain('Di’ con quale altro ecosistema')
    expect((await post('/perimetro/nuovo', { ...relation, ecosystemId })).text).toContain('non ha relazioni con se stesso')
    expect((await post('/perimetro/nuovo', { ...relation, ecosystemId: other.ecosystemId })).status).toBe(303)
    expect(await house.read(`/ecosistemi/${slug}/perimetro`, lead)).toContain('con Infrastrutture e trasporti')
  })
})

describe('the vision', () => {
  test('holds objectives with the needs that they answer, chosen by searching, and interventions', async () => {
    const { house, slug, ecosystemId, lead, post, draft } = await begun()
    await post('/visione', {})
    const secretary = house.desk(somebody('secretary', { kind: 'ecosystem', id: ecosystemId }))
    const need = await recordNeed(secretary, slug, tickets)
    const path = '/visione/obiettivi/nuovo'
    const words = { source: 'Un solo biglietto', 'needs-new-query': 'biglietto' }
    expect((await post(path, { ...words, 'needs-new-search': '1' })).text).toContain(`value="${need.id}"`)
    expect((await post(path, words)).text).toContain('Scegli un’esigenza tra quelle trovate')
    expect((await post(path, { ...words, 'needs-new': need.id })).status).toBe(303)
    await post('/visione/interventi/nuovo', { source: 'Gara per i tornelli', needs: need.id })
    expect((await draft('vision')).map(({ kind, data }) => [kind, data.refs])).toEqual([
      ['objective', [{ kind: 'need', id: need.id }]],
      ['intervention', [{ kind: 'need', id: need.id }]],
    ])
    const page = await house.read(`/ecosistemi/${slug}/visione`, lead)
    expect(page).toContain('E-1')
    expect(page).toContain('Gara per i tornelli')
    const elsewhere = await addTestEcosystem(house, 'Sanità')
    const theirs = await recordNeed(house.desk(somebody('secretary')), elsewhere.slug, tickets)
    expect((await post(path, { source: 'Altro', needs: theirs.id })).text).toContain('non è di questo ecosistema')
    expect(await house.read(`/en/ecosistemi/${slug}/visione`)).toContain('has not been published yet')
  })

  test('takes as many statements for many objectives as for few', async () => {
    const { house, slug, lead, post } = await begun()
    await post('/visione', {})
    await post('/visione/obiettivi/nuovo', { source: 'Uno' })
    const read = () => house.countQueries(() => house.read(`/ecosistemi/${slug}/visione`, lead))
    const few = await read()
    for (const source of ['Due', 'Tre', 'Quattro']) await post('/visione/obiettivi/nuovo', { source })
    expect(await read()).toBe(few)
  })
})
