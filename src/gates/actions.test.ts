import { expect, test } from 'vitest'
import { addEcosystem, type EcosystemId, getEcosystem, startPhase } from '../ecosystems/index.ts'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { citizen, openHouse, somebody, type TestHouse } from '../testing.ts'
import { concludePhase, derogate } from './actions.ts'
import { type EvidenceSource, gatherEvidence } from './evidence.ts'
import { gateSummary } from './index.ts'
import { conditionsOf, type Evidence } from './rules.ts'

const today = day('2020-07-22')
const reason = 'Il gruppo ha lavorato nel comitato già previsto dalla norma di settore.'

/** A room that has all the evidence of Growth from a day on. */
const growthProved =
  (from: string): EvidenceSource =>
  async (_, ids, on) => {
    const evidence: Evidence = Object.fromEntries(
      conditionsOf('growth').map(({ id }) => [id, { met: on >= from, on: day(from), says: { it: 'agli atti', en: 'on file' } }]),
    )
    return new Map(ids.map((id) => [id, evidence]))
  }

async function running(house: TestHouse, phase: 'growth' | 'envisioning' = 'growth') {
  const plain = {
    nameEn: null,
    summaryIt: null,
    summaryEn: null,
    priority: false,
    prioritySource: null,
    parentId: null,
    since: day('2019-01-01'),
  }
  const { id, slug } = await addEcosystem(house.desk(), { ...plain, nameIt: 'Scuola' })
  await startPhase(house.desk(), slug, { phase, on: day('2020-01-15') })
  return { id, slug, lead: house.desk(somebody('lead', { kind: 'ecosystem', id })) }
}

const lastEvent = (house: TestHouse, id: EcosystemId) =>
  house.db.selectFrom('event').select(['act', 'facts']).where('placeId', '=', id).orderBy('id', 'desc').limit(1).executeTakeFirst()

test('with its evidence a phase is concluded, today, and the record tells what was met', async () => {
  const house = await openHouse()
  const { id, slug, lead } = await running(house)
  await concludePhase(lead, slug, 'growth', [growthProved('2020-07-22')])
  expect((await getEcosystem(house.db, slug, today)).phases.growth).toMatchObject({ concludedOn: today, derogationReason: null })
  expect(await lastEvent(house, id)).toEqual({
    act: 'gates.conclude',
    facts: { phase: 'growth', cycle: 1, met: ['accompaniment-started', 'monitoring-reported'] },
  })
})

test('without its evidence it is refused with the list, and nothing changes', async () => {
  const house = await openHouse()
  const { id, slug, lead } = await running(house, 'envisioning')
  await expect(concludePhase(lead, slug, 'envisioning')).rejects.toMatchObject({
    kind: { slug: 'gate-shut', status: 409 },
    facts: { missing: conditionsOf('envisioning').map((condition) => condition.id), count: 6, total: 6 },
  })
  expect((await getEcosystem(house.db, slug, today)).phases.envisioning.concludedOn).toBeNull()
  expect(await lastEvent(house, id)).toMatchObject({ act: 'ecosystems.start-phase' })
})

test('evidence that comes tomorrow does not conclude today', async () => {
  const house = await openHouse()
  const { slug, lead } = await running(house)
  await expect(concludePhase(lead, slug, 'growth', [growthProved('2020-07-23')])).rejects.toThrow('gate-shut')
})

test('a phase not started, or already concluded, is not concluded', async () => {
  const house = await openHouse()
  const { slug, lead } = await running(house)
  await expect(concludePhase(lead, slug, 'design', [growthProved('2020-01-01')])).rejects.toThrow('phase-not-started')
  await concludePhase(lead, slug, 'growth', [growthProved('2020-01-01')])
  await expect(concludePhase(lead, slug, 'growth', [growthProved('2020-01-01')])).rejects.toThrow('phase-already-concluded')
})

test('only the lead of this ecosystem concludes', async () => {
  const house = await openHouse()
  const { slug } = await running(house)
  const other = somebody('lead', { kind: 'ecosystem', id: '00000000-0000-7000-8000-00000000abcd' })
  for (const actor of [other, somebody('officer'), somebody('administrator'), somebody('secretary'), citizen()])
    await expect(concludePhase(house.desk(actor), slug, 'growth', [growthProved('2020-01-01')])).rejects.toThrow('not-allowed')
})

test('only AGID’s officer derogates; the reason is kept, and the record tells what was missing', async () => {
  const house = await openHouse()
  const { id, slug, lead } = await running(house, 'envisioning')
  for (const desk of [lead, house.desk(somebody('administrator')), house.desk(somebody('analyst')), house.desk(citizen())])
    await expect(derogate(desk, slug, 'envisioning', { reason })).rejects.toThrow('not-allowed')
  await derogate(house.desk(somebody('officer')), slug, 'envisioning', { reason })
  expect((await getEcosystem(house.db, slug, today)).phases.envisioning).toMatchObject({ concludedOn: today, derogationReason: reason })
  expect(await lastEvent(house, id)).toEqual({
    act: 'gates.derogate',
    facts: { phase: 'envisioning', cycle: 1, missing: conditionsOf('envisioning').map((condition) => condition.id) },
  })
})

test('where nothing is missing there is nothing to derogate from', async () => {
  const house = await openHouse()
  const { slug } = await running(house)
  await expect(derogate(house.desk(somebody('officer')), slug, 'growth', { reason }, [growthProved('2020-01-01')])).rejects.toThrow(
    'nothing-to-derogate',
  )
})

test('two people who conclude at once conclude once', async () => {
  const house = await openHouse()
  const { id, slug, lead } = await running(house)
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => concludePhase(lead, slug, 'growth', [growthProved('2020-01-01')])))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const conclusions = await house.db
    .selectFrom('event')
    .select('id')
    .where('placeId', '=', id)
    .where('act', '=', 'gates.conclude')
    .execute()
  expect(conclusions).toHaveLength(1)
})

test('rooms supply their own lines, side by side', async () => {
  const house = await openHouse()
  const documents: EvidenceSource = async (_, ids) =>
    new Map(ids.map((id) => [id, { 'document-published': { met: true, on: today, says: { it: '', en: '' } } }]))
  const gathered = await gatherEvidence(house.db, ['a'], today, [growthProved('2020-01-01'), documents])
  expect(Object.keys(gathered.get('a') ?? {})).toEqual(['accompaniment-started', 'monitoring-reported', 'document-published'])
})

test('the summary counts each phase and names the first condition missing, in a number of statements that does not grow', async () => {
  const house = await openHouse()
  const [a, b, c] = [{ id: newId<'ecosystem'>() }, { id: newId<'ecosystem'>() }, { id: newId<'ecosystem'>() }]
  const one = await house.countQueries(() => gateSummary(house.db, [a], today))
  expect(await house.countQueries(() => gateSummary(house.db, [a, b, c], today))).toBe(one)
  const summary = await gateSummary(house.db, [a], today, [growthProved('2020-01-01')])
  expect(summary.get(a.id)).toMatchObject({
    envisioning: { met: 0, total: 6, firstMissing: 'group-constituted' },
    growth: { met: 2, total: 2, firstMissing: null },
  })
})
