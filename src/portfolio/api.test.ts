import { expect, test } from 'vitest'
import type { Actor } from '../charter/policy.ts'
import type { TestHouse } from '../testing.ts'
import { openPortfolio } from './test-portfolio.ts'

async function call(house: TestHouse, as: Actor | undefined, method: string, path: string, json?: unknown) {
  const response = await house.ask(`/api/v1${path}`, { method, ...(as ? { as } : {}), ...(json === undefined ? {} : { json }) })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : null }
}

test('through the API a project is added, corrected, stopped, resumed, withdrawn and its history read', async () => {
  const { house, slug, lead, organisationId } = await openPortfolio()
  const send = (method: string, path: string, json?: unknown) => call(house, lead, method, path, json)
  const project = { kind: 'project', titleIt: 'Catalogo', summaryIt: 'Uno.', audiences: ['firms'], organisationIds: [organisationId] }
  expect((await call(house, undefined, 'POST', `/ecosystems/${slug}/projects`, project)).status).toBe(401)
  expect((await call(house, { ...lead, onlyRooms: ['plan'] }, 'POST', `/ecosystems/${slug}/projects`, project)).status).toBe(403)
  const made = await send('POST', `/ecosystems/${slug}/projects`, project)
  expect(made.status).toBe(201)
  const path = `/projects/${made.body.id}`
  expect((await send('PATCH', path, { startedOn: '2020-07-01' })).body).toMatchObject({ state: 'running', titleIt: 'Catalogo' })
  expect((await send('PATCH', path, { expectedStart: '2020-07-02', expectedEnd: '2020-07-01' })).body).toMatchObject({ status: 422 })
  expect((await send('PATCH', path, { audiences: [] })).status).toBe(422)
  expect((await send('POST', `${path}/stops`, { reason: 'Fondi' })).status).toBe(204)
  expect((await call(house, undefined, 'GET', path)).body).toMatchObject({ state: 'stopped', stoppedReason: 'Fondi' })
  expect((await send('POST', `${path}/resumptions`, {})).status).toBe(204)
  const first = await call(house, undefined, 'GET', `${path}/revisions?limit=3`)
  expect(first.body.items.map(({ number }: { number: number }) => number)).toEqual([4, 3, 2])
  const rest = await call(house, undefined, 'GET', `${path}/revisions?limit=3&cursor=${first.body.next}`)
  expect(rest.body).toMatchObject({ items: [{ number: 1, content: { startedOn: null } }], next: null })
  const found = await call(house, undefined, 'GET', `/ecosystems/${slug}/projects?state=running&organisation=${organisationId}`)
  expect(found.body).toMatchObject({ items: [{ id: made.body.id }], next: null })
  expect((await send('POST', `${path}/withdrawals`, { reason: 'Errore' })).status).toBe(204)
  expect((await call(house, undefined, 'GET', `/ecosystems/${slug}/projects`)).body.items).toEqual([])
})
