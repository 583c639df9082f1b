import { describe, expect, test } from 'vitest'
import { operator } from '../charter/policy.ts'
import { addDays, day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { addOrganisation } from '../organisations/index.ts'
import type { Desk } from '../platform/http.ts'
import { citizen, openHouse, serveHouse, somebody } from '../testing.ts'
import { endGrant, grantRole } from './actions/grants.ts'
import { grantsEndingBy, grantsInScope, namesOfPeople, personName } from './index.ts'
import { insertPerson } from './store/people.ts'

const today = day('2020-07-22')

async function makePerson({ db, now }: Desk, name = 'Ada Prova', email = 'ada@example.org') {
  const personId = newId<'person'>()
  await insertPerson(db, { personId, name, email, emailConfirmed: true, taxCode: null, lang: 'it' }, now)
  return personId
}

async function withPlaces() {
  const house = await openHouse()
  const desk = house.desk()
  const personId = await makePerson(desk)
  const organisation = await addOrganisation(desk, { name: 'Musei Uniti', kind: 'company' })
  const ecosystemId = newId<'ecosystem'>()
  const ecosystem = { id: ecosystemId, slug: 'beni-culturali-e-turismo', nameIt: 'Beni culturali e turismo', since: today }
  await desk.db.insertInto('ecosystem').values(ecosystem).execute()
  return { house, desk, personId, organisation, ecosystemId }
}

describe('a role', () => {
  test('is granted by an administrator, and recorded without a name', async () => {
    const { house, personId, ecosystemId } = await withPlaces()
    const desk = house.desk(somebody('administrator'))
    const grant = await grantRole(desk, { personId, role: 'lead', scope: { kind: 'ecosystem', id: ecosystemId }, from: today, to: null })
    const event = await house.db.selectFrom('event').selectAll().where('subjectId', '=', grant.id).executeTakeFirstOrThrow()
    expect(event).toMatchObject({
      act: 'identity.grant',
      placeKind: 'ecosystem',
      placeId: ecosystemId,
      facts: { personId, role: 'lead', to: null },
    })
    expect(JSON.stringify(event)).not.toContain('Ada')
  })

  test('is granted by nobody else', async () => {
    const { house, personId } = await withPlaces()
    const form = { personId, role: 'officer', scope: { kind: 'platform' }, from: today, to: null } as const
    await expect(grantRole(house.desk(somebody('officer')), form)).rejects.toThrow('not-allowed')
    await expect(grantRole(house.desk(citizen()), form)).rejects.toThrow('not-allowed')
    await expect(grantRole(house.desk({ ...somebody('administrator'), id: null }), form)).rejects.toThrow('sign-in-first')
  })

  test('is refused to whoever is not there, twice on the same days, and on a scope that does not suit it', async () => {
    const { desk, personId, ecosystemId } = await withPlaces()
    const form = { personId, role: 'lead', scope: { kind: 'ecosystem', id: ecosystemId }, from: today, to: null } as const
    await expect(grantRole(desk, { ...form, personId: newId<'person'>() })).rejects.toThrow('no-such-person')
    await expect(grantRole(desk, { ...form, scope: { kind: 'platform' } })).rejects.toThrow('wrong-scope')
    await grantRole(desk, form)
    await expect(grantRole(desk, { ...form, from: addDays(today, 30) })).rejects.toThrow('granted-already')
  })

  test('twice at the same instant is granted once, by the database itself', async () => {
    const { desk, personId } = await withPlaces()
    const form = { personId, role: 'officer', scope: { kind: 'platform' }, from: today, to: null } as const
    const results = await Promise.allSettled([grantRole(desk, form), grantRole(desk, form), grantRole(desk, form)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('ends at once, once', async () => {
    const { house, desk, personId, ecosystemId } = await withPlaces()
    const scope = { kind: 'ecosystem', id: ecosystemId } as const
    const { id } = await grantRole(desk, { personId, role: 'secretary', scope, from: today, to: null })
    expect(await grantsInScope(house.db, scope, today)).toMatchObject([{ id, personId, role: 'secretary' }])
    await endGrant(desk, id)
    expect(await grantsInScope(house.db, scope, today)).toEqual([])
    await expect(endGrant(desk, id)).rejects.toThrow('ended-already')
  })

  test('that is about to end of itself is told, soonest first, and not when it was ended before', async () => {
    const { house, desk, personId } = await withPlaces()
    const until = (role: 'officer' | 'analyst' | 'administrator', to: number) =>
      grantRole(desk, { personId, role, scope: { kind: 'platform' }, from: today, to: addDays(today, to) })
    const [late, soon, ended] = [await until('officer', 50), await until('analyst', 10), await until('administrator', 20)]
    await endGrant(desk, ended.id)
    const ending = (days: number) => grantsEndingBy(house.db, today, addDays(today, days))
    expect((await ending(60)).map(({ id }) => id)).toEqual([soon.id, late.id])
    expect((await ending(10)).map(({ id }) => id)).toEqual([soon.id])
    expect(await ending(9)).toEqual([])
  })

  test('can be given again after it ended', async () => {
    const { desk, personId } = await withPlaces()
    const form = { personId, role: 'officer', scope: { kind: 'platform' }, from: today, to: null } as const
    await endGrant(desk, (await grantRole(desk, form)).id)
    await expect(grantRole(desk, form)).resolves.toMatchObject({ role: 'officer' })
  })
})

describe('in the hands of whoever enters, a role', () => {
  test('opens doors only between its first and its last day', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-citizen')
    const { personId } = await house.db
      .selectFrom('personDetail')
      .select('personId')
      .where('name', '=', 'Luca Ansaldi')
      .executeTakeFirstOrThrow()
    const form = { personId, role: 'administrator', scope: { kind: 'platform' } } as const
    await grantRole(house.desk(), { ...form, from: addDays(today, 1), to: addDays(today, 2) })
    const statusAfter = async (seconds: number) => {
      house.wait(seconds)
      await browser.enter('demo-citizen')
      return (await browser.get('/incarichi')).status
    }
    expect(await statusAfter(0)).toBe(403)
    expect(await statusAfter(86_400)).toBe(200)
    expect(await statusAfter(86_400)).toBe(200)
    expect(await statusAfter(86_400)).toBe(403)
  })

  test('stops working in an open session the moment it is ended', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-administrator')
    expect((await browser.get('/incarichi')).status).toBe(200)
    const { id } = await house.db.selectFrom('roleGrant').select('id').where('role', '=', 'administrator').executeTakeFirstOrThrow()
    await endGrant(house.desk(), id)
    expect((await browser.get('/incarichi')).status).toBe(403)
  })
})

describe('the pages of roles', () => {
  test('are for administrators: names are not for everybody', async () => {
    const house = await openHouse()
    for (const path of ['/incarichi', '/incarichi/nuovo', '/incarichi/nuovo?q=ada', `/incarichi/${newId()}`]) {
      expect((await house.ask(path)).status).toBe(401)
      expect((await house.ask(path, { as: somebody('officer') })).status).toBe(403)
    }
  })

  test('lead from a name to a role on an ecosystem, and end it', async () => {
    const { house, ecosystemId, personId } = await withPlaces()
    const as = somebody('administrator')
    expect(await house.read('/incarichi/nuovo?q=prova', as)).toContain(`persona=${personId}`)
    expect(await house.read('/incarichi/nuovo?q=nobody', as)).toContain('Nessuna persona con')
    expect(await house.read(`/incarichi/nuovo?persona=${personId}`, as)).toContain('Beni culturali e turismo')
    const form = { personId, role: 'lead', scope: `ecosystem:${ecosystemId}`, organisation: '', from: '2020-07-22', to: '' }
    const made = await house.ask('/incarichi', { as, form })
    expect(made.status).toBe(303)
    const grant = new URL(made.headers.get('location') as string, 'http://simbiosi.test').pathname
    const page = await house.read(`${grant}?fatto=concesso`, as)
    expect(page).toContain('L’incarico è concesso')
    expect(page).toContain('Beni culturali e turismo')
    expect((await house.ask(`${grant}/fine`, { as, form: {} })).headers.get('location')).toBe(`${grant}?fatto=terminato`)
    expect(await house.read(grant, as)).not.toContain(`${grant}/fine`)
  })

  test('let an organisation be searched for and chosen without script', async () => {
    const { house, personId, organisation } = await withPlaces()
    const as = somebody('administrator')
    const form = { personId, role: 'delegate', scope: 'organisation', 'organisation-query': 'musei', from: '2020-07-22', to: '' }
    const unchosen = await house.ask('/incarichi', { as, form })
    expect(unchosen.status).toBe(422)
    expect(await unchosen.text()).toContain('Cerca l’organizzazione e scegline una')
    const searched = await house.ask('/incarichi', { as, form: { ...form, 'organisation-search': '1' } })
    expect(searched.status).toBe(200)
    expect(await searched.text()).toContain(`value="${organisation.id}"`)
    expect((await house.ask('/incarichi', { as, form: { ...form, organisation: organisation.id } })).status).toBe(303)
    expect(await house.read('/incarichi', as)).toContain('Musei Uniti')
  })

  test('say beside the field what is wrong', async () => {
    const { house, personId } = await withPlaces()
    const as = somebody('administrator')
    const form = { personId, role: 'administrator', scope: 'platform', from: '2020-07-22', to: '2020-07-01' }
    const response = await house.ask('/incarichi', { as, form })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('id="field-to-error"')
  })

  test('filter by person, role and state, and go on by cursor', async () => {
    const { house, desk, personId } = await withPlaces()
    const as = somebody('administrator')
    const other = await makePerson(desk, 'Bruno Esempio', 'bruno@example.org')
    await grantRole(desk, { personId, role: 'officer', scope: { kind: 'platform' }, from: today, to: null })
    await grantRole(desk, { personId: other, role: 'analyst', scope: { kind: 'platform' }, from: addDays(today, 5), to: null })
    const { id } = await grantRole(desk, { personId: other, role: 'officer', scope: { kind: 'platform' }, from: today, to: null })
    await endGrant(desk, id)
    const rows = async (query: string) => (await house.read(`/incarichi${query}`, as)).match(/<th scope="row">.*?<\/th>/g)?.length ?? 0
    expect(await rows('')).toBe(3)
    expect(await rows('?persona=bruno')).toBe(2)
    expect(await rows('?persona=ada%40example')).toBe(1)
    expect(await rows('?persona=%25')).toBe(0)
    expect(await rows('?ruolo=officer')).toBe(2)
    expect(await rows('?ruolo=officer&stato=in-force')).toBe(1)
    expect(await rows('?stato=future')).toBe(1)
    expect(await rows('?stato=past')).toBe(1)
    expect(await rows('?stato=nonsense&ruolo=x')).toBe(3)
    expect((await house.ask('/incarichi?da=nonsense', { as })).status).toBe(400)
  })

  test('cost the same queries for one role and for sixty, and none is lost between pages', async () => {
    const { house, desk, organisation, ecosystemId } = await withPlaces()
    const as = somebody('administrator')
    const one = await makePerson(desk, 'Una Sola')
    await grantRole(desk, { personId: one, role: 'lead', scope: { kind: 'ecosystem', id: ecosystemId }, from: today, to: null })
    await grantRole(desk, {
      personId: one,
      role: 'delegate',
      scope: { kind: 'organisation', id: organisation.id },
      from: addDays(today, 9),
      to: null,
    })
    const few = await house.countQueries(() => house.read('/incarichi', as))
    for (let more = 0; more < 58; more += 1) {
      const personId = await makePerson(desk, `Persona ${more}`)
      await grantRole(desk, {
        personId,
        role: 'lead',
        scope: { kind: 'ecosystem', id: ecosystemId },
        from: addDays(today, more % 7),
        to: null,
      })
    }
    expect(await house.countQueries(() => house.read('/incarichi', as))).toBe(few)
    const first = await house.read('/incarichi', as)
    const next = /href="([^"]+)"[^>]*rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') as string
    const ids = `${first}${await house.read(next, as)}`.match(/\/incarichi\/[0-9a-f]{8}-[0-9a-f-]+/g)
    expect(new Set(ids).size).toBe(60)
  })
})

test('people are called by name, by nothing once erased, and ids of nobody are left out', async () => {
  const house = await openHouse()
  const desk = house.desk()
  const [ada, gone] = [await makePerson(desk), await makePerson(desk, 'Gone')]
  await house.db.deleteFrom('personDetail').where('personId', '=', gone).execute()
  expect(await namesOfPeople(house.db, [ada, gone, operator.id as string])).toEqual(
    new Map([
      [ada, 'Ada Prova'],
      [gone, null],
    ]),
  )
  expect(await personName(house.db, gone)).toBeNull()
})
