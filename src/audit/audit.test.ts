import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { allow, operator, type Place, platform } from '../charter/policy.ts'
import { addEcosystem, appointLead, startPhase } from '../ecosystems/index.ts'
import { openGroup } from '../groups/test-group.ts'
import { day } from '../kernel/day.ts'
import { recordNeed } from '../listening/index.ts'
import { tickets } from '../listening/test-needs.ts'
import { addOrganisation } from '../organisations/index.ts'
import { transact } from '../platform/db.ts'
import { type Facts, record } from '../platform/record.ts'
import { openHouse, somebody, type TestHouse } from '../testing.ts'
import { getAct, listActs } from './store.ts'
import { isUnaltered } from './verify.ts'

const officer = somebody('officer')

async function withActs() {
  const house = await openHouse()
  const desk = house.desk(operator)
  const ministry = await addOrganisation(desk, { name: 'Ministero <b>della</b> Salute', kind: 'central' })
  const { slug, id } = await addEcosystem(desk, {
    nameIt: 'Sanità',
    nameEn: 'Health',
    summaryIt: null,
    summaryEn: null,
    priority: false,
    prioritySource: null,
    parentId: null,
    since: desk.today,
  })
  await appointLead(desk, slug, { organisationId: ministry.id, fromDay: null })
  await startPhase(desk, slug, { phase: 'envisioning', on: null })
  return { house, ecosystemId: id, slug }
}

/** Writes one act of any kind, as its own room would. */
function act(house: TestHouse, name: Parameters<typeof allow>[1], facts: Facts, place: Place = platform) {
  const desk = house.desk(operator)
  return transact(house.db, (tx) =>
    record(tx, allow({ ...desk, actor: name.startsWith('identity.') ? somebody('administrator') : desk.actor }, name, place), 'x', facts),
  )
}

describe('the record', () => {
  test('the application can neither change nor delete a line', async () => {
    const { house } = await withActs()
    const denied = { code: '42501' }
    await expect(house.db.updateTable('event').set({ subjectId: 'x' }).execute()).rejects.toMatchObject(denied)
    await expect(house.db.deleteFrom('event').execute()).rejects.toMatchObject(denied)
    const [first] = (await listActs(house.db, {}, undefined, 1)).items
    const again = { ...first, facts: '{}', at: new Date() } as never
    await expect(house.db.insertInto('event').values(again).execute()).rejects.toMatchObject({ code: '23505' })
  })

  test('every hash verifies after a trip through the database, and an altered line is noticed', async () => {
    const { house } = await withActs()
    await act(house, 'organisations.import', {
      lines: 3,
      added: 1,
      renamed: 0,
      corrected: 0,
      unchanged: 2,
      refused: 0,
      'à"\n': null,
      list: ['x', 1],
    })
    const { items } = await listActs(house.db, {}, undefined, 50)
    expect(items).toHaveLength(5)
    expect(items.every(isUnaltered)).toBe(true)
    expect(items.some((one) => isUnaltered({ ...one, subjectId: 'other' }))).toBe(false)
  })

  test('anybody can compute the hash from what is published', async () => {
    const { house } = await withActs()
    const [first] = (await listActs(house.db, {}, undefined, 1)).items
    const published = await house.ask(`/api/v1/events/${first?.id}/content`)
    expect(
      createHash('sha256')
        .update(await published.text())
        .digest('hex'),
    ).toBe(first?.hash.toString('hex'))
    expect(await house.read(`/atti/${first?.id}`)).toContain(first?.hash.toString('hex'))
  })
})

describe('the pages', () => {
  test('tell official acts in words, by name and latest first, escaped; and only count the others', async () => {
    const { house } = await withActs()
    const person = somebody('analyst')
    const mine = { ...house.desk(person) }
    await transact(house.db, (tx) =>
      record(tx, allow(mine, 'identity.download', { kind: 'person', id: String(person.id) }), String(person.id)),
    )
    const page = await house.read('/atti')
    expect(page).toMatch(
      /Avviata la fase Envisioning[\s\S]*Nominata capofila: Ministero &lt;b&gt;della&lt;\/b&gt; Salute[\s\S]*Aggiunto l’ecosistema/,
    )
    expect(page).toContain('Un altro atto riguarda i dati di una persona')
    expect(page).not.toContain('Scaricati')
    expect(await house.read('/en/atti')).toMatch(/Started the Envisioning phase[\s\S]*Health/)
  })

  test('a personal act has no page', async () => {
    const { house } = await withActs()
    const person = somebody('analyst')
    const id = await transact(house.db, (tx) =>
      record(tx, allow(house.desk(person), 'identity.download', { kind: 'person', id: String(person.id) }), String(person.id)),
    )
    for (const address of [`/atti/${id}`, `/api/v1/events/${id}`, `/api/v1/events/${id}/content`, '/atti/nonsense'])
      expect((await house.ask(address)).status, address).toBeGreaterThanOrEqual(404)
    await expect(getAct(house.db, id)).rejects.toMatchObject({ kind: { status: 404 } })
  })

  test('filter by ecosystem, act and period, and leave out what the address says badly', async () => {
    const { house, slug, ecosystemId } = await withActs()
    house.at('2020-08-01T00:30:00+02:00')
    await act(house, 'organisations.import', { added: 2 })
    const told = async (query: string) => (await house.read(`/atti?${query}`)).match(/href="\/atti\/[0-9a-f-]{36}"/g)?.length ?? 0
    expect(await told('')).toBe(5)
    expect(await told(`ecosistema=${slug}`)).toBe(3)
    expect(await told(`ecosistema=${slug}&atto=ecosystems.start-phase`)).toBe(1)
    expect(await told('ecosistema=nessuno')).toBe(0)
    expect(await told('dal=2020-08-01')).toBe(1)
    expect(await told('al=2020-07-31')).toBe(4)
    expect(await told('dal=ieri&atto=identity.download')).toBe(5)
    const { items } = await listActs(house.db, { ecosystemId, from: day('2020-07-22'), to: day('2020-07-22') }, undefined, 50)
    expect(items).toHaveLength(3)
  })

  test('follow each other without gap or repetition', async () => {
    const { house } = await withActs()
    const whole = (await listActs(house.db, {}, undefined, 50)).items.map(({ id }) => id)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listActs(house.db, {}, cursor, 1)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toEqual(whole)
  })

  test('say in which group it happened, and what it was about by its title', async () => {
    const { house, slug, ecosystemId, body } = await openGroup()
    const secretary = somebody('secretary', { kind: 'ecosystem', id: ecosystemId })
    const need = await recordNeed(house.desk(secretary), slug, tickets)
    const page = await house.read(`/atti?ecosistema=${slug}`)
    expect(page).toContain(`Beni culturali e turismo: «${tickets.statement}»`)
    expect(page).toMatch(new RegExp(`Entra in un gruppo: chi ne fa parte[^<]*</a><p>${body.name}</p>`))
    expect(await house.read('/atti.atom')).toContain(`Beni culturali e turismo: «${tickets.statement}»`)
    const { items } = (await (await house.ask('/api/v1/events?act=groups.admit')).json()) as { items: { ecosystem: string }[] }
    expect(items[0]?.ecosystem).toBe(slug)
    const [recorded] = (await listActs(house.db, { act: 'listening.record-need' }, undefined, 1)).items
    expect(await house.read(`/atti/${recorded?.id}`)).toContain(`<a href="/esigenze/${need.id}">${tickets.statement}</a>`)
  })

  test('ask the database as often for thirty acts as for four', async () => {
    const { house } = await withActs()
    const few = await house.countQueries(() => house.read('/atti'))
    for (let n = 0; n < 26; n += 1) await addOrganisation(house.desk(officer), { name: `Ente ${n}`, kind: 'other' })
    expect(await house.countQueries(() => house.read('/atti'))).toBe(few)
  })

  test('tell an act and a fact that this version does not know by their names', async () => {
    const { house } = await withActs()
    const id = await act(house, 'organisations.import', { added: 1, novelty: '<i>x</i>', missing: ['unheard-of'] })
    const page = await house.read(`/atti/${id}`)
    expect(page).toContain('<code>novelty</code>')
    expect(page).toContain('&lt;i&gt;x&lt;/i&gt;')
  })
})

describe('for programs', () => {
  test('the feed is Atom, in both languages, with the same filters', async () => {
    const { house, slug } = await withActs()
    const feed = await house.ask('/atti.atom')
    const text = await feed.text()
    expect(feed.headers.get('content-type')).toContain('application/atom+xml')
    expect(text).toMatch(/^<\?xml/)
    expect(text.match(/<entry>/g)).toHaveLength(4)
    expect(text).toContain('http://simbiosi.test/atti')
    expect(text).toContain('Ministero &lt;b&gt;della&lt;/b&gt; Salute')
    expect(text).not.toContain('<b>')
    const filtered = await (await house.ask(`/en/atti.atom?ecosistema=${slug}`)).text()
    expect(filtered.match(/<entry>/g)).toHaveLength(3)
    expect(filtered).toContain('Started the Envisioning phase')
  })

  test('the API pages through the same acts and refuses what it cannot read', async () => {
    const { house, slug } = await withActs()
    const first = (await (await house.ask(`/api/v1/events?limit=2&ecosystem=${slug}`)).json()) as {
      items: { act: string; hash: string }[]
      next: string
    }
    expect(first.items.map(({ act: name }) => name)).toEqual(['ecosystems.start-phase', 'ecosystems.appoint-lead'])
    const second = await (await house.ask(`/api/v1/events?limit=2&ecosystem=${slug}&cursor=${first.next}`)).json()
    expect(second).toMatchObject({
      items: [{ act: 'ecosystems.add', ecosystem: slug, sentence: { en: 'Added the ecosystem' } }],
      next: null,
    })
    const ever = await (await house.ask('/api/v1/events?from=0001-01-01&to=9999-12-31')).json()
    expect(ever).toMatchObject({ items: { length: 4 } })
    for (const query of ['act=identity.download', 'from=ieri', 'limit=0', 'cursor=x'])
      expect([400, 422], query).toContain((await house.ask(`/api/v1/events?${query}`)).status)
  })
})
