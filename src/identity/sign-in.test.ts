import { describe, expect, test } from 'vitest'
import { serveHouse } from '../testing.ts'
import { personas } from './demonstration/personas.ts'
import { newSecret } from './secrets.ts'

describe('entering', () => {
  test('every person of the demonstration enters with one button, through the whole code flow', async () => {
    const house = await serveHouse()
    for (const persona of personas) {
      const visit = await house.browser().enter(persona.subject)
      expect(visit).toMatchObject({ path: '/profilo', status: 200 })
      expect(visit.text).toContain(`${persona.givenName} ${persona.familyName}`)
    }
  })

  test('from one person to another in the same browser makes a new session and ends the old one', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-officer')
    const first = browser.cookie('session') as string
    const second = await browser.enter('demo-lead')
    expect(second.text).toContain('Elena Bassani')
    expect(browser.cookie('session')).not.toBe(first)
    const thief = house.browser()
    thief.setCookie('session', first)
    expect((await thief.get('/profilo')).path).toContain('/entra')
  })

  test('again as the same person always gives another cookie', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    browser.setCookie('session', newSecret())
    const planted = browser.cookie('session')
    await browser.enter('demo-citizen')
    expect(browser.cookie('session')).not.toBe(planted)
    expect(await house.db.selectFrom('session').select('personId').execute()).toHaveLength(1)
  })

  test('twice finds the same person, whose corrected name stays', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-citizen')
    await browser.post('/profilo', { name: 'Luca A. Ansaldi', email: '', lang: 'en' })
    const again = await house.browser().enter('demo-citizen')
    expect(again.text).toContain('Luca A. Ansaldi')
    expect(await house.db.selectFrom('person').select('id').execute()).toHaveLength(personas.length)
  })

  test('leads back to the page asked for, in its language', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    const asked = await browser.get('/en/profilo/token')
    expect(asked.path).toBe(`/en/entra?ritorno=${encodeURIComponent('/en/profilo/token')}`)
    const visit = await browser.post('/en/entra/demo', { persona: 'demo-citizen', ritorno: '/en/profilo/token' })
    expect(visit).toMatchObject({ path: '/en/profilo/token', status: 200 })
  })

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])('never leads to %s', async (ritorno) => {
    const house = await serveHouse()
    const visit = await house.browser().enter('demo-citizen', ritorno)
    expect(visit.path).toBe('/')
  })

  test('as nobody the provider knows is told as not done, and nothing is kept', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.get('/entra')
    const visit = await browser.post('/entra/demo', { persona: 'demo-stranger', ritorno: '/' })
    expect(visit.path).toBe('/entra?esito=annullato')
    expect(visit.text).toContain('Non sei entrato')
    expect(browser.cookies()).not.toContain('session')
    expect(browser.cookies()).not.toContain('sign-in')
  })

  test('with a provider that does not answer is a page that helps, and the site goes on', async () => {
    const provider = { id: 'spid', name: { it: 'SPID', en: 'SPID' }, issuer: 'https://127.0.0.1:1', clientId: 'simbiosi' }
    const house = await serveHouse({ OIDC_PROVIDERS: JSON.stringify([provider]) })
    const browser = house.browser()
    await browser.get('/entra')
    const visit = await browser.post('/entra/spid', { ritorno: '/' })
    expect(visit.status).toBe(503)
    expect(visit.text).toContain('Il gestore d’identità non risponde')
    expect((await browser.get('/entra')).text).toContain('Entra con SPID')
  })

  test('from a step that is over begins again', async () => {
    const house = await serveHouse()
    for (const step of ['x', '%00', 'k2jjCkSB9eoFOsw']) {
      const answer = await fetch(`${house.url}/dimostrazione/oidc/interazione/${step}`, { redirect: 'manual' })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/entra?esito=fallito'])
    }
    expect(house.logged.filter((line) => line.includes('demonstration provider'))).toEqual([])
  })

  test('with a provider that does not exist is not found', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.get('/entra')
    expect((await browser.post('/entra/nobody')).status).toBe(404)
  })
})

describe('the way back from the provider', () => {
  async function half() {
    const house = await serveHouse()
    const browser = house.browser()
    const page = await browser.get('/entra')
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] as string
    const start = await browser.request(
      'POST',
      '/entra/demo',
      new URLSearchParams({ _csrf: token, persona: 'demo-citizen', ritorno: '/profilo' }),
    )
    let location = start.headers.get('location') as string
    while (!location.includes('/ritorno')) {
      const next = await browser.request('GET', location)
      location = new URL(next.headers.get('location') as string, house.url).href
    }
    return { house, browser, location }
  }

  test('works once: the same code a second time is refused', async () => {
    const { browser, location } = await half()
    const attempt = browser.cookie('sign-in') as string
    expect((await browser.get(location)).path).toBe('/profilo')
    browser.setCookie('sign-in', attempt)
    expect((await browser.get(location)).status).toBe(400)
  })

  test('without the cookie of the browser that set out leads nowhere', async () => {
    const { house, location } = await half()
    const victim = house.browser()
    expect((await victim.get(location)).path).toBe('/entra?esito=fallito')
    expect(victim.cookies()).toEqual([])
  })

  test('with a cookie that was altered leads nowhere', async () => {
    const { browser, location } = await half()
    const [text, signature] = (browser.cookie('sign-in') as string).split('.') as [string, string]
    const attempt = JSON.parse(Buffer.from(text, 'base64url').toString())
    const altered = Buffer.from(JSON.stringify({ ...attempt, returnTo: 'https://evil.example' })).toString('base64url')
    browser.setCookie('sign-in', `${altered}.${signature}`)
    expect((await browser.get(location)).path).toBe('/entra?esito=fallito')
  })

  test('with another state is refused', async () => {
    const { browser, location } = await half()
    expect((await browser.get(location.replace(/state=[^&]+/, 'state=another'))).status).toBe(400)
    expect(browser.cookies()).not.toContain('session')
  })

  test('after a quarter of an hour is too late', async () => {
    const { house, browser, location } = await half()
    house.wait(15 * 60)
    expect((await browser.get(location)).path).toBe('/entra?esito=fallito')
  })
})
