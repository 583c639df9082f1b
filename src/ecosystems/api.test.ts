import { expect, test } from 'vitest'
import { addOrganisation } from '../organisations/index.ts'
import { openHouse, somebody, type TestHouse } from '../testing.ts'

const officer = somebody('officer')
const root = '/api/v1/ecosystems'
const send = (house: TestHouse, path: string, json: unknown, method = 'POST') => house.ask(path, { as: officer, json, method })

test('an ecosystem is added, corrected, led and read through the API', async () => {
  const house = await openHouse()
  const added = await send(house, root, { nameIt: 'Sanità', since: '2019-01-01' })
  expect([added.status, await added.json()]).toEqual([201, expect.objectContaining({ slug: 'sanita', priority: false })])
  const patched = await send(house, `${root}/sanita`, { priority: true, prioritySource: 'LA51 2019-2021' }, 'PATCH')
  expect(await patched.json()).toMatchObject({ nameIt: 'Sanità', priority: true, since: '2019-01-01' })
  const { id: organisationId } = await addOrganisation(house.desk(), { name: 'Ministero della Salute', kind: 'central' })
  const lead = await send(house, `${root}/sanita/leads`, { organisationId, fromDay: '2019-01-01' })
  const { id } = (await lead.json()) as { id: string }
  expect((await send(house, `${root}/sanita/leads/${id}/ends`, { toDay: '2020-01-31' })).status).toBe(204)
  const stood = await (await house.ask(`${root}/sanita?asOf=2019-06-01`)).json()
  expect(stood).toMatchObject({ leads: [{ name: 'Ministero della Salute', since: '2019-01-01' }] })
  expect(await (await house.ask(`${root}/sanita`)).json()).toMatchObject({ leads: [] })
})

test('a phase is given its term and started, and its lateness is told of any day', async () => {
  const house = await openHouse()
  await send(house, root, { nameIt: 'Welfare', since: '2019-01-01' })
  const term = { dueOn: '2019-12-01', precision: 'month', qualifier: 'by', source: 'LA51 2019-2021' }
  expect((await send(house, `${root}/welfare/phases/envisioning/term`, term, 'PUT')).status).toBe(204)
  expect((await send(house, `${root}/welfare/phases/envisioning/starts`, { on: '2019-02-01' })).status).toBe(204)
  const first = async (query: string) => ((await (await house.ask(`${root}/welfare${query}`)).json()) as { phases: unknown[] }).phases[0]
  expect(await first('')).toMatchObject({ state: 'late', daysLate: 204, due: { on: '2019-12-31' } })
  expect(await first('?asOf=2019-12-31')).toMatchObject({ state: 'doing', daysLate: null })
  const again = await send(house, `${root}/welfare/phases/envisioning/starts`, {})
  expect([again.status, again.headers.get('content-type')]).toEqual([409, 'application/problem+json'])
})

test('the list goes on by cursor and comes to an end', async () => {
  const house = await openHouse()
  for (const nameIt of ['Cultura', 'Agricoltura', 'Scuola']) await send(house, root, { nameIt })
  const page = async (cursor: string) =>
    (await (await house.ask(`${root}?limit=2${cursor}`)).json()) as { items: { slug: string }[]; next: string }
  const first = await page('')
  expect(first.items.map(({ slug }) => slug)).toEqual(['agricoltura', 'cultura'])
  const second = await page(`&cursor=${first.next}`)
  expect([second.items.map(({ slug }) => slug), second.next]).toEqual([['scuola'], null])
  expect((await house.ask(`${root}?cursor=storto`)).status).toBe(400)
})

test('actors and cycles have their own lists', async () => {
  const house = await openHouse()
  await send(house, root, { nameIt: 'Scuola', since: '2019-01-01' })
  expect((await send(house, `${root}/scuola/actors`, { label: 'Istituti scolastici' })).status).toBe(201)
  expect(await (await house.ask(`${root}/scuola/actors`)).json()).toMatchObject({
    items: [{ name: 'Istituti scolastici', organisationId: null }],
  })
  expect((await send(house, `${root}/scuola/cycles`, { outcome: 'Si riparte.' })).status).toBe(201)
  const cycles = (await (await house.ask(`${root}/scuola/cycles`)).json()) as { items: { number: number }[] }
  expect(cycles.items.map(({ number }) => number)).toEqual([2, 1])
})

test('nobody acts without a role, and what is malformed is refused with its fields', async () => {
  const house = await openHouse()
  expect((await house.ask(root, { json: { nameIt: 'Scuola' } })).status).toBe(401)
  expect((await house.ask(root, { as: somebody('lead'), json: { nameIt: 'Scuola' } })).status).toBe(403)
  const empty = await send(house, root, { nameIt: '' })
  expect([empty.status, await empty.json()]).toEqual([422, expect.objectContaining({ errors: { nameIt: expect.any(String) } })])
  expect((await send(house, `${root}/scuola/phases/inventata/starts`, {})).status).toBe(422)
  expect((await house.ask(`${root}/scuola?asOf=2019-02-30`)).status).toBe(422)
})

test('the OpenAPI document tells of every route of the room', async () => {
  const house = await openHouse()
  const { paths } = (await (await house.ask('/api/v1/openapi.json')).json()) as { paths: Record<string, object> }
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/ecosystems', '/ecosystems/{slug}', '/ecosystems/{slug}/leads', '/ecosystems/{slug}/phases/{phase}/starts']),
  )
})

test('an organisation shows what it leads and where it took part, on its page and through the API', async () => {
  const house = await openHouse()
  for (const nameIt of ['Sanità', 'Scuola']) await send(house, root, { nameIt, since: '2019-01-01' })
  const { id: organisationId } = await addOrganisation(house.desk(), { name: 'Ministero della Salute', kind: 'central' })
  expect(await house.read(`/organizzazioni/${organisationId}`)).not.toContain('I suoi ecosistemi')
  await send(house, `${root}/sanita/leads`, { organisationId, fromDay: '2019-02-01' })
  const { id } = (await (await send(house, `${root}/scuola/actors`, { organisationId, fromDay: '2019-03-01' })).json()) as { id: string }
  await send(house, `${root}/scuola/actors/${id}/ends`, { toDay: '2019-12-31' })
  const page = await house.read(`/organizzazioni/${organisationId}`)
  expect(page).toMatch(/href="\/ecosistemi\/sanita">Sanità<[\s\S]*capofila[\s\S]*href="\/ecosistemi\/scuola">Scuola<[\s\S]*ha preso parte/)
  expect(await (await house.ask(`/api/v1/organisations/${organisationId}/ecosystems`)).json()).toEqual({
    items: [
      { slug: 'sanita', ecosystem: 'Sanità', as: 'lead', from: '2019-02-01', to: null },
      { slug: 'scuola', ecosystem: 'Scuola', as: 'actor', from: '2019-03-01', to: '2019-12-31' },
    ],
  })
})
