import { describe, expect, test } from 'vitest'
import { operator } from '../charter/policy.ts'
import { day } from '../kernel/day.ts'
import { addOrganisation } from '../organisations/index.ts'
import { citizen, openHouse, somebody, type TestHouse } from '../testing.ts'
import { addEcosystem, describeEcosystem } from './actions/describe.ts'
import { appointLead, dismissLead, involveActor, releaseActor } from './actions/parties.ts'
import { beginCycle, setPhaseTerm, startPhase } from './actions/phases.ts'
import { actorsOf, type EcosystemId, getEcosystem, listEcosystems, namesOfEcosystems } from './index.ts'

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
const today = day('2020-07-22')
const ministry = (house: TestHouse, name = 'Ministero della Salute') => addOrganisation(house.desk(), { name, kind: 'central' })

async function events(house: TestHouse, id: string) {
  const rows = await house.db.selectFrom('event').select(['act', 'facts', 'placeKind']).where('placeId', '=', id).orderBy('id').execute()
  return rows
}

describe('an ecosystem', () => {
  test('is born with an address, a first cycle of four phases to do, and one line in the record', async () => {
    const house = await openHouse()
    const { id, slug } = await add(house, 'Beni culturali e turismo')
    const ecosystem = await getEcosystem(house.db, slug, today)
    expect(slug).toBe('beni-culturali-e-turismo')
    expect(ecosystem.cycle).toMatchObject({ number: 1, begunOn: '2019-01-01' })
    expect(Object.values(ecosystem.phases).map((run) => run.startedOn)).toEqual([null, null, null, null])
    expect(await events(house, id)).toEqual([
      { act: 'ecosystems.add', placeKind: 'ecosystem', facts: { since: '2019-01-01', priority: false, parentId: null } },
    ])
  })

  test('is added by an administrator or an officer, never by a lead, a citizen or nobody', async () => {
    const house = await openHouse()
    for (const [role, slug] of [
      ['lead', 'not-allowed'],
      ['secretary', 'not-allowed'],
    ] as const)
      await expect(addEcosystem(house.desk(somebody(role)), { ...plain, nameIt: 'Welfare' })).rejects.toThrow(slug)
    await expect(addEcosystem(house.desk(citizen()), { ...plain, nameIt: 'Welfare' })).rejects.toThrow('not-allowed')
    await addEcosystem(house.desk(somebody('officer')), { ...plain, nameIt: 'Welfare' })
    await addEcosystem(house.desk(somebody('administrator')), { ...plain, nameIt: 'Scuola' })
    expect((await listEcosystems(house.db, today)).map(({ nameIt }) => nameIt)).toEqual(['Scuola', 'Welfare'])
  })

  test('does not take the address that another has or had', async () => {
    const house = await openHouse()
    await add(house, 'Scuola')
    await expect(add(house, 'Scuola!')).rejects.toThrow('ecosystem-name-taken')
    await describeEcosystem(house.desk(), 'scuola', { nameIt: 'Istruzione', readdress: true })
    await expect(add(house, 'Scuola')).rejects.toThrow('ecosystem-name-taken')
  })

  test('keeps its address when its name changes, and both when a new address is asked for', async () => {
    const house = await openHouse()
    await add(house, 'Scuola')
    await describeEcosystem(house.desk(), 'scuola', { nameIt: 'Scuola e formazione' })
    expect((await getEcosystem(house.db, 'scuola', today)).nameIt).toBe('Scuola e formazione')
    await describeEcosystem(house.desk(), 'scuola', { readdress: true })
    expect((await getEcosystem(house.db, 'scuola-e-formazione', today)).nameIt).toBe('Scuola e formazione')
    await expect(getEcosystem(house.db, 'scuola', today)).rejects.toMatchObject({
      kind: { slug: 'not-found' },
      facts: { movedTo: 'scuola-e-formazione' },
    })
  })

  test('may go back to an address that was its own', async () => {
    const house = await openHouse()
    await add(house, 'Scuola')
    await describeEcosystem(house.desk(), 'scuola', { nameIt: 'Istruzione', readdress: true })
    await describeEcosystem(house.desk(), 'istruzione', { nameIt: 'Scuola', readdress: true })
    expect((await getEcosystem(house.db, 'scuola', today)).slug).toBe('scuola')
  })

  test('is a priority only with its source', async () => {
    const house = await openHouse()
    await expect(add(house, 'Welfare', { priority: true })).rejects.toThrow('priority-source-needed')
    await add(house, 'Welfare', { priority: true, prioritySource: 'LA51 2019-2021' })
    const described = await describeEcosystem(house.desk(), 'welfare', { priority: false })
    expect(described).toMatchObject({ priority: false, prioritySource: null })
  })

  test('stands inside another, never inside itself', async () => {
    const house = await openHouse()
    const culture = await add(house, 'Cultura')
    const museums = await add(house, 'Musei', { parentId: culture.id })
    expect((await getEcosystem(house.db, 'musei', today)).parentId).toBe(culture.id)
    await expect(describeEcosystem(house.desk(), 'cultura', { parentId: museums.id })).rejects.toThrow('ecosystem-inside-itself')
    await expect(describeEcosystem(house.desk(), 'cultura', { parentId: operator.id })).rejects.toThrow('ecosystem-parent-unknown')
  })

  test('is described by its own lead, not by the lead of another', async () => {
    const house = await openHouse()
    const school = await add(house, 'Scuola')
    const welfare = await add(house, 'Welfare')
    const lead = (id: EcosystemId) => house.desk(somebody('lead', { kind: 'ecosystem', id }))
    await expect(describeEcosystem(lead(welfare.id), 'scuola', { summaryIt: 'Le scuole' })).rejects.toThrow('not-allowed')
    await describeEcosystem(lead(school.id), 'scuola', { summaryIt: 'Le scuole' })
    expect((await events(house, school.id)).at(-1)).toMatchObject({ act: 'ecosystems.describe', facts: { changed: ['summaryIt'] } })
  })

  test('is not there before its day', async () => {
    const house = await openHouse()
    await add(house, 'Scuola')
    await expect(getEcosystem(house.db, 'scuola', day('2018-12-31'))).rejects.toThrow('before-the-ecosystem')
    expect(await listEcosystems(house.db, day('2018-12-31'))).toEqual([])
    expect(await namesOfEcosystems(house.db, [])).toEqual(new Map())
  })
})

describe('leads and actors', () => {
  test('two administrations lead together, each with its days', async () => {
    const house = await openHouse()
    await add(house, 'Sanità')
    const [health, economy] = [await ministry(house), await ministry(house, 'Ministero dell’Economia')]
    const first = await appointLead(house.desk(), 'sanita', { organisationId: health.id, fromDay: day('2019-01-01') })
    await appointLead(house.desk(), 'sanita', { organisationId: economy.id, fromDay: day('2019-06-01') })
    const namesOn = async (on: string) => (await getEcosystem(house.db, 'sanita', day(on))).leads.map(({ name }) => name)
    expect(await namesOn('2019-05-31')).toEqual(['Ministero della Salute'])
    expect(await namesOn('2020-07-22')).toEqual(['Ministero della Salute', 'Ministero dell’Economia'])
    await dismissLead(house.desk(), 'sanita', first, { toDay: day('2020-06-30') })
    expect(await namesOn('2020-06-30')).toHaveLength(2)
    expect(await namesOn('2020-07-01')).toEqual(['Ministero dell’Economia'])
  })

  test('the same administration is not appointed over days it already leads, but may come back', async () => {
    const house = await openHouse()
    await add(house, 'Sanità')
    const { id } = await ministry(house)
    const lead = await appointLead(house.desk(), 'sanita', { organisationId: id, fromDay: day('2019-01-01') })
    await expect(appointLead(house.desk(), 'sanita', { organisationId: id, fromDay: null })).rejects.toThrow('ecosystem-already-in')
    await expect(dismissLead(house.desk(), 'sanita', lead, { toDay: day('2018-12-31') })).rejects.toThrow('ends-before-it-begins')
    await dismissLead(house.desk(), 'sanita', lead, { toDay: day('2019-12-31') })
    await expect(dismissLead(house.desk(), 'sanita', lead, { toDay: null })).rejects.toThrow('already-ended')
    await appointLead(house.desk(), 'sanita', { organisationId: id, fromDay: day('2020-01-01') })
    expect((await getEcosystem(house.db, 'sanita', today)).leads).toHaveLength(1)
  })

  test('only administrators and officers appoint; leads and secretaries involve who takes part', async () => {
    const house = await openHouse()
    const { id } = await add(house, 'Sanità')
    const { id: organisationId } = await ministry(house)
    const scope = { kind: 'ecosystem', id } as const
    await expect(appointLead(house.desk(somebody('lead', scope)), 'sanita', { organisationId, fromDay: null })).rejects.toThrow(
      'not-allowed',
    )
    const actor = await involveActor(house.desk(somebody('secretary', scope)), 'sanita', { organisationId, label: null, fromDay: null })
    await involveActor(house.desk(somebody('lead', scope)), 'sanita', { organisationId: null, label: 'Regioni', fromDay: null })
    expect((await actorsOf(house.db, id, today)).map(({ name }) => name)).toEqual(['Ministero della Salute', 'Regioni'])
    await releaseActor(house.desk(somebody('lead', scope)), 'sanita', actor, { toDay: null })
    expect((await actorsOf(house.db, id, day('2020-07-23'))).map(({ name }) => name)).toEqual(['Regioni'])
  })

  test('an actor needs an organisation or words, and is not of another ecosystem', async () => {
    const house = await openHouse()
    await add(house, 'Sanità')
    await add(house, 'Scuola')
    await expect(involveActor(house.desk(), 'sanita', { organisationId: null, label: null, fromDay: null })).rejects.toThrow(
      'actor-without-name',
    )
    const actor = await involveActor(house.desk(), 'sanita', { organisationId: null, label: 'Regioni', fromDay: null })
    await expect(releaseActor(house.desk(), 'scuola', actor, { toDay: null })).rejects.toThrow('not-in-the-list')
    await expect(
      involveActor(house.desk(), 'sanita', { organisationId: null, label: 'Province', fromDay: day('2018-01-01') }),
    ).rejects.toThrow('before-the-ecosystem-began')
  })
})

describe('cycles and phases', () => {
  test('the next phase starts before the former is concluded, and both run', async () => {
    const house = await openHouse()
    await add(house, 'Scuola')
    await startPhase(house.desk(), 'scuola', { phase: 'design', on: day('2020-01-15') })
    await startPhase(house.desk(), 'scuola', { phase: 'make-or-buy', on: null })
    const { phases } = await getEcosystem(house.db, 'scuola', today)
    expect([phases.envisioning.startedOn, phases.design.startedOn, phases['make-or-buy'].startedOn]).toEqual([
      null,
      '2020-01-15',
      '2020-07-22',
    ])
    expect((await getEcosystem(house.db, 'scuola', day('2020-01-14'))).phases.design.startedOn).toBeNull()
  })

  test('the lead and the officer start a phase; the administrator sets its term, the lead does not', async () => {
    const house = await openHouse()
    const { id } = await add(house, 'Scuola')
    const lead = house.desk(somebody('lead', { kind: 'ecosystem', id }))
    const term = {
      phase: 'design',
      expectedOn: day('2020-01-15'),
      dueOn: day('2020-06-10'),
      precision: 'month',
      qualifier: 'by',
      source: 'LA52 2019-2021',
    } as const
    await expect(startPhase(house.desk(somebody('secretary')), 'scuola', { phase: 'design', on: null })).rejects.toThrow('not-allowed')
    await startPhase(lead, 'scuola', { phase: 'design', on: null })
    await expect(setPhaseTerm(lead, 'scuola', term)).rejects.toThrow('not-allowed')
    await setPhaseTerm(house.desk(somebody('administrator')), 'scuola', term)
    expect((await getEcosystem(house.db, 'scuola', today)).phases.design).toMatchObject({
      due: { on: '2020-06-30', precision: 'month', qualifier: 'by' },
      expected: { on: '2020-01-01', precision: 'month' },
      source: 'LA52 2019-2021',
    })
    expect((await events(house, id)).map(({ act }) => act)).toEqual(['ecosystems.add', 'ecosystems.start-phase', 'ecosystems.set-term'])
  })

  test('keeps the term that held on each day: one set later does not change what an earlier day was late for', async () => {
    const house = await openHouse()
    await add(house, 'Scuola')
    const term = { phase: 'design', expectedOn: null, precision: 'day', qualifier: 'by', source: 'LA52 2019-2021' } as const
    const on = (text: string) => ({ ...house.desk(), today: day(text) })
    await setPhaseTerm(on('2019-03-12'), 'scuola', { ...term, dueOn: day('2020-01-31') })
    await setPhaseTerm(on('2020-02-10'), 'scuola', { ...term, dueOn: day('2020-06-30') })
    await setPhaseTerm(on('2020-02-10'), 'scuola', { ...term, dueOn: day('2020-07-31') })
    const dueOn = async (text: string) => (await getEcosystem(house.db, 'scuola', day(text))).phases.design.due?.on ?? null
    expect([await dueOn('2019-03-11'), await dueOn('2020-02-09'), await dueOn('2020-02-10')]).toEqual([null, '2020-01-31', '2020-07-31'])
  })

  test('a new cycle begins from the outcome of the last, and the past still shows the last', async () => {
    const house = await openHouse()
    await add(house, 'Scuola')
    await startPhase(house.desk(), 'scuola', { phase: 'envisioning', on: day('2019-02-01') })
    await expect(beginCycle(house.desk(), 'scuola', { on: day('2020-03-01'), outcome: null })).rejects.toThrow('cycle-not-over')
    expect(await beginCycle(house.desk(), 'scuola', { on: day('2020-03-01'), outcome: 'Il perimetro va rifatto.' })).toBe(2)
    const now = await getEcosystem(house.db, 'scuola', today)
    expect([now.cycle.number, now.phases.envisioning.startedOn]).toEqual([2, null])
    const before = await getEcosystem(house.db, 'scuola', day('2020-02-29'))
    expect([before.cycle.number, before.phases.envisioning.startedOn]).toEqual([1, '2019-02-01'])
  })

  test('two people who start the same phase at once start it once', async () => {
    const house = await openHouse()
    await add(house, 'Scuola')
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => startPhase(house.desk(), 'scuola', { phase: 'design', on: null })))
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected'])
  })
})
