import { expect, test } from 'vitest'
import { citizen } from '../testing.ts'
import { agreeWithMinutes } from './actions/amendments.ts'
import { call, deskOf, holdHearing, openMap, personCalled } from './test-hearings.ts'

test('the whole of a hearing is done by programs: map, call, slots, registrations', async () => {
  const { house, slug, secretary, museums } = await openMap()
  const post = async (path: string, json: unknown, as = secretary) => house.ask(`/api/v1${path}`, { as, json })
  const read = async (path: string) => (await house.ask(`/api/v1${path}`)).json() as Promise<Record<string, unknown>>

  const firm = { kind: 'firm', name: 'Franca Firma', email: 'franca@example.org', interest: 3, influence: 4, involvement: 'involve' }
  expect((await post(`/ecosystems/${slug}/stakeholders`, firm)).status).toBe(201)
  expect((await post(`/ecosystems/${slug}/stakeholders`, firm, citizen())).status).toBe(403)
  expect(await read(`/ecosystems/${slug}/stakeholders?kind=firm`)).toMatchObject({ items: [{ kind: 'firm', name: null }], next: null })
  expect(await read(`/ecosystems/${slug}/stakeholders?limit=1`)).toMatchObject({ items: [{ id: museums.id }], next: expect.any(String) })
  expect(await read(`/ecosystems/${slug}/stakeholder-gaps`)).toMatchObject({ stakeholders: 3, heard: 0 })

  const made = await post(`/ecosystems/${slug}/hearings`, { ...call, capacity: 1 })
  const { id } = (await made.json()) as { id: string }
  expect(await read(`/hearings/${id}`)).toMatchObject({ state: 'open', number: 1, finalMinutesOn: null })
  expect(await read(`/hearings?ecosystem=${slug}`)).toMatchObject({ items: [{ id }] })
  expect((await post(`/hearings/${id}/invitations`, { stakeholders: [museums.id] })).status).toBe(204)
  const { items: slots } = (await read(`/hearings/${id}/slots`)) as { items: { id: string; free: number }[] }
  const anna = await personCalled(house, 'Anna')
  expect((await post(`/hearings/${id}/registrations`, { slotId: slots[0]?.id, kind: 'citizens' }, anna)).status).toBe(201)
  expect(await read(`/hearings/${id}/slots`)).toMatchObject({ items: [{ free: 0, waiting: 0 }] })
  const again = await post(`/hearings/${id}/registrations`, { slotId: slots[0]?.id, kind: 'citizens' }, anna)
  expect(again.status).toBe(409)
  expect(again.headers.get('content-type')).toContain('application/problem+json')
  expect((await post(`/hearings/${id}/withdrawals`, {}, anna)).status).toBe(204)
})

test('minutes are written, sent and closed by programs, and drafts are kept from the others', async () => {
  const whole = await holdHearing()
  const { house, secretary, hearing, museums, visitors, statements } = whole
  const address = `/api/v1/hearings/${hearing.id}/minutes`
  expect((await house.ask(address)).status).toBe(404)
  expect(await (await house.ask(address, { as: secretary })).json()).toMatchObject({ state: 'sent', version: 2 })
  const edit = `/api/v1/hearings/${hearing.id}/statements/${statements[0]?.id}`
  expect((await house.ask(edit, { as: secretary, method: 'PUT', json: { text: 'Altro', base: 7 } })).status).toBe(409)
  for (const one of [museums, visitors]) await agreeWithMinutes(deskOf(whole, one), hearing.id)
  expect((await house.ask(`${address}/closings`, { as: secretary, json: { version: 2 } })).status).toBe(204)
  expect(await (await house.ask(address)).json()).toMatchObject({ state: 'final', statements: [{ id: statements[0]?.id }, {}] })
})
