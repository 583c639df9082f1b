import { describe, expect, test } from 'vitest'
import { addEcosystem, getEcosystem } from '../ecosystems/index.ts'
import { deskOf } from '../groups/test-group.ts'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { citizen, somebody } from '../testing.ts'
import { connect, realise, withdrawInterconnection } from './actions/interconnections.ts'
import { reinstateSystem, retireSystem, withdrawSystem } from './actions/standing.ts'
import { addSystem, correctSystem } from './actions/systems.ts'
import { interconnectionState, interconnectionStates } from './rules/interconnections.ts'
import { systemState, systemStates } from './rules/systems.ts'
import { getInterconnection, interconnectionCounts, listInterconnections } from './store/interconnections.ts'
import { countSystems, listSystems, systemCounts } from './store/list.ts'
import { revisionsOf } from './store/revisions.ts'
import { getSystem } from './store/systems.ts'
import { alone, built, flowFor, inputFor, openLandscape } from './test-landscape.ts'

const today = day('2020-07-22')
const after = day('2020-08-01')

describe('a database or a system', () => {
  test('is added by whoever leads the ecosystem or keeps its working group, with a holder that is known, and corrected', async () => {
    const landscape = await openLandscape()
    const { house, slug, members, desk, add } = landscape
    const attempt = async (as: ReturnType<typeof house.desk>) => addSystem(as, slug, inputFor(landscape))
    await expect(attempt(house.desk(citizen()))).rejects.toThrow('not-allowed')
    await expect(attempt(house.desk(somebody('lead', { kind: 'ecosystem', id: newId() })))).rejects.toThrow('not-allowed')
    await expect(attempt(await deskOf(house, members.ada))).rejects.toThrow('not-allowed')
    expect(await attempt(await deskOf(house, members.secretary))).toMatchObject({ revision: 1, inServiceOn: '2010-01-01' })
    await expect(add({ holderId: newId() })).rejects.toThrow('system-holder-unknown')
    await expect(add({ kind: 'information-system', nationalInterest: true })).rejects.toThrow('system-not-a-database')
    await expect(add({ inServiceOn: after })).rejects.toThrow('landscape-day-ahead')
    await expect(add({ alsoConcerns: [newId()] })).rejects.toThrow('system-ecosystem-unknown')
    const { id } = await add()
    expect((await correctSystem(desk(), id, inputFor(landscape, { acronym: 'CG' }))).revision).toBe(2)
    expect((await correctSystem(desk(), id, inputFor(landscape, { acronym: 'CG' }))).revision).toBe(2)
    const revisions = await revisionsOf(house.db, id, { limit: 10 })
    expect(revisions.map(({ content }) => content.acronym)).toEqual(['CG', null])
  })

  test('goes out of service and back; only one to which nothing refers leaves the lists', async () => {
    const landscape = await openLandscape()
    const { house, ecosystemId, desk, add, join } = landscape
    const [one, two] = [await add({ acronym: 'UNO' }), await add({ nameIt: 'Archivio' })]
    const flow = await join(one.id, two.id, built)
    const neighbours = { ...alone, drafts: async () => [{ title: 'Strategia', path: '/', text: 'Il catalogo' }] }
    await expect(withdrawSystem(desk(), one.id, { reason: 'Errore' }, alone)).rejects.toMatchObject({
      facts: { count: 1, names: 'UNO → Archivio' },
    })
    await expect(retireSystem(desk(), one.id, { on: day('2009-01-01'), reason: 'Vecchio' })).rejects.toThrow(
      'system-retired-before-service',
    )
    await expect(reinstateSystem(desk(), one.id)).rejects.toThrow('system-not-retired')
    await retireSystem(desk(), one.id, { on: null, reason: 'Vecchio' })
    expect(interconnectionState(await getInterconnection(house.db, flow.id), today)).toBe('ended')
    await reinstateSystem(desk(), one.id)
    expect(interconnectionState(await getInterconnection(house.db, flow.id), today)).toBe('existing')
    await withdrawInterconnection(desk(), flow.id, { reason: 'Errore' })
    await expect(withdrawSystem(desk(), one.id, { reason: 'Errore' }, neighbours)).rejects.toMatchObject({
      facts: { names: '«Strategia»' },
    })
    await withdrawSystem(desk(), one.id, { reason: 'Errore' }, alone)
    expect((await listSystems(house.db, ecosystemId, {}, today, {})).items.map(({ id }) => id)).toEqual([two.id])
    expect(await getSystem(house.db, one.id)).toMatchObject({ withdrawnReason: 'Errore' })
    await expect(correctSystem(desk(), one.id, inputFor(landscape))).rejects.toThrow('system-withdrawn')
    await expect(join(one.id, two.id)).rejects.toThrow('interconnection-end-unknown')
    const unborn = await add({ nameIt: 'Futuro', inServiceOn: null, inServicePrecision: null })
    await expect(retireSystem(desk(), unborn.id, { on: null, reason: 'Mai' })).rejects.toThrow('system-never-in-service')
  })

  test('is found by words, acronym, kind, state and access, page by page, in every ecosystem that it concerns', async () => {
    const { house, ecosystemId, desk, add } = await openLandscape()
    const plain = { nameEn: null, summaryIt: null, summaryEn: null, priority: false, prioritySource: null, parentId: null }
    const { slug } = await addEcosystem(house.desk(), { ...plain, nameIt: 'Turismo', since: day('2019-01-01') })
    const tourism = await getEcosystem(house.db, slug, today)
    await add({ nameIt: 'Città d’arte', acronym: 'CDA', alsoConcerns: [tourism.id, ecosystemId], nationalInterest: true })
    await add({ nameIt: 'Archivi', kind: 'information-system', access: 'closed', inServiceOn: null, inServicePrecision: null })
    const gone = await add({ nameIt: 'Biblioteche' })
    await retireSystem(desk(), gone.id, { on: null, reason: 'Sostituita' })
    const names = async (query: object, where: string | null = ecosystemId, page: object = {}) => {
      const { items, next } = await listSystems(house.db, where, query, today, page)
      return { names: items.map(({ nameIt }) => nameIt), next }
    }
    const first = await names({}, ecosystemId, { limit: 2 })
    expect(first.names).toEqual(['Archivi', 'Biblioteche'])
    expect(await names({}, ecosystemId, { limit: 2, cursor: first.next })).toEqual({ names: ['Città d’arte'], next: null })
    for (const query of [{ q: 'CITTA' }, { q: 'cda' }, { national: true }, { access: 'open', state: 'in-service' }])
      expect((await names(query)).names, JSON.stringify(query)).toEqual(['Città d’arte'])
    expect((await names({}, tourism.id)).names).toEqual(['Città d’arte'])
    expect((await names({}, null)).names).toHaveLength(3)
    for (const state of systemStates) {
      const { items } = await listSystems(house.db, ecosystemId, { state }, today, {})
      expect(items.map((one) => systemState(one, today))).toEqual([state])
    }
    const counts = await countSystems(house.db, ecosystemId, { kind: 'database' }, today)
    expect([counts.total, counts.kinds.get('information-system'), counts.accesses.get('open'), counts.national]).toEqual([2, 1, 2, 1])
    expect([...(await systemCounts(house.db, [ecosystemId, tourism.id])).values()].sort()).toEqual([1, 3])
  })
})

test('an interconnection joins two that stand, is shown to exist, and is counted by state in each ecosystem that it touches', async () => {
  const { house, ecosystemId, desk, add, join, slug } = await openLandscape()
  const [one, two] = [await add(), await add({ nameIt: 'Archivio' })]
  await expect(join(one.id, one.id)).rejects.toThrow('interconnection-same-ends')
  await expect(join('', two.id)).rejects.toThrow('interconnection-end-unknown')
  await expect(join(one.id, two.id, { ...built, evidenceUrl: null })).rejects.toThrow('interconnection-evidence-needed')
  await expect(join(one.id, two.id, { ...built, means: null })).rejects.toThrow('interconnection-means-needed')
  await expect(join(one.id, two.id, { projectId: newId() })).rejects.toThrow('interconnection-project-unknown')
  const plain = { nameIt: 'Altro', nameEn: null, summaryIt: null, summaryEn: null, priority: false, prioritySource: null, parentId: null }
  const other = await addEcosystem(house.desk(), { ...plain, since: day('2019-01-01') })
  const officer = house.desk(somebody('officer'))
  await expect(connect(officer, other.slug, flowFor(one.id, two.id), alone)).rejects.toThrow('interconnection-elsewhere')
  await connect(officer, slug, flowFor(two.id, one.id), alone)

  const missing = await join(one.id, two.id, { plannedOn: day('2020-06-10'), plannedPrecision: 'month' })
  expect((await interconnectionCounts(house.db, [ecosystemId], today)).get(ecosystemId)).toEqual({ existing: 0, 'to-build': 2, ended: 0 })
  await expect(realise(desk(), missing.id, { ...built, realisedOn: after })).rejects.toThrow('landscape-day-ahead')
  expect(await realise(desk(), missing.id, built)).toMatchObject({ realisedOn: '2019-03-01', revision: 2 })
  await expect(realise(desk(), missing.id, built)).rejects.toThrow('interconnection-realised-already')
  for (const state of interconnectionStates) {
    const { items } = await listInterconnections(house.db, ecosystemId, { state }, today, {})
    expect(items.map((flow) => interconnectionState(flow, today))).toEqual(state === 'ended' ? [] : [state])
  }
  const first = await listInterconnections(house.db, ecosystemId, {}, today, { limit: 1 })
  expect(first.items[0]?.from.nameIt).toBe('Archivio')
  const rest = await listInterconnections(house.db, ecosystemId, {}, today, { limit: 1, cursor: first.next ?? '' })
  expect(rest).toMatchObject({ items: [{ id: missing.id }], next: null })
})
