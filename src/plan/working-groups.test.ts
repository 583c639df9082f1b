import { expect, test } from 'vitest'
import { addEcosystem } from '../ecosystems/index.ts'
import { constituteBody } from '../groups/index.ts'
import { constitution, openGroup } from '../groups/test-group.ts'
import { day } from '../kernel/day.ts'
import type { TestHouse } from '../testing.ts'
import { renewCriteria, seedPlanFacts } from './actions/seed.ts'
import type { Criterion } from './criterion.ts'
import { editionFor } from './facts/editions.ts'
import { factsOfPlan } from './facts/index.ts'
import { importPlan } from './index.ts'
import { getAction, planProgress } from './views.ts'

const today = day('2020-07-22')
const published = { today: day('2019-03-12'), now: new Date('2019-03-12T08:00:00Z') }
const address = '/piano/2019-2021/azioni/51'

/** Culture's group in December 2019, one more ecosystem's in February 2020, and two that have none. */
async function openPlan() {
  const { house, body } = await openGroup()
  const described = { nameEn: null, summaryIt: null, summaryEn: null, priority: true, prioritySource: 'LA51', parentId: null }
  for (const nameIt of ['Finanza pubblica', 'Sviluppo e sostenibilità', 'Welfare'])
    await addEcosystem(house.desk(), { ...described, nameIt, since: day('2019-01-01') })
  const act = { ...constitution, name: 'Gruppo Finanza', actNumber: 'D.M. 31/2020', actDay: day('2020-02-28') }
  const late = await constituteBody(house.desk(), 'finanza-pubblica', act)
  await seedPlanFacts({ ...house.desk(), ...published })
  return { house, body, late }
}

test('action 51 is proved by the acts that constituted the working groups, each told and linked', async () => {
  const { house, body, late } = await openPlan()
  const page = await house.read(address)
  expect(page).toContain('2 ecosistemi su 4')
  expect(page).toMatch(new RegExp(`<a href="/gruppi/${body.id}">Gruppo di lavoro costituito il 9 dicembre 2019 con D.D. 214/2019</a>`))
  expect(page).toContain(`<a href="/gruppi/${late.id}">Gruppo di lavoro costituito il 28 febbraio 2020 con D.M. 31/2020</a>`)
  expect(page).toContain('<a href="/ecosistemi/welfare/gruppi">Gruppo di lavoro non ancora costituito</a>')
  const english = await house.read(`/en${address}`)
  expect(english).toContain('Working group constituted on 9 December 2019 by D.D. 214/2019')
})

test('as it stood on a day it knows only the acts of before', async () => {
  const { house } = await openPlan()
  const counted = async (on: string) => {
    const { verdicts, action } = await getAction(house.db, '2019-2021', 51, today, day(on))
    return [[...verdicts.values()][0]?.count, action.state]
  }
  expect(await counted('2019-12-08')).toEqual([0, 'doing'])
  expect(await counted('2019-12-31')).toEqual([1, 'doing'])
  expect(await counted('2020-02-27')).toEqual([1, 'late'])
  expect(await counted('2020-07-22')).toEqual([2, 'late'])
  expect(await house.read(`${address}?al=2019-12-31`)).toContain('1 ecosistemi su 4')
})

test('the API tells the same evidence, and the plan’s progress follows it', async () => {
  const { house, body } = await openPlan()
  const whole = (await (await house.ask('/api/v1/editions/2019-2021/actions/51')).json()) as {
    results: { evidence: { kind: string; ecosystems: { slug: string; workingGroup: unknown }[] } }[]
  }
  const evidence = whole.results[0]?.evidence
  expect(evidence).toMatchObject({ kind: 'working-groups-constituted', phase: 'envisioning', count: 2, atLeast: 4 })
  expect(evidence?.ecosystems.find(({ slug }) => slug === 'beni-culturali-e-turismo')?.workingGroup).toEqual({
    id: body.id,
    actNumber: 'D.D. 214/2019',
    constitutedOn: '2019-12-09',
  })
  const isLate = async () => (await planProgress(house.db, today))?.late.some(({ number }) => number === 51)
  expect(await isLate()).toBe(true)
  for (const slug of ['sviluppo-e-sostenibilita', 'welfare'])
    await constituteBody(house.desk(), slug, { ...constitution, name: slug, actNumber: `D.D. ${slug}`, actDay: day('2020-06-30') })
  expect(await isLate()).toBe(false)
  const { action } = await getAction(house.db, '2019-2021', 51, today)
  expect(action.results[0]).toMatchObject({ state: 'done', days: 182 })
})

test('an edition taken in with another way of counting is counted the new way, once, for every day it stood, and says so', async () => {
  const { house } = await openPlan()
  await takeInAsItWasCounted(house)
  const standing = () => getAction(house.db, '2019-2021', 51, today, day('2019-12-31'))
  expect((await standing()).verdicts.values().next().value?.criterion.kind).toBe('phase-concluded')
  await renewCriteria(house.desk())
  await renewCriteria(house.desk())
  const { verdicts, versions, action } = await standing()
  expect(verdicts.values().next().value).toMatchObject({ criterion: { kind: 'working-groups-constituted' }, count: 1 })
  expect(versions.map(({ version, validFrom }) => [version, validFrom])).toEqual([
    [3, '2019-03-12'],
    [2, '2019-03-12'],
    [1, '2019-03-12'],
  ])
  expect(new Set(versions.map(({ resultIds }) => resultIds[0]))).toEqual(new Set([action.results[0]?.id]))
  expect(await house.read(address)).toContain('cambia che cosa si conta')
})

/** As the platform counted action 51 before it kept working groups. */
async function takeInAsItWasCounted(house: TestHouse): Promise<void> {
  const facts = factsOfPlan()
  const former = (criterion: Criterion | null): Criterion | null =>
    criterion?.kind === 'working-groups-constituted' ? { ...criterion, kind: 'phase-concluded', phase: 'envisioning' } : criterion
  const actions = facts.actions.map((one) => ({
    ...one,
    results: one.results.map((result) => ({ ...result, criterion: former(result.criterion) })),
  }))
  await importPlan(house.desk(), {
    edition: editionFor('2019-2021'),
    content: { ...facts, actions },
    ecosystems: [],
    unplaced: [],
    refused: [],
    sourceHash: 'former',
  })
}
