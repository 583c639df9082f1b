import { expect, test } from 'vitest'
import type { Actor } from '../charter/policy.ts'
import { newId } from '../kernel/id.ts'
import { openListening, personIn } from './test-needs.ts'

test('what the pages do is done through the API: record, correct, merge, separate, call, propose, answer', async () => {
  const { house, slug, secretary } = await openListening()
  const at = `/api/v1/ecosystems/${slug}`
  const send = async (path: string, json: unknown, as: Actor = secretary, method = 'POST') => {
    const response = await house.ask(path, { as, json, method })
    return { status: response.status, id: response.status === 201 ? ((await response.json()) as { id: string }).id : '' }
  }
  const read = async (path: string, as?: Actor) => (await (await house.ask(path, as ? { as } : {})).json()) as { items: unknown[] }
  const need = { statement: 'Un biglietto unico per tutti i musei', voiceKind: 'citizens', severity: 4 }
  const one = await send(`${at}/needs`, need)
  const two = await send(`${at}/needs`, need)
  expect([one.status, two.status]).toEqual([201, 201])
  const correction = { ...need, voiceKind: 'firms', revision: 0, correction: 'Lo dicono le imprese.' }
  expect((await send(`/api/v1/needs/${one.id}`, correction, secretary, 'PUT')).status).toBe(204)
  expect((await send(`/api/v1/needs/${two.id}/mergers`, { intoId: one.id, reason: 'Uguali.' })).status).toBe(204)
  const listed = await read(`${at}/needs?voice=firms&state=open&sort=severity&limit=1`)
  expect(listed.items).toMatchObject([{ code: 'E-1', state: 'open', covers: [] }])
  expect(await read(`/api/v1/needs/${two.id}`)).toMatchObject({ state: 'merged', mergedInto: one.id })
  expect((await send(`/api/v1/needs/${two.id}/separations`, { reason: 'No.' })).status).toBe(204)

  const call = await send(`${at}/calls-for-needs`, {
    title: 'Che manca?',
    guidance: 'Tutto.',
    opensOn: '2020-07-22',
    closesOn: '2020-07-30',
  })
  const ada = await personIn(house)
  const proposal = await send(`/api/v1/calls-for-needs/${call.id}/proposals`, { ...need, key: newId() }, ada)
  expect(proposal.status).toBe(201)
  expect((await read(`${at}/need-proposals`, secretary)).items).toHaveLength(1)
  const answer = { outcome: 'not-accepted', reason: 'C’è già.' }
  expect((await send(`/api/v1/need-proposals/${proposal.id}/outcomes`, answer)).status).toBe(204)
  const own = await read('/api/v1/need-proposals', ada)
  expect(own.items).toMatchObject([{ state: 'not-accepted', reason: 'C’è già.' }])
  expect(await read(`/api/v1/calls-for-needs/${call.id}`)).toMatchObject({
    state: 'open',
    proposals: { received: 1, notAccepted: 1 },
  })
})

test('bad input is a problem with what to do, whatever it is', async () => {
  const { house, slug, secretary } = await openListening()
  const need = { statement: 'Orari', voiceKind: 'firms' }
  for (const more of [
    { statement: 'x'.repeat(200_000) },
    { statement: '\ud800' },
    { statement: 'a\u0000' },
    { severity: 9 },
    { evidenceLink: 'javascript:1' },
  ]) {
    const response = await house.ask(`/api/v1/ecosystems/${slug}/needs`, { as: secretary, json: { ...need, ...more } })
    expect([400, 422], JSON.stringify(more).slice(0, 60)).toContain(response.status)
    expect(response.headers.get('content-type')).toContain('problem+json')
  }
  expect((await house.ask(`/api/v1/ecosystems/${slug}/needs`, { json: need })).status).toBe(401)
  expect((await house.ask(`/api/v1/ecosystems/${slug}/need-likenesses`)).status).toBe(401)
  expect((await house.ask(`/api/v1/ecosystems/${slug}/needs?cursor=zzz`)).status).toBe(400)
})
