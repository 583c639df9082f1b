import { describe, expect, test } from 'vitest'
import { openHouse, somebody, type TestHouse } from '../testing.ts'
import { importPlan } from './actions/import.ts'
import { smallPlan, smallPlanImport, zipOf } from './test-plan.ts'

describe('an upload', () => {
  const post = (house: TestHouse, content: Buffer, as = somebody('officer'), edition = '2018-2022') =>
    house.ask('/piano/importa', { as, form: { edition, file: new Blob([new Uint8Array(content)]) } })

  test('is previewed, then confirmed, then reported', async () => {
    const house = await openHouse()
    const officer = somebody('officer')
    const uploaded = await post(house, zipOf(smallPlan()), officer)
    expect(uploaded.status).toBe(303)
    const address = uploaded.headers.get('location') ?? ''
    const preview = await house.read(address, officer)
    expect(preview).toContain('LA01 Catalogo dei servizi')
    expect((await house.ask('/piano/2018-2022')).status).toBe(404)
    expect((await house.ask(address, { as: somebody('officer') })).status).toBe(404)
    const fingerprint = /name="fingerprint" value="(\w+)"/.exec(preview)?.[1] ?? ''
    const outdated = await house.ask(address, { as: officer, form: { fingerprint: 'altra' } })
    expect(outdated.status).toBe(409)
    const confirmed = await house.ask(address, { as: officer, form: { fingerprint } })
    expect(confirmed.status).toBe(303)
    const report = await house.read(confirmed.headers.get('location') ?? '')
    expect(report).toContain('3 azioni nuove o cambiate')
    expect(await house.read('/piano/2018-2022')).toContain('3 azioni')
    expect((await house.ask(address, { as: officer })).status).toBe(404)
  })

  test('of a changed source shows the difference', async () => {
    const house = await openHouse()
    await importPlan(house.desk(), await smallPlanImport())
    const officer = somebody('officer')
    const uploaded = await post(house, zipOf(smallPlan({ title: 'Catalogo nazionale' })), officer)
    const preview = await house.read(uploaded.headers.get('location') ?? '', officer)
    expect(preview).toMatch(/<del>.*dei servizi.*<\/del>/s)
    const same = await post(house, zipOf(smallPlan()), officer)
    expect(await house.read(same.headers.get('location') ?? '', officer)).toContain('Non cambierebbe nulla')
  })

  test('is kept for an hour', async () => {
    const house = await openHouse()
    const officer = somebody('officer')
    const address = (await post(house, zipOf(smallPlan()), officer)).headers.get('location') ?? ''
    house.at('2020-07-22T10:00:01+02:00')
    expect((await house.ask(address, { as: officer })).status).toBe(404)
  })

  test.each([
    ['that is no plan', zipOf({ 'note.txt': 'ciao' })],
    ['that climbs out of its folder', zipOf({ '../../etc/passwd.rst': 'x' })],
    ['that holds a link', zipOf({ 'index.rst': '/etc/passwd' }, 0o120777)],
    ['that is broken', Buffer.from('PK\x03\x04 rotto')],
    ['of words that are no page of the plan', Buffer.from('Nel mezzo del cammin di nostra vita')],
    ['that is empty', Buffer.alloc(0)],
  ])('%s comes back and says why', async (_, content) => {
    const house = await openHouse()
    const answer = await post(house, content)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('error-summary')
    expect(page).toContain('value="2018-2022"')
  })

  test('is for officers and administrators', async () => {
    const house = await openHouse()
    expect((await post(house, zipOf(smallPlan()), somebody('analyst'))).status).toBe(403)
    expect((await house.ask('/piano/importa')).status).toBe(401)
    const wrong = await post(house, zipOf(smallPlan()), somebody('administrator'), 'domani')
    expect(wrong.status).toBe(422)
  })
})
