import { describe, expect, test } from 'vitest'
import type { Actor } from '../charter/policy.ts'
import { addEcosystem } from '../ecosystems/index.ts'
import { day } from '../kernel/day.ts'
import { aPdf } from '../platform/files/samples.ts'
import { openHouse, somebody, type TestHouse } from '../testing.ts'
import { membersOf } from './store/members.ts'
import { actorOf, conveneIn, openGroup } from './test-group.ts'

const root = '/api/v1'

async function call(house: TestHouse, as: Actor | undefined, method: string, path: string, json?: unknown) {
  const response = await house.ask(`${root}${path}`, { method, ...(as ? { as } : {}), ...(json === undefined ? {} : { json }) })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : null }
}

describe('through the API', () => {
  test('a working group is constituted, meets, writes, approves and decides', async () => {
    const house = await openHouse()
    const lead = somebody('lead')
    const described = { nameIt: 'Sanità', nameEn: null, summaryIt: null, summaryEn: null, priority: false, prioritySource: null }
    const { slug } = await addEcosystem(house.desk(), { ...described, parentId: null, since: day('2019-01-01') })
    const send = async (method: string, path: string, json?: unknown, as: Actor = lead) => call(house, as, method, path, json)

    const constitution = {
      kind: 'working-group',
      name: 'Gruppo',
      mandate: 'Guida.',
      actNumber: 'D.D. 1/2020',
      actDay: '2020-07-01',
      quorumKind: 'majority',
    }
    const actFile = { name: 'atto.pdf', content: aPdf().toString('base64') }
    const made = await send('POST', `/ecosystems/${slug}/bodies`, { ...constitution, actFile })
    expect(made.status).toBe(201)
    const { id } = made.body
    expect((await call(house, undefined, 'GET', `/bodies/${id}`)).body).toMatchObject({
      state: 'in-office',
      act: { number: 'D.D. 1/2020' },
    })
    expect((await send('PATCH', `/bodies/${id}`, { mandate: 'Guida e ascolta.' })).body).toMatchObject({ mandate: 'Guida e ascolta.' })

    const admit = (name: string, role: string) => send('POST', `/bodies/${id}/members`, { name, email: `${name}@example.org`, role })
    await admit('Carla', 'chair')
    await admit('Sandro', 'secretary')
    expect((await admit('Altra', 'chair')).body).toMatchObject({ title: 'chair-taken', status: 409 })
    const [chair] = await membersOf(house.db, [id])
    const convocation = { on: '2020-07-28', starts: '10:00', ends: '12:00', link: 'https://video.example.org', agenda: 'Tavoli' }
    const meeting = await send('POST', `/bodies/${id}/meetings`, convocation)
    const path = `/meetings/${meeting.body.id}`
    expect((await call(house, undefined, 'GET', path)).body).toMatchObject({
      startsAt: '2020-07-28T08:00:00.000Z',
      link: null,
      state: 'convened',
    })
    expect((await send('GET', path)).body).toMatchObject({ link: 'https://video.example.org' })
    expect((await send('PUT', path, { ...convocation, on: '2020-07-21', revision: 0 })).body).toMatchObject({
      title: 'meeting-in-the-past',
    })
    if (!chair) throw new Error('no chair')
    const asChair = await actorOf(house, chair)
    expect((await send('PUT', `${path}/answer`, { answer: 'yes' }, asChair)).status).toBe(204)

    house.at('2020-07-28T13:00:00+02:00')
    const members = (await membersOf(house.db, [id])).map((member) => [member.id, 'present'])
    expect((await send('PUT', `${path}/attendance`, Object.fromEntries(members))).status).toBe(204)
    const decision = await send('POST', `${path}/decisions`, {
      kind: 'tables',
      title: 'Tavoli',
      text: 'Uno.',
      inFavour: 2,
      against: 0,
      abstained: 0,
    })
    expect((await call(house, undefined, 'GET', `/decisions/${decision.body.id}`)).body).toMatchObject({ number: 1, adopted: true })
    const table = {
      kind: 'technical-table',
      name: 'Tavolo',
      mandate: 'Dati.',
      quorumKind: 'number',
      quorumCount: 2,
      decisionId: decision.body.id,
    }
    expect((await send('POST', `/ecosystems/${slug}/bodies`, table)).status).toBe(201)

    expect((await send('PUT', `${path}/minutes`, { text: 'Testo.', base: 0 })).status).toBe(204)
    expect((await send('PUT', `${path}/minutes`, { text: 'Altro.', base: 0 })).body).toMatchObject({ title: 'minutes-changed', version: 1 })
    expect((await call(house, undefined, 'GET', `${path}/minutes`)).status).toBe(401)
    expect((await send('POST', `${path}/minutes/sendings`, { until: '2020-08-04' })).status).toBe(204)
    const remark = await send('POST', `${path}/minutes/remarks`, { kind: 'correction', text: 'Alle 10.' }, asChair)
    expect((await send('PUT', `${path}/minutes/remarks/${remark.body.id}/outcome`, { outcome: 'accepted' })).status).toBe(204)
    house.at('2020-08-05T09:00:00+02:00')
    expect((await send('POST', `${path}/minutes/approvals`, { version: 1 }, asChair)).status).toBe(204)
    expect((await send('POST', `${path}/minutes/corrections`, { text: 'Non 10, 11.', reason: 'Ora' })).status).toBe(204)
    const approved = await call(house, undefined, 'GET', `${path}/minutes`)
    expect(approved.body).toMatchObject({ state: 'approved', text: 'Testo.', corrections: [{ number: 1 }] })
    expect((await send('PUT', `${path}/minutes`, { text: 'Di nascosto', base: 1 })).body).toMatchObject({ title: 'minutes-frozen' })

    const task = await send('POST', `/bodies/${id}/tasks`, { ownerId: chair.id, text: 'Censire', dueDay: '2020-08-10' })
    expect((await send('GET', '/tasks', undefined, asChair)).body.items).toMatchObject([{ id: task.body.id, daysLate: null }])
    expect((await send('POST', `/tasks/${task.body.id}/completions`, {}, asChair)).status).toBe(204)
    expect((await send('POST', `/bodies/${id}/dissolutions`, {})).status).toBe(204)
  })

  test('meetings and decisions go on by cursor, in as many statements for many as for few', async () => {
    const group = await openGroup()
    const { house, body } = group
    for (const on of ['2020-08-03', '2020-08-04', '2020-08-05']) await conveneIn(group, { on: day(on) })
    const page = async (cursor: string) => (await call(house, undefined, 'GET', `/meetings?body=${body.id}&limit=2${cursor}`)).body
    const first = await page('')
    expect(first.items.map(({ number }: { number: number }) => number)).toEqual([3, 2])
    const last = await page(`&cursor=${first.next}`)
    expect([last.items.length, last.next]).toEqual([1, null])
    expect((await call(house, undefined, 'GET', `/bodies/${body.id}/decisions`)).body).toEqual({ items: [], next: null })
    const few = await house.countQueries(() => call(house, undefined, 'GET', '/meetings?limit=1'))
    expect(await house.countQueries(() => call(house, undefined, 'GET', '/meetings?limit=50'))).toBe(few)
  })

  test('what is internal is refused to whoever does not belong to the body, and to a token of other rooms', async () => {
    const group = await openGroup()
    const { house, body, members } = group
    const meeting = await conveneIn(group)
    const inside = await actorOf(house, members.observer)
    for (const path of [`/meetings/${meeting.id}/invitations`, `/meetings/${meeting.id}/papers`, `/bodies/${body.id}/tasks`]) {
      expect((await call(house, undefined, 'GET', path)).status, path).toBe(401)
      expect((await call(house, somebody('analyst'), 'GET', path)).status, path).toBe(403)
      expect((await call(house, { ...inside, onlyRooms: ['plan'] }, 'GET', path)).status, path).toBe(403)
      expect((await call(house, inside, 'GET', path)).status, path).toBe(200)
    }
    const names = (await call(house, undefined, 'GET', `/bodies/${body.id}/members`)).body.items.map(
      ({ name }: { name: string | null }) => name,
    )
    expect(names).toEqual(['Carla Presidente', 'Sandro Segretario', null, null, null])
  })
})
