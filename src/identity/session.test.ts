import { describe, expect, test } from 'vitest'
import { serveHouse } from '../testing.ts'
import { carrySessions, pruneSessions } from './index.ts'
import { newSecret } from './secrets.ts'

const inside = { path: '/profilo', status: 200 }
const outside = expect.stringMatching(/^\/entra/)

describe('a session', () => {
  test('left alone for half an hour is over, and its cookie is taken away', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-officer')
    house.wait(29 * 60)
    expect(await browser.get('/profilo')).toMatchObject(inside)
    house.wait(29 * 60)
    expect(await browser.get('/profilo')).toMatchObject(inside)
    house.wait(30 * 60)
    expect((await browser.get('/profilo')).path).toEqual(outside)
    expect(browser.cookies()).not.toContain('session')
  })

  test('is over after twelve hours even when it is never left alone', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-officer')
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      house.wait(20 * 60)
      expect(await browser.get('/profilo')).toMatchObject(inside)
    }
    house.wait(20 * 60)
    expect((await browser.get('/profilo')).path).toEqual(outside)
  })

  test('keeps its limits from the configuration', async () => {
    const house = await serveHouse({ SESSION_IDLE_SECONDS: '60', SESSION_MAX_SECONDS: '90' })
    const browser = house.browser()
    await browser.enter('demo-officer')
    house.wait(59)
    expect(await browser.get('/profilo')).toMatchObject(inside)
    house.wait(31)
    expect((await browser.get('/profilo')).path).toEqual(outside)
  })

  test('moves with the demonstration’s clock: nobody was idle in the days that were skipped', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-administrator')
    await carrySessions(house.db, 60 * 86_400_000)
    house.wait(60 * 86_400)
    expect(await browser.get('/profilo')).toMatchObject(inside)
  })

  test('is kept only as the hash of its cookie', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-officer')
    const [row] = await house.db.selectFrom('session').selectAll().execute()
    const cookie = browser.cookie('session') as string
    expect(cookie).toHaveLength(43)
    expect(row?.idHash).toHaveLength(32)
    expect(JSON.stringify(row)).not.toContain(cookie)
    expect(row?.level).toBe('urn:simbiosi:demonstration')
  })

  test('with a forged cookie is nobody’s, and asks the database only for the shape it could have', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-officer')
    const real = browser.cookie('session') as string
    for (const forged of [newSecret(), `${real.slice(0, -1)}${real.endsWith('A') ? 'B' : 'A'}`, 'x', `${real}x`, "' or 1=1 --"]) {
      browser.setCookie('session', encodeURIComponent(forged))
      expect((await browser.get('/profilo')).path).toEqual(outside)
      expect(browser.cookies()).not.toContain('session')
    }
    browser.setCookie('session', 'x')
    expect(await house.countQueries(() => browser.request('GET', '/health/live'))).toBe(0)
  })

  test('is read with its person and grants in one query, and written at most once a minute', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-lead')
    const ask = () => browser.request('GET', '/health/live')
    expect(await house.countQueries(ask)).toBe(1)
    house.wait(61)
    expect(await house.countQueries(ask)).toBe(2)
    expect(await house.countQueries(ask)).toBe(1)
  })

  test('of nobody costs no query and sets no cookie', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    expect(await house.countQueries(() => browser.get('/entra'))).toBe(0)
    expect(browser.cookies()).toEqual([])
  })

  test('that is over is removed when the table is tidied, and the others stay', async () => {
    const house = await serveHouse()
    await house.browser().enter('demo-officer')
    house.wait(3600)
    const kept = house.browser()
    await kept.enter('demo-lead')
    expect(await pruneSessions(house.db, house.desk().now, house.config.sessionIdleSeconds)).toBe(1)
    expect(await kept.get('/profilo')).toMatchObject(inside)
  })
})

describe('leaving', () => {
  test('ends the session here, and a stolen cookie with it', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-officer')
    const cookie = browser.cookie('session') as string
    const visit = await browser.post('/esci')
    expect(visit).toMatchObject({ path: '/entra?esito=uscito', status: 200 })
    expect(visit.text).toContain('Sei uscito')
    browser.setCookie('session', cookie)
    expect((await browser.get('/profilo')).path).toEqual(outside)
  })

  test('everywhere ends the person’s sessions and nobody else’s', async () => {
    const house = await serveHouse()
    const [office, home, other] = [house.browser(), house.browser(), house.browser()]
    await office.enter('demo-officer')
    await home.enter('demo-officer')
    await other.enter('demo-lead')
    expect((await home.get('/profilo')).text.match(/<time/g)?.length).toBeGreaterThanOrEqual(4)
    expect((await home.post('/esci/ovunque')).path).toBe('/entra?esito=ovunque')
    expect((await office.get('/profilo')).path).toEqual(outside)
    expect(await other.get('/profilo')).toMatchObject(inside)
  })

  test('or changing anything takes a form of ours: another site’s is refused, and so is one of another session', async () => {
    const house = await serveHouse()
    const [browser, stranger] = [house.browser(), house.browser()]
    const tokenOn = (text: string) => /name="_csrf" value="([^"]+)"/.exec(text)?.[1] as string
    const ours = tokenOn((await browser.enter('demo-administrator')).text)
    const theirs = tokenOn((await stranger.enter('demo-citizen')).text)
    for (const path of ['/esci', '/esci/ovunque', '/profilo', '/profilo/dati', '/profilo/cancellazione', '/profilo/token', '/incarichi']) {
      expect((await browser.postWithout(path, { agree: 'on' })).status).toBe(403)
      expect((await browser.postWithout(path, { _csrf: 'guessed', agree: 'on' })).status).toBe(403)
      expect((await browser.postWithout(path, { _csrf: theirs, agree: 'on' })).status).toBe(403)
      expect((await browser.postWithout(path, { _csrf: ours, agree: 'on' }, { origin: 'https://evil.example' })).status).toBe(403)
    }
    expect(await browser.get('/profilo')).toMatchObject(inside)
    expect((await browser.postWithout('/esci', { _csrf: ours }, { origin: house.url })).path).toBe('/entra?esito=uscito')
  })
})

test('on https the cookies are bound to the host, secure, and out of reach of scripts', async () => {
  const house = await serveHouse({ BASE_URL: 'https://simbiosi.test' })
  const response = await fetch(`${house.url}/entra`, { headers: { cookie: '__Host-session=forged' } })
  const [line] = response.headers.getSetCookie()
  expect(line).toMatch(/^__Host-session=;/)
  for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(line).toContain(attribute)
  expect(line).not.toContain('Domain')
})

test('the cookie of a session is out of reach of scripts and of other sites, and lasts until the browser closes', async () => {
  const house = await serveHouse()
  const browser = house.browser()
  const page = await browser.get('/entra')
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] as string
  const start = await browser.request('POST', '/entra/demo', new URLSearchParams({ _csrf, persona: 'demo-citizen', ritorno: '/' }))
  const [line] = start.headers.getSetCookie()
  for (const attribute of ['sign-in=', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(line).toContain(attribute)
  expect(line).not.toMatch(/Max-Age|Expires|Domain/)
})
