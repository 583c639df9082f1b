import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountsOf } from '../answers/index.ts'
import { consultationFacts, consultationsOf, stateOn } from '../consultations/index.ts'
import { listEcosystems } from '../ecosystems/index.ts'
import { gatherEvidence, unmet } from '../gates/index.ts'
import { groupFacts, nextMeetings, tasksOf, waitingFor, workingGroupsConstituted } from '../groups/index.ts'
import { day } from '../kernel/day.ts'
import { getAction, planProgress } from '../plan/index.ts'
import { type Db, openDatabase } from '../platform/db.ts'
import { demoStart } from '../platform/demo-clock.ts'
import { freshDatabase } from '../platform/test-database.ts'
import { openHouse } from '../testing.ts'
import { relive } from './history.ts'
import { seedDemonstration } from './index.ts'
import { Memory } from './memory.ts'

const today = day('2020-07-22')
const priority = ['beni-culturali-e-turismo', 'finanza-pubblica', 'sviluppo-e-sostenibilita', 'welfare']

let db: Db
let close: () => Promise<void>

/** Sown once: these tests only read. */
beforeAll(async () => {
  const fresh = await freshDatabase()
  db = openDatabase(fresh.url, { max: 4 })
  close = async () => {
    await db.destroy()
    await fresh.drop()
  }
  await seedDemonstration(db)
}, 120_000)
afterAll(() => close())

/** How many rows of a kind there are. */
async function count(
  from: Db,
  table:
    | 'meeting'
    | 'minutes'
    | 'decision'
    | 'task'
    | 'mail'
    | 'event'
    | 'stakeholder'
    | 'hearing'
    | 'need'
    | 'needProposal'
    | 'contribution'
    | 'reply'
    | 'annotation',
  where?: string,
): Promise<number> {
  const rows = await from.selectFrom(table).selectAll().execute()
  return rows.filter((row) => !where || (row as Record<string, unknown>)[where] !== null).length
}

test('the demonstration holds thirteen ecosystems, one more inside them, ninety actions and a believable account of results', async () => {
  const ecosystems = await listEcosystems(db, today)
  expect(ecosystems.filter(({ parentId }) => !parentId)).toHaveLength(13)
  expect(
    ecosystems
      .filter(({ priority }) => priority)
      .map(({ nameIt }) => nameIt)
      .sort(),
  ).toEqual(['Beni culturali e turismo', 'Finanza pubblica', 'Sviluppo e sostenibilità', 'Welfare'])
  expect(ecosystems.every(({ leads }) => leads.length > 0)).toBe(true)
  const progress = await planProgress(db, today)
  expect(progress?.actions).toBe(90)
  expect(progress?.counts.done).toBeGreaterThan(10)
  expect(progress?.late.length).toBeGreaterThan(5)
})

test('the four working groups are constituted, two of them in time: action 51 came late, and did so by those acts', async () => {
  const constituted = await workingGroupsConstituted(db, priority, today)
  expect(constituted.map(({ slug, constitutedOn }) => [slug, constitutedOn]).sort()).toEqual([
    ['beni-culturali-e-turismo', '2019-02-12'],
    ['finanza-pubblica', '2019-06-27'],
    ['sviluppo-e-sostenibilita', '2020-01-30'],
    ['welfare', '2020-07-09'],
  ])
  const action = async (on: string) => (await getAction(db, '2019-2021', 51, today, day(on))).action.results[0]
  expect(await action('2020-01-31')).toMatchObject({ state: 'late', days: 31 })
  expect(await action('2020-07-22')).toMatchObject({ state: 'done', days: 191 })
})

test('each group has come to a point of its own', async () => {
  const ecosystems = (await listEcosystems(db, today)).filter(({ slug }) => priority.includes(slug))
  const facts = await groupFacts(
    db,
    ecosystems.map(({ id }) => id),
    today,
  )
  const of = (slug: string) => facts.get(ecosystems.find((one) => one.slug === slug)?.id ?? '')
  expect(of('beni-culturali-e-turismo')).toMatchObject({ tables: [{}], tablesDecision: { kind: 'tables' } })
  expect(of('finanza-pubblica')).toMatchObject({ tables: [], tablesDecision: { kind: 'no-tables' } })
  expect(of('sviluppo-e-sostenibilita')).toMatchObject({ tables: [], tablesDecision: null })
  expect(of('welfare')).toMatchObject({ tables: [], tablesDecision: null })
  for (const { id } of ecosystems) expect([facts.get(id)?.chair, facts.get(id)?.secretary]).not.toContain(null)
})

test('meetings were held and are to come, minutes are at every stage, tasks done and late', async () => {
  expect(await count(db, 'meeting', 'seats')).toBeGreaterThanOrEqual(12)
  expect((await nextMeetings(db, demoStart, 20)).length).toBeGreaterThanOrEqual(4)
  expect(await count(db, 'decision')).toBeGreaterThanOrEqual(8)
  expect(await count(db, 'task', 'doneAt')).toBeGreaterThanOrEqual(5)
})

test('forty people and organisations are listened to, and sixty needs tell what they said', async () => {
  expect(await count(db, 'stakeholder')).toBeGreaterThanOrEqual(40)
  expect(await count(db, 'hearing')).toBeGreaterThanOrEqual(8)
  expect(await count(db, 'need')).toBeGreaterThanOrEqual(60)
  expect(await count(db, 'need', 'mergedInto')).toBeGreaterThanOrEqual(4)
  expect(await count(db, 'needProposal')).toBeGreaterThan(await count(db, 'needProposal', 'answeredOn'))
})

test('three hundred contributions were written on the strategy of culture, and part of them have an answer', async () => {
  expect(await count(db, 'contribution')).toBeGreaterThanOrEqual(300)
  expect(await count(db, 'contribution', 'withdrawnAt')).toBeGreaterThanOrEqual(2)
  expect(await count(db, 'contribution', 'hiddenAt')).toBe(6)
  expect(await count(db, 'reply')).toBeGreaterThan(await count(db, 'reply', 'publishedAt'))
})

test('health has gone the whole way: everything written was answered, the final text adopted, the phase concluded on that', async () => {
  const ecosystems = await listEcosystems(db, today)
  const health = ecosystems.find(({ slug }) => slug === 'sanita')
  const [consultation] = await consultationFacts(db, [health?.id ?? ''], today)
  expect(consultation).toMatchObject({ state: 'closed', closesOn: '2019-01-31', days: 87 })
  const account = (await accountsOf(db, [consultation?.id ?? ''])).get(consultation?.id ?? '')
  expect(account).toMatchObject({ received: 88, withdrawn: 3, moderated: 3, answered: 82 })
  const evidence = (await gatherEvidence(db, [health?.id ?? ''], today)).get(health?.id ?? '') ?? {}
  expect(unmet('design', evidence)).toEqual([])
  expect(health?.phases.design).toMatchObject({ concludedOn: '2019-05-20', derogationReason: null })
})

test('consultations stand at every point: one in preparation, two open, one suspended, one concluded; two strategies count for action 52', async () => {
  const ids = (await listEcosystems(db, today)).map(({ id }) => id)
  const states = (await consultationsOf(db, ids)).map((one) => stateOn(today, one))
  expect(states.sort()).toEqual(['closed', 'draft', 'open', 'open', 'suspended'])
  const { verdicts } = await getAction(db, '2019-2021', 52, today)
  expect([...verdicts.values()]).toMatchObject([{ count: 2, metOn: null }])
})

test('what was written on words and paragraphs is looked for in the later texts, and some of it waits for a person', async () => {
  const places = await db.selectFrom('annotationPlace').select(['state', 'waits']).execute()
  expect(new Set(places.map(({ state }) => state))).toEqual(new Set(['same', 'moved', 'changed', 'ambiguous', 'orphan']))
  expect(places.filter(({ waits }) => waits).length).toBeGreaterThan(5)
  expect(await count(db, 'annotation')).toBeGreaterThan(40)
})

test('the people whom one can enter as have something to do in the group on culture', async () => {
  const memory = await Memory.of(db)
  const [secretary, rapporteur] = ['Paolo Righetti', 'Sara Colonnese'].map((name) => memory.person(`culture/${name}`))
  expect((await tasksOf(db, secretary ?? '', today)).length).toBeGreaterThan(1)
  const own = await tasksOf(db, rapporteur ?? '', today)
  expect(own.some(({ dueDay, doneAt }) => !doneAt && dueDay < today)).toBe(true)
  expect((await waitingFor(db, rapporteur ?? '', demoStart)).invitations.length).toBeGreaterThan(0)
})

test('sowing it again changes nothing, also when the first time was interrupted at the end', { timeout: 120_000 }, async () => {
  const before = await count(db, 'event')
  await seedDemonstration(db)
  await db.deleteFrom('setting').where('name', '=', 'demonstration-seeded').execute()
  await seedDemonstration(db)
  expect(await count(db, 'event')).toBe(before)
})

test('nobody is mailed of what happened more than a week before the demonstration begins', { timeout: 120_000 }, async () => {
  const house = await openHouse()
  await seedDemonstration(house.db)
  await house.work()
  const notices = await house.db.selectFrom('notice').select(['id', 'at']).execute()
  expect(notices.length).toBeGreaterThan(50)
  const recent = notices.filter(({ at }) => at > new Date('2020-07-15T07:00:00Z'))
  expect(await count(house.db, 'mail')).toBeLessThanOrEqual(recent.length)
})

test('a telling that was interrupted goes on with the deed it had come to', async () => {
  const house = await openHouse()
  const done: string[] = []
  let breaks = true
  const deeds = ['one', 'two', 'three'].map((key) => ({
    on: today,
    key,
    run: async () => {
      if (key === 'two' && breaks) throw new Error('the power went')
      done.push(key)
    },
  }))
  await expect(relive(house.db, deeds)).rejects.toThrow('the power went')
  breaks = false
  await relive(house.db, deeds)
  await relive(house.db, deeds)
  expect(done).toEqual(['one', 'two', 'three'])
})
