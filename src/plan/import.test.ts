import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { listEcosystems } from '../ecosystems/index.ts'
import { day } from '../kernel/day.ts'
import { openHouse, somebody, type TestHouse } from '../testing.ts'
import { importPlan, previewPlan } from './actions/import.ts'
import { seedPlanFacts } from './actions/seed.ts'
import { planInFolder, planInPage } from './sources.ts'
import { getEdition } from './store/editions.ts'
import { smallPlanImport } from './test-plan.ts'
import { getAction, listActions } from './views.ts'

const real = '../shared/data/plan-2019-2021'
const page = '../shared/seeds/ecosistemi-page.txt'
const withReal = describe.skipIf(!existsSync(real))
const today = day('2020-07-22')

const stateOf = (house: TestHouse, number: number, on = house.desk().today) =>
  getAction(house.db, '2018-2022', number, house.desk().today, on)

describe('an import', () => {
  test('keeps the plan, and a second time changes nothing and records nothing', async () => {
    const house = await openHouse()
    const plan = await smallPlanImport()
    const first = await importPlan(house.desk(), plan)
    expect(first).toMatchObject({ edition: '2018-2022', actions: 3, results: 3, chapters: 2, unchanged: 0, changesAnything: true })
    const events = () => house.db.selectFrom('event').select('id').execute()
    const before = (await events()).length
    const again = await importPlan(house.desk(), await smallPlanImport())
    expect(again).toMatchObject({ added: [], changed: [], unchanged: 3, chaptersChanged: [], changesAnything: false, importId: null })
    expect((await events()).length).toBe(before)
  })

  test('that is only previewed changes nothing', async () => {
    const house = await openHouse()
    const report = await previewPlan(house.db, await smallPlanImport(), today)
    expect(report).toMatchObject({ actions: 3, changesAnything: true })
    await expect(getEdition(house.db, '2018-2022')).rejects.toThrow('no-such-edition')
  })

  test('of a changed source makes a new version, keeps the old one, and each day has its own text', async () => {
    const house = await openHouse()
    await importPlan(house.desk(), await smallPlanImport())
    house.at('2020-09-01T09:00:00+02:00')
    const report = await importPlan(
      house.desk(),
      await smallPlanImport({ title: 'Catalogo nazionale', results: 'Il catalogo è pubblico e completo (entro dicembre 2020).' }),
    )
    expect(report.changed).toMatchObject([
      { code: 'LA01', changes: [{ field: 'title', before: 'Catalogo dei servizi', after: 'Catalogo nazionale' }, { field: 'results' }] },
    ])
    const now = await stateOf(house, 1)
    expect(now.action).toMatchObject({ title: 'Catalogo nazionale', state: 'doing' })
    expect(now.versions.map(({ version, validFrom }) => [version, validFrom])).toEqual([
      [2, '2020-09-01'],
      [1, '2020-07-22'],
    ])
    const then = await stateOf(house, 1, today)
    expect(then.action).toMatchObject({ title: 'Catalogo dei servizi', state: 'late', days: 22 })
    expect(then.action.results[0]?.id).toBe(now.action.results[0]?.id)
    await expect(stateOf(house, 1, day('2020-07-21'))).rejects.toThrow('not-yet-in-plan')
  })

  test('of a source that lost an action leaves it standing, and tells it', async () => {
    const house = await openHouse()
    await importPlan(house.desk(), await smallPlanImport())
    const plan = await smallPlanImport()
    const report = await importPlan(house.desk(), { ...plan, content: { ...plan.content, actions: plan.content.actions.slice(0, 2) } })
    expect(report).toMatchObject({ absent: ['LA03'], changesAnything: false })
    expect((await stateOf(house, 3)).action.title).toBe('Basi di dati')
  })

  test('confirmed after something else changed is refused', async () => {
    const house = await openHouse()
    const plan = await smallPlanImport({ title: 'Altro' })
    const { fingerprint } = await previewPlan(house.db, plan, today)
    await importPlan(house.desk(), await smallPlanImport())
    await expect(importPlan(house.desk(), plan, fingerprint)).rejects.toThrow('preview-outdated')
  })

  test('is for officers and administrators', async () => {
    const house = await openHouse()
    const plan = await smallPlanImport()
    await expect(importPlan(house.desk(somebody(['lead', 'analyst'])), plan)).rejects.toThrow('not-allowed')
    await importPlan(house.desk(somebody('administrator')), plan)
  })

  test('tells of directives it does not follow', async () => {
    const house = await openHouse()
    const plan = await smallPlanImport({ extra: '.. raw:: html\n\n   <script>alert(1)</script>\n\n.. include:: ../../etc/passwd\n' })
    const report = await importPlan(house.desk(), plan)
    expect(report.refused.map(({ directive, reason }) => `${directive} ${reason}`).sort()).toEqual(['include outside', 'raw forbidden'])
    expect(await house.read('/piano/2018-2022/capitoli/dati')).not.toContain('alert(1)')
  })

  test('makes as many statements for one action as for many', async () => {
    const house = await openHouse()
    const plan = await smallPlanImport()
    const many = { ...plan, edition: { ...plan.edition, code: '2021-2023' } }
    const one = { ...plan, content: { ...plan.content, actions: plan.content.actions.slice(0, 1) } }
    const few = await house.countQueries(() => importPlan(house.desk(), one))
    const all = await house.countQueries(() => importPlan(house.desk(), many))
    expect(all).toBeLessThanOrEqual(few)
  })
})

test('the facts of the plan are loaded once, with what is known of the edition before', async () => {
  const house = await openHouse()
  const desk = { ...house.desk(), today: day('2019-03-12'), now: new Date('2019-03-12T08:00:00Z') }
  await seedPlanFacts(desk)
  await seedPlanFacts(desk)
  const edition = await getEdition(house.db, '2019-2021')
  expect((await listActions(house.db, edition, today)).length).toBe(90)
  const { action, lineage, versions } = await getAction(house.db, '2019-2021', 51, today)
  expect(action).toMatchObject({ code: 'LA51', state: 'late', days: 204, deadline: '2019-12-31' })
  expect(lineage).toMatchObject([{ from: { edition: '2017-2019', code: null }, kind: 'reformulated' }])
  expect(versions.length).toBe(1)
})

withReal('the real 2019–2021 edition', () => {
  test('gives 90 actions and 13 ecosystems, the awkward ones whole and the four dates placed', async () => {
    const house = await openHouse()
    const report = await importPlan(house.desk(), await planInFolder(real, '2019-2021'))
    expect(report).toMatchObject({ actions: 90, ecosystems: 13, refused: [] })
    expect(report.unplaced.length).toBeGreaterThan(0)
    expect(await listEcosystems(house.db, today)).toHaveLength(13)
    for (const number of [8, 18, 75]) {
      const { text } = await getAction(house.db, '2019-2021', number, today)
      expect(text.content.descriptionText.length).toBeGreaterThan(100)
      expect(text.content.results.length).toBeGreaterThan(0)
      expect(text.content.areasText).not.toBe('')
    }
    const deadlines = await Promise.all(
      [51, 52, 53, 54].map(async (number) => (await getAction(house.db, '2019-2021', number, today)).action.deadline),
    )
    expect(deadlines).toEqual(['2019-12-31', '2020-06-30', '2020-12-31', '2021-12-31'])
    expect((await importPlan(house.desk(), await planInFolder(real, '2019-2021'))).changesAnything).toBe(false)
  })

  test('completes the facts loaded before it, as the text that stood since its publication', async () => {
    const house = await openHouse()
    await seedPlanFacts({ ...house.desk(), today: day('2019-03-12'), now: new Date('2019-03-12T08:00:00Z') })
    await importPlan(house.desk(), await planInFolder(real, '2019-2021'))
    const then = await getAction(house.db, '2019-2021', 51, today, day('2019-12-31'))
    expect(then.text.content.source).toBe('folder')
    expect(then.versions.map(({ version, validFrom }) => [version, validFrom])).toEqual([
      [2, '2019-03-12'],
      [1, '2019-03-12'],
    ])
  })

  test.skipIf(!existsSync(page))('takes from the published page its four actions and what it alone knows', async () => {
    const house = await openHouse()
    await importPlan(house.desk(), await planInFolder(real, '2019-2021'))
    const before = await getAction(house.db, '2019-2021', 52, today)
    const report = await importPlan(house.desk(), planInPage(readFileSync(page), '2019-2021', 'pagina.txt'))
    expect(report).toMatchObject({ actions: 4, added: [] })
    expect(report.changed.map(({ code, changes }) => [code, changes.map(({ field }) => field)])).toEqual(
      ['LA51', 'LA52', 'LA53', 'LA54'].map((code) => [code, ['scopes']]),
    )
    const after = await getAction(house.db, '2019-2021', 52, today)
    expect(after.text.content).toEqual({ ...before.text.content, scopes: ['central', 'territorial'] })
  })
})
