import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from './app.ts'
import { anonymous } from './identity/index.ts'
import { notFound, Problem } from './kernel/problem.ts'
import { readConfig } from './platform/config.ts'
import { openDatabase } from './platform/db.ts'
import { formToken } from './platform/form-token.ts'
import type { Ctx } from './platform/http.ts'
import { freshDatabase } from './platform/test-database.ts'
import { citizen } from './testing.ts'

const morning = async () => new Date('2020-07-22T07:00:00Z')

/** The application with a few routes of this test's, so that the ground is tried without any room. */
async function ground({ cacheSeconds = 0, session = false, clock = morning as () => Promise<Date> } = {}) {
  const fresh = await freshDatabase()
  const db = openDatabase(fresh.url, { max: 2, statementTimeout: 800, connectionTimeout: 300 })
  onTestFinished(async () => {
    await db.destroy()
    await fresh.drop()
  })
  const config = readConfig({ BASE_URL: 'http://simbiosi.test', PAGE_CACHE_SECONDS: String(cacheSeconds) }, true)
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
  const identify = async () => (session ? { actor: citizen(), name: 'Ada', sessionKey: 'key' } : anonymous)
  const app = createApp({ db, clock, config, log, identify })
  let drawn = 0
  const page = (c: Ctx) => {
    drawn += 1
    return `<script nonce="${c.var.reader.nonce}"></script><p>${c.var.reader.lang} ${c.req.query('n') ?? ''}</p>`
  }
  app.get('/prova', (c) => c.html(page(c)))
  app.get('/prova/rotta', () => {
    throw new Error('secret detail')
  })
  app.get('/prova/lenta', async (c) => c.json(await sql`select pg_sleep(5)`.execute(db)))
  app.get('/api/prova/fatti', () => {
    throw new Problem(notFound, { status: 200, title: 'x', type: 'x', thing: 'this' })
  })
  app.get('/prova/id/:id', async (c) => c.json(await db.selectFrom('event').selectAll().where('id', '=', c.req.param('id')).execute()))
  app.get('/prova/testo/:text', async (c) =>
    c.json(await db.selectFrom('setting').selectAll().where('name', '=', c.req.param('text')).execute()),
  )
  app.post('/prova', (c) => c.text('posted'))
  app.post('/api/prova', async (c) => c.json({ got: await c.req.json() }))
  const ask = (path: string, init?: RequestInit) => app.request(`http://simbiosi.test${path}`, init)
  return { ask, app, config, lines, drawn: () => drawn }
}

const posted = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers,
})

test('a page carries the headers that keep it safe, and no cookie', async () => {
  const { ask } = await ground()
  const { headers } = await ask('/prova')
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/script-src 'nonce-[\w-]+' 'strict-dynamic'/)
  for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"])
    expect(policy).toContain(rule)
  expect(policy).toContain("form-action 'self'")
  expect((await ask('/entra')).headers.get('content-security-policy')).not.toContain('form-action')
  expect(policy).not.toContain('unsafe')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('set-cookie')).toBeNull()
})

test('a public page has the same bytes and tag twice, a nonce of its own, and answers 304', async () => {
  const { ask } = await ground()
  const [first, second, other] = [await ask('/prova'), await ask('/prova'), await ask('/prova?n=2')]
  const body = await first.text()
  expect(await second.text()).toBe(body)
  const nonce = /nonce="([^"]+)"/.exec(body)?.[1]
  expect(first.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
  expect(await other.text()).not.toContain(`nonce="${nonce}"`)
  expect(first.headers.get('cache-control')).toContain('s-maxage=5')
  const again = await ask('/prova', { headers: { 'if-none-match': first.headers.get('etag') as string } })
  expect(again.status).toBe(304)
  expect(again.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
})

test('a public page is drawn once while it is kept, and compressed', async () => {
  const { ask, drawn } = await ground({ cacheSeconds: 2 })
  await ask('/prova')
  const packed = await ask('/prova', { headers: { 'accept-encoding': 'gzip, br' } })
  expect(packed.headers.get('content-encoding')).toBe('br')
  expect(drawn()).toBe(1)
})

test('a public page is compressed only for who wants it so, and known by its tag however a cache rewrote it', async () => {
  const { ask } = await ground()
  const first = await ask('/prova')
  const tag = String(first.headers.get('etag'))
  for (const known of [tag.replace('W/', ''), `"x", ${tag}`, '*'])
    expect((await ask('/prova', { headers: { 'if-none-match': known } })).status, known).toBe(304)
  expect((await ask('/prova', { headers: { 'if-none-match': '"x"' } })).status).toBe(200)
  const encodingFor = async (accepted: string) =>
    (await ask('/prova', { headers: { 'accept-encoding': accepted } })).headers.get('content-encoding')
  expect(await encodingFor('br;q=0, gzip')).toBe('gzip')
  expect(await encodingFor('br;q=0, gzip;q=0.0')).toBeNull()
})

test('the same page is kept once, whatever name the site is called by', async () => {
  const { ask, app, drawn } = await ground({ cacheSeconds: 2 })
  await ask('/prova')
  await app.request('http://another.example/prova')
  expect(drawn()).toBe(1)
})

test('what is refused, or leads elsewhere, is kept by nobody', async () => {
  const { ask } = await ground({ cacheSeconds: 2 })
  for (const path of ['/nessuna', '/prova/rotta', '/profilo', '/incarichi', '/api/v1/nothing-here'])
    expect((await ask(path)).headers.get('cache-control'), path).toBe('no-store')
})

test('no link of a page leads to another site because its address begins like one', async () => {
  const { ask } = await ground()
  for (const path of ['//evil.example', '//evil.example/x', '/en//evil.example', '/.//evil.example', '//%00', '//%ed%a0%80']) {
    const answer = await ask(path)
    expect(answer.status, path).toBe(404)
    expect(await answer.text(), path).not.toMatch(/(?:href|action)="(?:https?:)?\/\/(?!simbiosi[.]test)/)
  }
})

test('a refusal leads back to the page of this site it comes from, and nowhere else', async () => {
  const { app } = await ground()
  const refused = async (referer: string) => await (await app.request('http://simbiosi.test/nulla', { headers: { referer } })).text()
  expect(await refused('http://simbiosi.test/piano?stato=late')).toContain('href="/piano?stato=late"')
  for (const from of ['http://altrove.test/trappola', 'http://simbiosi.test//altrove.test/trappola', 'trappola'])
    expect(await refused(from)).not.toContain('trappola')
})

test('a statement that takes too long, or a connection that never comes free, is a 503 that says when to come back', async () => {
  const { ask, lines } = await ground()
  const [slow, other, waiting] = await Promise.all(['/prova/lenta?n=1', '/prova/lenta?n=2', '/prova/testo/x'].map((path) => ask(path)))
  expect([slow?.status, other?.status, waiting?.status]).toEqual([503, 503, 503])
  expect(waiting?.headers.get('retry-after')).toBe('5')
  expect(lines.filter((line) => line.includes('overloaded'))).toHaveLength(3)
})

test('a page of somebody who entered is never kept', async () => {
  const { ask } = await ground({ cacheSeconds: 2, session: true })
  const answers = [await ask('/prova', { headers: { cookie: 'session=x' } }), await ask('/prova', { headers: { cookie: 'session=x' } })]
  expect(answers.map((answer) => answer.headers.get('cache-control'))).toEqual(['private, no-store', 'private, no-store'])
  const [a, b] = await Promise.all(answers.map((answer) => answer.text()))
  expect(a).not.toBe(b)
})

test('English pages live under /en and reach the same routes', async () => {
  const { ask } = await ground()
  expect(await (await ask('/en/prova')).text()).toContain('<p>en ')
  expect(await (await ask('/prova')).text()).toContain('<p>it ')
  expect((await ask('/enprova')).status).toBe(404)
})

test('a form without its token, or from elsewhere, is refused', async () => {
  const { ask, config } = await ground({ session: true })
  const _csrf = formToken(config.secret, 'key')
  expect((await ask('/prova', posted({}))).status).toBe(403)
  expect((await ask('/prova', posted({ _csrf: formToken(config.secret, 'another') }))).status).toBe(403)
  expect((await ask('/prova', posted({ _csrf }, { origin: 'https://evil.example' }))).status).toBe(403)
  expect((await ask('/prova', posted({ _csrf }, { 'sec-fetch-site': 'cross-site' }))).status).toBe(403)
  expect((await ask('/prova', posted({ _csrf }, { origin: 'http://simbiosi.test', 'sec-fetch-site': 'same-origin' }))).status).toBe(200)
})

test('bad input is refused and never a failure of ours', async () => {
  const { ask } = await ground()
  const json = (body: string) => ({ method: 'POST', body, headers: { 'content-type': 'application/json' } })
  expect((await ask('/api/prova', json('{"a":1}'))).status).toBe(200)
  expect((await ask('/api/prova', json(`{"a":"${'['.repeat(100)}\\"["}`))).status).toBe(200)
  for (const broken of ['{', '['.repeat(100_000), '['.repeat(100_000) + ']'.repeat(100_000), '{"a":'.repeat(50)]) {
    const answer = await ask('/api/prova', json(broken))
    expect(answer.status, broken.slice(0, 20)).toBe(400)
  }
  expect((await ask('/api/prova', json(`"${'x'.repeat(2 * 1024 * 1024)}"`))).status).toBe(413)
  expect((await ask('/prova/id/not-an-id')).status).toBe(404)
  expect((await ask('/prova/testo/a%00b')).status).toBe(400)
  expect((await ask('/prova/testo/%ff')).status).toBeLessThan(500)
  expect(
    (await ask('/prova', { method: 'POST', body: '--x', headers: { 'content-type': 'multipart/form-data; boundary=y' } })).status,
  ).toBeLessThan(500)
})

test('files are taken only from whoever entered', async () => {
  const file = new File(['x'.repeat(2 * 1024 * 1024)], 'enti.csv')
  const send = async (session: boolean) => {
    const { ask, config } = await ground({ session })
    const body = new FormData()
    body.append('_csrf', formToken(config.secret, session ? 'key' : anonymous.sessionKey))
    body.append('file', file)
    return (await ask('/prova', { method: 'POST', body })).status
  }
  expect([await send(false), await send(true)]).toEqual([413, 200])
})

test('a clock that cannot be read is told on a page', async () => {
  const { ask, lines } = await ground({ clock: () => Promise.reject(new Error('no answer')) })
  const answer = await ask('/prova')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([500, expect.stringContaining('text/html')])
  expect(lines.some((line) => line.includes('unexpected error'))).toBe(true)
})

test('a failure of ours is told without detail and logged under the number shown', async () => {
  const { ask, lines } = await ground()
  const answer = await ask('/prova/rotta')
  expect(answer.status).toBe(500)
  const page = await answer.text()
  expect(page).not.toContain('secret detail')
  const requestId = answer.headers.get('x-request-id') as string
  expect(page).toContain(requestId)
  expect(lines.some((line) => line.includes(requestId) && line.includes('unexpected error'))).toBe(true)
})

test('logs hold the address without its query', async () => {
  const { ask, lines } = await ground()
  await ask('/prova?n=ada@example.org')
  expect(lines.join('')).toContain('"path":"/prova"')
  expect(lines.join('')).not.toContain('ada@example.org')
})

test('logs hold no address that lets in whoever knows it', async () => {
  const { ask, lines } = await ground()
  const secret = `${'Ab3_'.repeat(10)}xyz`
  await ask(`/calendario/${secret}.ics`)
  await ask(`/prova/id/${'un-nome-molto-lungo-'.repeat(3)}`)
  expect(lines.join('')).toContain('"path":"/calendario/….ics"')
  expect(lines.join('')).toContain('un-nome-molto-lungo-')
})

test('the API refuses with problem+json', async () => {
  const { ask } = await ground()
  const answer = await ask('/api/v1/nothing-here')
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({ type: '/problems/not-found', status: 404 })
  const facts = await (await ask('/api/prova/fatti')).json()
  expect(facts).toMatchObject({ type: '/problems/not-found', title: 'not-found', status: 404, thing: 'this' })
})

test('health tells life and readiness apart, and is never cached', async () => {
  const { ask } = await ground()
  for (const path of ['/health/live', '/health/ready']) {
    const answer = await ask(path)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  }
})
