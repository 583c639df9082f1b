import { describe, expect, test } from 'vitest'
import { serveHouse } from '../testing.ts'
import type { PersonaSubject } from './demonstration/personas.ts'

async function withToken(rooms: string[], expiresOn = '2020-12-31', persona: PersonaSubject = 'demo-officer') {
  const house = await serveHouse()
  const browser = house.browser()
  await browser.enter(persona)
  await browser.get('/profilo/token')
  const page = await browser.post('/profilo/token', { name: 'import', rooms, expiresOn })
  const token = /smb_[\w-]+/.exec(page.text)?.[0] ?? ''
  const add = (authorization: string | null) =>
    fetch(`${house.url}/api/v1/organisations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
      body: JSON.stringify({ name: 'Comune di Prova', kind: 'territorial' }),
    })
  return { house, browser, page, token, add }
}

describe('a personal token', () => {
  test('is shown once, and kept only as a hash', async () => {
    const { house, browser, page, token } = await withToken(['organisations'])
    expect(page.status).toBe(200)
    expect(token).toMatch(/^smb_[\w-]{43}$/)
    expect(page.headers.get('cache-control')).toContain('no-store')
    expect((await browser.get('/profilo/token')).text).not.toContain(token)
    const [row] = await house.db.selectFrom('personalToken').selectAll().execute()
    expect(row?.hash).toHaveLength(32)
    expect(JSON.stringify(row)).not.toContain(token)
  })

  test('does through the API what its person may do, in its rooms', async () => {
    const { add, token } = await withToken(['organisations'])
    expect((await add(`Bearer ${token}`)).status).toBe(201)
  })

  test('does nothing in other rooms, whatever its person may do', async () => {
    const { add, token } = await withToken(['plan', 'ecosystems'])
    const response = await add(`Bearer ${token}`)
    expect(response.status).toBe(403)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })

  test('never does more than its person may', async () => {
    const { add, token } = await withToken(['organisations'], '2020-12-31', 'demo-citizen')
    expect((await add(`Bearer ${token}`)).status).toBe(403)
  })

  test('works on its last day and not on the next', async () => {
    const { house, add, token } = await withToken(['organisations'], '2020-07-23')
    house.wait(86_400)
    expect((await add(`Bearer ${token}`)).status).toBe(201)
    house.wait(86_400)
    const late = await add(`Bearer ${token}`)
    expect(late.status).toBe(401)
    expect(late.headers.get('www-authenticate')).toContain('invalid_token')
    expect(await late.json()).toMatchObject({ type: '/problems/token-refused' })
  })

  test('stops the moment it is revoked', async () => {
    const { house, browser, add, token } = await withToken(['organisations'])
    const { id } = await house.db.selectFrom('personalToken').select('id').executeTakeFirstOrThrow()
    await browser.get('/profilo/token')
    const visit = await browser.post(`/profilo/token/${id}/revoca`)
    expect(visit.text).toContain('Il token è stato revocato')
    expect((await add(`Bearer ${token}`)).status).toBe(401)
  })

  test('of somebody else cannot be revoked, or even seen', async () => {
    const { house, add, token } = await withToken(['organisations'])
    const { id } = await house.db.selectFrom('personalToken').select('id').executeTakeFirstOrThrow()
    const other = house.browser()
    await other.enter('demo-lead')
    expect((await other.get('/profilo/token')).text).toContain('Non hai token')
    expect((await other.post(`/profilo/token/${id}/revoca`)).status).toBe(404)
    expect((await add(`Bearer ${token}`)).status).toBe(201)
  })

  test('that is unknown, mistyped or of another kind is refused; without any, acts are refused and reading is free', async () => {
    const { house, add, token } = await withToken(['organisations'])
    const almost = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
    for (const authorization of [`Bearer ${almost}`, 'Bearer smb_x', 'Bearer', `Basic ${token}`])
      expect((await add(authorization)).status).toBe(401)
    expect((await add(null)).status).toBe(401)
    expect((await fetch(`${house.url}/api/v1/organisations`)).status).toBe(200)
  })

  test('is for the API alone: pages do not read it, and the API does not read cookies', async () => {
    const { house, browser, token } = await withToken(['organisations'])
    const page = await fetch(`${house.url}/profilo`, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual' })
    expect(page.status).toBe(303)
    const byCookie = await browser.request('POST', '/api/v1/organisations', undefined, { 'content-type': 'application/json' })
    expect(byCookie.status).toBeGreaterThanOrEqual(400)
    const cookie = `session=${browser.cookie('session')}`
    const body = JSON.stringify({ name: 'Comune di Prova', kind: 'territorial' })
    const headers = { cookie, 'content-type': 'application/json' }
    expect((await fetch(`${house.url}/api/v1/organisations`, { method: 'POST', headers, body })).status).toBe(401)
  })

  test('is read with its person and grants in one query, and its use is noted at most once a minute', async () => {
    const { house, token } = await withToken(['organisations'])
    const ask = () => fetch(`${house.url}/api/v1/openapi.json`, { headers: { authorization: `Bearer ${token}` } })
    expect(await house.countQueries(ask)).toBe(2)
    expect(await house.countQueries(ask)).toBe(1)
  })

  test('asked for too long, for no room, or for a room that only people enter, is refused with the form filled in', async () => {
    const { browser } = await withToken(['organisations'])
    const wrong = [
      { name: 'import', rooms: 'plan', expiresOn: '2021-07-23' },
      { name: 'import', expiresOn: '2020-12-31' },
      { name: 'import', rooms: 'identity', expiresOn: '2020-12-31' },
    ]
    for (const form of wrong) {
      await browser.get('/profilo/token')
      const visit = await browser.post('/profilo/token', form as Record<string, string>)
      expect(visit.status).toBe(422)
      expect(visit.text).toContain('error-summary')
      expect(visit.text).toContain('value="import"')
    }
  })
})
