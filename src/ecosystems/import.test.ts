import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { addOrganisation, findByNames } from '../organisations/index.ts'
import { openHouse, somebody, type TestHouse } from '../testing.ts'
import { appointLead } from './actions/parties.ts'
import { actorsOf, type EcosystemSource, getEcosystem, importEcosystems, listEcosystems, previewEcosystems } from './index.ts'

const plan = { name: 'Piano triennale 2019-2021', from: day('2019-01-01') }
const today = day('2020-07-22')
const term = {
  expectedOn: null,
  expectedPrecision: null,
  dueOn: day('2019-12-31'),
  duePrecision: 'month',
  dueQualifier: 'by',
  dueSource: 'LA51 2019-2021',
} as const
const told: EcosystemSource[] = [
  {
    name: 'Sanità',
    leads: ['Ministero della Salute', 'Ministero dell’Economia e delle Finanze'],
    actors: ['ISS', 'Regioni', 'Ministero dell’Interno'],
  },
  { name: 'Welfare', leads: ['Ministero del Lavoro'], actors: ['Regioni'], prioritySource: 'LA51 2019-2021', terms: { envisioning: term } },
]
const bring = (house: TestHouse, list = told, source = plan) => importEcosystems(house.desk(), list, source)
const count = async (house: TestHouse) =>
  Number(
    (
      await house.db
        .selectFrom('event')
        .select((q) => q.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

test('the ecosystems of a plan arrive with leads, actors, priority, terms and a first cycle', async () => {
  const house = await openHouse()
  const report = await bring(house)
  expect(report.created).toEqual(['Sanità', 'Welfare'])
  expect(report.organisationsAdded).toHaveLength(4)
  const health = await getEcosystem(house.db, 'sanita', day('2019-01-01'))
  expect(health.leads.map(({ name }) => name)).toEqual(told[0]?.leads)
  const actors = await actorsOf(house.db, health.id, today)
  expect(actors.map(({ name, organisationId }) => [name, organisationId !== null])).toEqual([
    ['ISS', false],
    ['Regioni', false],
    ['Ministero dell’Interno', true],
  ])
  const welfare = await getEcosystem(house.db, 'welfare', today)
  expect(welfare).toMatchObject({
    priority: true,
    cycle: { number: 1, begunOn: '2019-01-01' },
    phases: { envisioning: { due: { on: '2019-12-31' } } },
  })
})

test('a second import changes nothing, not even the record', async () => {
  const house = await openHouse()
  await bring(house)
  const before = await count(house)
  expect(await bring(house)).toEqual({ created: [], changed: [], unchanged: ['Sanità', 'Welfare'], organisationsAdded: [], ambiguous: [] })
  expect(await count(house)).toBe(before)
})

test('a preview tells the same and writes nothing', async () => {
  const house = await openHouse()
  const preview = await previewEcosystems(house.db, told, plan, today)
  expect(await listEcosystems(house.db, today)).toEqual([])
  expect(await count(house)).toBe(0)
  expect(await bring(house)).toEqual(preview)
})

test('a later plan changes leads from its first day, and leaves alone whom a person appointed', async () => {
  const house = await openHouse()
  await bring(house)
  const { id: organisationId } = await addOrganisation(house.desk(), { name: 'Agenas', kind: 'central' })
  await appointLead(house.desk(), 'sanita', { organisationId, fromDay: day('2019-05-01') })
  const report = await bring(house, [{ name: 'Sanità', leads: ['Ministero della Salute'], actors: told[0]?.actors ?? [] }], {
    name: 'Piano 2020-2022',
    from: day('2020-07-01'),
  })
  expect(report.changed).toEqual([{ name: 'Sanità', what: ['leads'] }])
  const leadsOn = async (on: string) => (await getEcosystem(house.db, 'sanita', day(on))).leads.map(({ name }) => name)
  expect(await leadsOn('2020-06-30')).toEqual(['Ministero della Salute', 'Ministero dell’Economia e delle Finanze', 'Agenas'])
  expect(await leadsOn('2020-07-01')).toEqual(['Ministero della Salute', 'Agenas'])
})

test('words that become an organisation are linked to it at the next import', async () => {
  const house = await openHouse()
  await bring(house)
  await addOrganisation(house.desk(), { name: 'ISS', kind: 'research' })
  expect((await bring(house)).changed).toEqual([{ name: 'Sanità', what: ['actors'] }])
  expect((await bring(house)).changed).toEqual([])
})

test('a lead whose name two organisations share is reported, and no third one is made', async () => {
  const house = await openHouse()
  for (const kind of ['central', 'other'] as const) await addOrganisation(house.desk(), { name: 'Ministero della Salute', kind })
  for (let n = 0; n < 2; n += 1) {
    const report = await bring(house)
    expect(report.ambiguous).toEqual(['Ministero della Salute'])
    expect(report.organisationsAdded).not.toContain('Ministero della Salute')
    expect(report.changed).toEqual([])
  }
  expect((await findByNames(house.db, ['Ministero della Salute'])).size).toBe(0)
  expect((await getEcosystem(house.db, 'sanita', today)).leads.map(({ name }) => name)).toEqual(['Ministero dell’Economia e delle Finanze'])
})

test('what a person wrote is not overwritten by a plan', async () => {
  const house = await openHouse()
  await bring(house, [{ ...told[0], summary: 'Prima', nameEn: 'Health' } as EcosystemSource])
  const report = await bring(house, [{ ...told[0], summary: 'Altro', nameEn: 'Healthcare' } as EcosystemSource])
  expect(report.unchanged).toEqual(['Sanità'])
  expect(await getEcosystem(house.db, 'sanita', today)).toMatchObject({ summaryIt: 'Prima', nameEn: 'Health' })
})

test('the import is for administrators and officers', async () => {
  const house = await openHouse()
  for (const role of ['lead', 'analyst'] as const)
    await expect(importEcosystems(house.desk(somebody(role)), told, plan)).rejects.toThrow('not-allowed')
  expect(await listEcosystems(house.db, today)).toEqual([])
})
