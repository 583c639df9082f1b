import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor, PersonId } from '../charter/policy.ts'
import { addEcosystem, startPhase } from '../ecosystems/index.ts'
import { setBodyTerm } from '../groups/actions/bodies.ts'
import { openGroup } from '../groups/test-group.ts'
import { invitePerson } from '../identity/index.ts'
import { erasePerson } from '../identity/store/people.ts'
import { day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import type { Audience } from '../platform/telling.ts'
import { openPostOffice, type PostOffice } from '../platform/test-post-office.ts'
import { openHouse, somebody, type TestHouse } from '../testing.ts'
import { arrangeNotices, followEcosystem } from './actions.ts'
import { followers, latestNotices, unreadOf } from './index.ts'
import { notificationWork } from './jobs.ts'

const asPerson = (id: string): Actor => ({ id: id as PersonId, grants: [], onlyRooms: null })

const person = (house: TestHouse, name: string, lang: Lang = 'it') =>
  invitePerson(house.db, { name, email: `${name}@prova.example`.toLowerCase(), lang }, house.desk().now)

const by = (office: PostOffice) => ({ config: { demo: false, smtpUrl: office.url, mailFrom: 'noreply@simbiosi.test' } })

/** An ecosystem with its followers, and people told of what happens from now on. */
async function someFollowers(house: TestHouse, names: readonly string[]) {
  await house.work()
  const described = { nameIt: 'Sanità', nameEn: 'Health', summaryIt: null, summaryEn: null, priority: false, prioritySource: null }
  const { id, slug } = await addEcosystem(house.desk(), { ...described, parentId: null, since: null })
  await house.work()
  const people = await Promise.all(names.map((name) => person(house, name)))
  for (const personId of people) await followEcosystem({ ...house.desk(), actor: asPerson(personId) }, slug, true)
  return { id, slug, people }
}

const begin = (house: TestHouse, slug: string) => startPhase(house.desk(), slug, { phase: 'envisioning', on: null })
const atOnce = (house: TestHouse, personId: string) =>
  arrangeNotices({ ...house.desk(), actor: asPerson(personId) }, { following: 'at-once' })

describe('whoever follows an ecosystem', () => {
  test('is told of its official acts once, until they cease to follow', async () => {
    const house = await openHouse()
    const { slug, people } = await someFollowers(house, ['Ada', 'Bice'])
    const [ada = '', bice = ''] = people
    await begin(house, slug)
    await followEcosystem({ ...house.desk(), actor: asPerson(bice) }, slug, false)
    await house.work()
    await house.work()
    expect((await latestNotices(house.db, ada)).map(({ words }) => [words.it.title, words.en.title])).toEqual([
      ['Sanità: avviata la fase Envisioning', 'Health: started the Envisioning phase'],
    ])
    expect(await unreadOf(house.db, bice)).toBe(0)
  })

  test('is told of what its bodies do too, and the feed of the ecosystem tells it', async () => {
    const { house, slug, body } = await openGroup()
    await house.work()
    const zeno = await person(house, 'Zeno')
    await followEcosystem({ ...house.desk(), actor: asPerson(zeno) }, slug, true)
    await setBodyTerm(house.desk(), body.id, { to: day('2021-12-31') })
    await house.work()
    expect((await latestNotices(house.db, zeno)).map(({ words }) => words.it.text)).toEqual([
      'Atto ufficiale del 22 luglio 2020: Gruppo di lavoro Beni culturali.',
    ])
    expect(await house.read(`/atti.atom?ecosistema=${slug}`)).toContain('Cambiata la durata di un gruppo')
  })

  test('is not told of what happened before they followed, though nobody was told of it yet', async () => {
    const house = await openHouse()
    const { slug } = await someFollowers(house, [])
    await begin(house, slug)
    house.at('2020-07-22T09:00:01+02:00')
    const ada = await person(house, 'Ada')
    await followEcosystem({ ...house.desk(), actor: asPerson(ada) }, slug, true)
    await house.work()
    expect(await unreadOf(house.db, ada)).toBe(0)
  })

  test('is not told of what they did themselves', async () => {
    const house = await openHouse()
    const { id, slug, people } = await someFollowers(house, ['Ada'])
    const [ada = ''] = people
    const lead = { ...asPerson(ada), grants: somebody('lead', { kind: 'ecosystem', id }).grants }
    await startPhase({ ...house.desk(), actor: lead }, slug, { phase: 'envisioning', on: null })
    await house.work()
    expect(await unreadOf(house.db, ada)).toBe(0)
  })

  test('gets a mail at once if they ask so, in their language, and only one whatever crashes between', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    const { slug, people } = await someFollowers(house, ['Ada', 'Bice'])
    const [ada = ''] = people
    await atOnce(house, ada)
    await begin(house, slug)
    await house.work(by(office))
    // The follower is set back, as if what it did had not been written.
    await sql`update event_follower set position = position - 1`.execute(house.db)
    await house.work(by(office))
    expect(office.mails.map(({ subject, to }) => [subject, to && 'text' in to && to.text])).toEqual([
      ['Sanità: avviata la fase Envisioning', '"Ada" <ada@prova.example>'],
    ])
    expect(office.mails[0]?.text).toContain('http://simbiosi.test/atti/')
  })

  test('gets nothing after erasing their account', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    const { slug, people } = await someFollowers(house, ['Ada'])
    const [ada = ''] = people
    await atOnce(house, ada)
    await begin(house, slug)
    await erasePerson(house.db, ada, house.desk().now)
    await house.work(by(office))
    expect(office.mails).toEqual([])
    for (const table of ['notice', 'noticePreference', 'ecosystemFollow', 'mail'] as const)
      expect(await house.db.selectFrom(table).select('personId').execute()).toEqual([])
  })

  test('is not mailed as news what is a week old, and finds as read what is a month old', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    const { slug, people } = await someFollowers(house, ['Ada'])
    const [ada = ''] = people
    await atOnce(house, ada)
    await begin(house, slug)
    house.at('2020-07-31T09:00:00+02:00')
    await startPhase(house.desk(), slug, { phase: 'design', on: null })
    house.at('2020-08-25T09:00:00+02:00')
    await house.work(by(office))
    expect((await latestNotices(house.db, ada)).map(({ readAt }) => readAt !== null)).toEqual([false, true])
    expect(office.mails).toEqual([])
  })
})

describe('telling', () => {
  test('goes on with the rest when a room cannot tell of an event, and says so in the log without personal data', async () => {
    const house = await openHouse()
    const { slug, people } = await someFollowers(house, ['Ada'])
    const broken: Audience = {
      kind: 'roles',
      acts: ['ecosystems.start-phase'],
      tell: async (db) => {
        await sql`select 'Ada@prova.example'::uuid`.execute(db)
        return []
      },
    }
    await begin(house, slug)
    const logged: string[] = []
    await house.work({ work: notificationWork([broken, followers]), logged })
    expect(await unreadOf(house.db, people[0] ?? '')).toBe(1)
    expect(logged.join()).toContain('an audience could not be told')
    expect(logged.join()).not.toMatch(/prova\.example/i)
  })

  test('tells each person of an event once, under the kind that concerns them most closely', async () => {
    const house = await openHouse()
    const { slug, people } = await someFollowers(house, ['Ada'])
    const words = { it: { title: 'Tocca a te' }, en: { title: 'It is your turn' } }
    const closer: Audience = { kind: 'tasks', acts: ['ecosystems.start-phase'], tell: async () => [{ personIds: people, to: '/', words }] }
    await begin(house, slug)
    await house.work({ work: notificationWork([closer, followers]) })
    expect((await latestNotices(house.db, people[0] ?? '')).map(({ kind }) => kind)).toEqual(['tasks'])
  })

  test('costs the same number of statements whether two or twenty people are told', async () => {
    const cost = async (names: string[]) => {
      const house = await openHouse()
      const { slug } = await someFollowers(house, names)
      await begin(house, slug)
      return house.countQueries(() => house.work({ work: { ...notificationWork([followers]), schedules: [] } }))
    }
    const few = await cost(['Ada', 'Bice'])
    expect(await cost(Array.from({ length: 20 }, (_, n) => `Persona${n}`))).toBe(few)
  })
})

describe('a digest', () => {
  test('holds what happened since the last, at eight in Rome on both sides of a change of hour, once', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    house.at('2020-10-23T12:00:00+02:00')
    const { slug, people } = await someFollowers(house, ['Ada'])
    const [ada = ''] = people
    await arrangeNotices({ ...house.desk(), actor: asPerson(ada) }, { following: 'daily' })
    await begin(house, slug)
    const at = async (instant: string) => {
      house.at(instant)
      await house.work(by(office))
      return office.mails.map(({ subject }) => subject)
    }
    expect(await at('2020-10-24T07:59:59+02:00')).toEqual([])
    const first = 'Riepilogo del 24 ottobre 2020: un avviso'
    expect(await at('2020-10-24T08:00:00+02:00')).toEqual([first])
    expect(await at('2020-10-24T20:00:00+02:00')).toEqual([first])
    await startPhase(house.desk(), slug, { phase: 'design', on: null })
    // At seven by the new hour it is eight by the old one.
    expect(await at('2020-10-25T07:30:00+01:00')).toEqual([first])
    expect(await at('2020-10-25T08:00:00+01:00')).toEqual([first, 'Riepilogo del 25 ottobre 2020: un avviso'])
    expect(await at('2020-10-26T08:00:00+01:00')).toHaveLength(2)
    expect(office.mails[1]?.text).toContain(
      'ECOSISTEMI CHE SEGUI\n\n- Sanità: avviata la fase Design\n  Atto ufficiale del 24 ottobre 2020.\n  http://simbiosi.test/atti/',
    )
  })

  test('of the week goes on Monday, and leaves out what was read on the site', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    const { slug, people } = await someFollowers(house, ['Ada', 'Bice'])
    const [ada = ''] = people
    await begin(house, slug)
    house.at('2020-07-26T20:00:00+02:00')
    await house.work(by(office))
    await house.db.updateTable('notice').set({ readAt: house.desk().now }).where('personId', '=', ada).execute()
    expect(office.mails).toEqual([])
    house.at('2020-07-27T09:00:00+02:00')
    await house.work(by(office))
    expect(office.mails.map(({ subject, to }) => [subject, to && 'text' in to && to.text])).toEqual([
      ['Riepilogo della settimana fino al 27 luglio 2020: un avviso', '"Bice" <bice@prova.example>'],
    ])
  })

  test('no longer holds what its reader has meanwhile turned off', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    const { slug, people } = await someFollowers(house, ['Ada'])
    await begin(house, slug)
    await house.work(by(office))
    await arrangeNotices({ ...house.desk(), actor: asPerson(people[0] ?? '') }, { following: 'off' })
    house.at('2020-07-27T09:00:00+02:00')
    await house.work(by(office))
    expect(office.mails).toEqual([])
    expect(await unreadOf(house.db, people[0] ?? '')).toBe(1)
  })
})

test('the record holds no personal data of whoever follows or chooses', async () => {
  const house = await openHouse()
  const { people } = await someFollowers(house, ['Ada'])
  await atOnce(house, people[0] ?? '')
  const events = await house.db.selectFrom('event').select(['act', 'facts']).where('act', 'like', 'notifications.%').execute()
  expect(events.map(({ act }) => act).toSorted()).toEqual(['notifications.arrange', 'notifications.follow'])
  expect(JSON.stringify(events)).not.toMatch(/ada|prova/i)
})
