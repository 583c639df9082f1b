import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { citizen, openHouse, somebody, type TestHouse } from '../testing.ts'
import { importPlan } from './actions/import.ts'
import { smallPlanImport } from './test-plan.ts'
import { getAction } from './views.ts'

const form = { state: 'done', since: '2020-06-20', evidenceUrl: 'https://example.org/atto.pdf', note: 'Il catalogo è in linea.' }
const address = '/piano/2018-2022/azioni/1/risultati/1/dichiarazione'

async function houseWithPlan(): Promise<TestHouse> {
  const house = await openHouse()
  await importPlan(house.desk(), await smallPlanImport())
  return house
}

const stateOf = async (house: TestHouse, on = '2020-07-22') =>
  (await getAction(house.db, '2018-2022', 1, house.desk().today, day(on))).action

describe('a declaration', () => {
  test('by an analyst counts at once, is public with its evidence, and is among the official acts', async () => {
    const house = await houseWithPlan()
    expect(await stateOf(house)).toMatchObject({ state: 'late', days: 22 })
    const answer = await house.ask(address, { as: somebody('analyst'), form })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/piano/2018-2022/azioni/1?fatto=dichiarato')
    expect(await stateOf(house)).toMatchObject({ state: 'done', days: null })
    const page = await house.read('/piano/2018-2022/azioni/1')
    expect(page).toContain('href="https://example.org/atto.pdf"')
    expect(page).toContain('Analista del monitoraggio')
    const event = await house.db.selectFrom('event').select(['act', 'facts']).where('act', '=', 'plan.declare').executeTakeFirstOrThrow()
    expect(event.facts).toMatchObject({ edition: '2018-2022', code: 'LA01', position: 1, state: 'done', since: '2020-06-20' })
    expect(JSON.stringify(event.facts)).not.toContain('in linea')
  })

  test('that came late is told with its days', async () => {
    const house = await houseWithPlan()
    await house.ask(address, { as: somebody('officer'), form: { ...form, since: '2020-07-10' } })
    expect(await stateOf(house)).toMatchObject({ state: 'done', days: 10 })
    expect(await house.read('/en/piano/2018-2022/azioni/1')).toContain('Reached 10 days after it was due')
  })

  test('is not for those who were not given the role', async () => {
    const house = await houseWithPlan()
    for (const as of [citizen(), somebody(['lead', 'administrator', 'secretary'])]) {
      expect((await house.ask(address, { as })).status).toBe(403)
      expect((await house.ask(address, { as, form })).status).toBe(403)
    }
    expect((await house.ask(address, { form })).status).toBe(401)
    expect((await stateOf(house)).state).toBe('late')
    expect(await house.read('/piano/2018-2022/azioni/1', citizen())).not.toContain('/dichiarazione')
    expect(await house.read('/piano/2018-2022/azioni/1', somebody('analyst'))).toContain('/dichiarazione')
  })

  test.each([
    ['a day to come', { since: '2020-07-23' }, 'non oltre oggi'],
    ['no evidence', { evidenceUrl: '' }, 'https://'],
    ['evidence that is a script', { evidenceUrl: 'javascript:alert(1)' }, 'https://'],
    ['a state that only dates tell', { state: 'late' }, 'Scegli una delle voci'],
  ])('with %s comes back with its values and says what to correct', async (_, wrong, words) => {
    const house = await houseWithPlan()
    const answer = await house.ask(address, { as: somebody('analyst'), form: { ...form, ...wrong } })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('error-summary')
    expect(page).toContain(words)
    expect(page).toContain('Il catalogo è in linea.')
    expect((await stateOf(house)).state).toBe('late')
  })

  test('on a result that is not there is refused', async () => {
    const house = await houseWithPlan()
    for (const path of ['/piano/2018-2022/azioni/1/risultati/9/dichiarazione', '/piano/2018-2022/azioni/77/risultati/1/dichiarazione']) {
      expect((await house.ask(path, { as: somebody('analyst'), form })).status).toBe(404)
    }
  })

  test('withdrawn no longer counts, stays to be read, and still stood on the days before', async () => {
    const house = await houseWithPlan()
    const analyst = somebody('analyst')
    await house.ask(address, { as: analyst, form })
    house.at('2020-08-03T09:00:00+02:00')
    const id = /dichiarazione\/([\w-]+)\/ritiro/.exec(await house.read('/piano/2018-2022/azioni/1', analyst))?.[1]
    const withdrawal = `${address}/${id}/ritiro`
    expect((await house.ask(withdrawal, { as: analyst, form: { reason: '' } })).status).toBe(422)
    expect((await house.ask(withdrawal, { as: analyst, form: { reason: 'La pagina non c’è più.' } })).status).toBe(303)
    expect(await stateOf(house, '2020-08-03')).toMatchObject({ state: 'late', days: 34 })
    expect(await stateOf(house, '2020-08-02')).toMatchObject({ state: 'done' })
    expect(await house.read('/piano/2018-2022/azioni/1')).toContain('La pagina non c’è più.')
    const again = await house.ask(withdrawal, { as: analyst, form: { reason: 'Ancora.' } })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('già stata ritirata')
  })

  test('is not handed to another result by its id', async () => {
    const house = await houseWithPlan()
    const analyst = somebody('analyst')
    await house.ask(address, { as: analyst, form })
    const id = /dichiarazione\/([\w-]+)\/ritiro/.exec(await house.read('/piano/2018-2022/azioni/1', analyst))?.[1]
    const elsewhere = `/piano/2018-2022/azioni/2/risultati/1/dichiarazione/${id}/ritiro`
    expect((await house.ask(elsewhere, { as: analyst, form: { reason: 'No.' } })).status).toBe(404)
  })

  test('goes through the API too, under the same rules', async () => {
    const house = await houseWithPlan()
    const path = '/api/v1/editions/2018-2022/actions/1/results/1/declarations'
    const json = { state: 'done', since: '2020-06-20', evidenceUrl: 'https://example.org/atto' }
    expect((await house.ask(path, { json })).status).toBe(401)
    const refused = await house.ask(path, { as: somebody('analyst'), json: { ...json, since: '2020-07-23' } })
    expect(refused.status).toBe(422)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(await refused.json()).toMatchObject({ type: '/problems/state-not-yet-true', field: 'since' })
    const done = await house.ask(path, { as: somebody('analyst'), json })
    expect(done.status).toBe(201)
    const { id } = (await done.json()) as { id: string }
    const action = (await (await house.ask('/api/v1/editions/2018-2022/actions/1')).json()) as {
      state: string
      results: { declarations: { id: string }[] }[]
    }
    expect(action).toMatchObject({
      state: 'done',
      results: [{ declarations: [{ id, evidenceUrl: 'https://example.org/atto', authorRole: 'analyst' }] }],
    })
    const end = await house.ask(`${path}/${id}/withdrawal`, { as: somebody('officer'), json: { reason: 'Errore.' } })
    expect(end.status).toBe(204)
    expect((await stateOf(house)).state).toBe('late')
  })
})

describe('lineage', () => {
  const path = '/piano/2018-2022/azioni/1/discendenza'
  const link = { edition: '2022-2024', code: '12', kind: 'merged', reason: 'confluisce nel nuovo catalogo', day: '2020-07-01' }

  test('is told with its reason, on both ends when both are here', async () => {
    const house = await houseWithPlan()
    await importPlan(house.desk(), await smallPlanImport({}, '2022-2024'))
    const officer = somebody('officer')
    expect((await house.ask(path, { as: officer, form: { ...link, code: 'la02' } })).status).toBe(303)
    expect(await house.read('/piano/2018-2022/azioni/1')).toContain('accorpata: confluisce nel nuovo catalogo')
    expect(await house.read('/piano/2022-2024/azioni/2')).toContain('href="/piano/2018-2022/azioni/1"')
    const comparison = await house.read('/piano/confronto?da=2018-2022&amp;a=2022-2024')
    expect(comparison).toContain('Legami registrati: accorpata')
    expect(comparison).toContain('Stesso codice, nessun legame registrato')
  })

  test('can name an edition that is not here, and is not linked twice', async () => {
    const house = await houseWithPlan()
    const officer = somebody('officer')
    expect((await house.ask(path, { as: officer, form: link })).status).toBe(303)
    expect(await house.read('/piano/2018-2022/azioni/1')).toContain('2022–2024, LA12')
    const again = await house.ask(path, { as: officer, form: link })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('già registrato')
  })

  test('taken back no longer shows, and the record keeps both acts', async () => {
    const house = await houseWithPlan()
    const officer = somebody('officer')
    await house.ask(path, { as: officer, form: link })
    const id = /discendenza\/([\w-]+)\/ritiro/.exec(await house.read('/piano/2018-2022/azioni/1', officer))?.[1]
    expect(await house.read(`${path}/${id}/ritiro`, officer)).toContain('2022–2024, LA12')
    expect((await house.ask(`/piano/2018-2022/azioni/2/discendenza/${id}/ritiro`, { as: officer, form: {} })).status).toBe(404)
    expect((await house.ask(`${path}/${id}/ritiro`, { as: officer, form: {} })).status).toBe(303)
    expect(await house.read('/piano/2018-2022/azioni/1')).not.toContain('LA12')
    const acts = await house.db.selectFrom('event').select('facts').where('act', '=', 'plan.link-lineage').execute()
    expect(acts).toHaveLength(2)
  })

  test.each([
    ['the same edition', { edition: '2018-2022' }, 'edizioni diverse'],
    ['no edition', { edition: 'domani' }, 'error-summary'],
    ['an heir for a dropped action', { kind: 'dropped' }, 'lascia vuoto il codice'],
    ['no reason', { reason: ' ' }, 'Questo dato serve'],
  ])('with %s is refused', async (_, wrong, words) => {
    const house = await houseWithPlan()
    const answer = await house.ask(path, { as: somebody('administrator'), form: { ...link, ...wrong } })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(words)
  })

  test('is not for an analyst', async () => {
    const house = await houseWithPlan()
    expect((await house.ask(path, { as: somebody('analyst'), form: link })).status).toBe(403)
  })
})
