import { expect, test } from 'vitest'
import type { Actor } from '../charter/policy.ts'
import type { TestHouse } from '../testing.ts'
import { openLandscape } from './test-landscape.ts'

async function call(house: TestHouse, as: Actor | undefined, method: string, path: string, json?: unknown) {
  const response = await house.ask(`/api/v1${path}`, { method, ...(as ? { as } : {}), ...(json === undefined ? {} : { json }) })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : null }
}

test('through the API databases are added, corrected, connected, retired and removed, and their history read', async () => {
  const { house, slug, lead, organisationId } = await openLandscape()
  const send = (method: string, path: string, json?: unknown) => call(house, lead, method, path, json)
  const system = { kind: 'database', nameIt: 'Catalogo', descriptionIt: 'Le schede.', access: 'open', holderId: organisationId }
  const systems = `/ecosystems/${slug}/systems`
  expect((await call(house, undefined, 'POST', systems, system)).status).toBe(401)
  expect((await call(house, { ...lead, onlyRooms: ['portfolio'] }, 'POST', systems, system)).status).toBe(403)
  const made = await send('POST', systems, system)
  expect(made.status).toBe(201)
  const at = `/systems/${made.body.id}`
  const service = { inServiceOn: '2010-05-20', inServicePrecision: 'month', personalData: false }
  expect((await send('PATCH', at, service)).body).toMatchObject({ state: 'in-service', inServiceOn: '2010-05-01', personalData: false })
  expect((await send('PATCH', at, { nationalInterest: true })).body).toMatchObject({ nationalInterest: true, nameIt: 'Catalogo' })
  expect((await send('PATCH', at, { access: 'nobody' })).status).toBe(422)
  expect((await send('PATCH', at, { pageUrl: 'javascript:alert(1)' })).status).toBe(422)
  const other = await send('POST', systems, { ...system, nameIt: 'Archivio' })
  const flows = `/ecosystems/${slug}/interconnections`
  const flow = { fromId: made.body.id, toId: other.body.id, purposeIt: 'Scrivere una volta', dataIt: 'Schede' }
  expect((await send('POST', flows, { ...flow, toId: flow.fromId })).body).toMatchObject({ status: 422 })
  const joined = await send('POST', flows, flow)
  const one = `/interconnections/${joined.body.id}`
  expect((await send('PATCH', one, { plannedOn: '2020-06-01', plannedPrecision: 'day' })).body).toMatchObject({ daysLate: 51 })
  const shown = { realisedOn: '2020-07-01', evidenceUrl: 'https://example.org/prova', means: 'api' }
  expect((await send('POST', `${one}/realisations`, shown)).status).toBe(204)
  expect((await call(house, undefined, 'GET', one)).body).toMatchObject({ state: 'existing', realisedPrecision: 'day' })
  expect((await call(house, undefined, 'GET', `${one}/revisions?limit=2`)).body.items).toHaveLength(2)
  expect((await call(house, undefined, 'GET', `${flows}?state=existing&means=api`)).body).toMatchObject({ items: [{ id: joined.body.id }] })
  expect((await send('POST', `${at}/withdrawals`, { reason: 'Errore' })).status).toBe(409)
  expect((await send('POST', `${at}/retirements`, { reason: 'Vecchio' })).status).toBe(204)
  expect((await call(house, undefined, 'GET', one)).body.state).toBe('ended')
  expect((await send('POST', `${at}/returns`, {})).status).toBe(204)
  const first = await call(house, undefined, 'GET', `${at}/revisions?limit=4`)
  expect(first.body.items.map(({ number }: { number: number }) => number)).toEqual([5, 4, 3, 2])
  const rest = await call(house, undefined, 'GET', `${at}/revisions?limit=4&cursor=${first.body.next}`)
  expect(rest.body).toMatchObject({ items: [{ number: 1 }], next: null })
  expect((await send('POST', `${one}/withdrawals`, { reason: 'Errore' })).status).toBe(204)
  expect((await send('POST', `${at}/withdrawals`, { reason: 'Errore' })).status).toBe(204)
  expect((await call(house, undefined, 'GET', `${systems}?holder=${organisationId}&kind=database`)).body.items).toHaveLength(1)
})
