import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { serveHouse } from '../testing.ts'
import { demoLogin, personas } from './demonstration/personas.ts'

const [delegate] = personas.filter(({ subject }) => subject === 'demo-delegate')

/** Every row of every table that says any of these words, in any column. */
async function rowsSaying(ownerUrl: string, words: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows: tables } = await client.query(
      `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    const found: string[] = []
    for (const { table_name: table } of tables) {
      const saying = words.map((_, index) => `to_jsonb(t)::text ilike '%' || $${index + 1} || '%'`).join(' or ')
      const { rows } = await client.query(`select to_jsonb(t)::text as row from "${table}" t where ${saying}`, [...words])
      found.push(...rows.map(({ row }) => `${table}: ${row}`))
    }
    return found
  } finally {
    await client.end()
  }
}

describe('one’s own account', () => {
  test('shows what is known and what one may do', async () => {
    const house = await serveHouse()
    const { text } = await house.browser().enter('demo-delegate')
    for (const known of [
      'Chiara Benedetti',
      'chiara.benedetti@example.org',
      'BNDCHR77M43X000H',
      'Delega di un’organizzazione',
      'Persone della dimostrazione',
    ])
      expect(text).toContain(known)
  })

  test('is corrected, after which no provider vouches for the address', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-delegate')
    const visit = await browser.post('/profilo', { name: 'Chiara B.', email: 'giulia.ferrante@example.org', lang: 'en' })
    expect(visit.path).toBe('/profilo?fatto=corretto')
    expect(visit.text).toContain('I tuoi dati sono stati corretti')
    const row = await house.db.selectFrom('personDetail').selectAll().where('name', '=', 'Chiara B.').executeTakeFirstOrThrow()
    expect(row).toMatchObject({ email: 'giulia.ferrante@example.org', emailConfirmed: false, lang: 'en' })
  })

  test('comes back filled in when something is wrong', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-delegate')
    const visit = await browser.post('/profilo', { name: '  ', email: 'not an address', lang: 'de' })
    expect(visit.status).toBe(422)
    expect(visit.text).toContain('value="not an address"')
    expect(visit.text).toContain('error-summary')
  })

  test('is downloaded whole, as JSON', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-delegate')
    await browser.post('/profilo', { name: 'Chiara Benedetti', email: '', lang: 'it' })
    await browser.get('/profilo')
    const visit = await browser.post('/profilo/dati')
    expect(visit.headers.get('content-disposition')).toBe('attachment; filename="simbiosi-2020-07-22.json"')
    expect(visit.headers.get('cache-control')).toContain('no-store')
    const data = JSON.parse(visit.text)
    expect(data.person).toMatchObject({ name: 'Chiara Benedetti', email: null, taxCode: 'BNDCHR77M43X000H' })
    expect(data.logins).toEqual([{ provider: 'demo', createdAt: expect.any(String) }])
    expect(data.sessions).toHaveLength(1)
    expect(data.grants).toMatchObject([{ role: 'delegate', from: '2020-07-22' }])
    expect(data.acts.map(({ act }: { act: string }) => act)).toEqual(['identity.correct', 'identity.download'])
    expect(data).toMatchObject({ notices: [], noticePreferences: { meetings: 'at-once' }, followedEcosystems: [] })
  })

  test('costs the same queries however many roles and sessions it has', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-lead')
    const one = await house.countQueries(() => browser.get('/profilo'))
    for (let more = 0; more < 4; more += 1) await house.browser().enter('demo-lead')
    expect(await house.countQueries(() => browser.get('/profilo'))).toBe(one)
  })
})

describe('erasing', () => {
  test('needs the box to be ticked', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-delegate')
    await browser.get('/profilo/cancellazione')
    const visit = await browser.post('/profilo/cancellazione')
    expect(visit.status).toBe(422)
    expect(visit.text).toContain('Per cancellare serve la spunta')
    expect((await browser.get('/profilo')).text).toContain('Chiara Benedetti')
  })

  test('leaves nothing but the opaque id, in any column of any table, and nothing in the logs', async () => {
    const house = await serveHouse()
    const browser = house.browser()
    await browser.enter('demo-delegate')
    await browser.post('/profilo/token', { name: 'Chiara’s nightly import', rooms: 'plan', expiresOn: '2020-12-31' })
    await house.browser().enter('demo-delegate')
    const subject = delegate?.subject as string
    const needles = ['Benedetti', 'Chiara', 'chiara.benedetti', 'BNDCHR77M43X000H', subject, demoLogin(subject).subjectHash.toString('hex')]
    expect((await rowsSaying(house.ownerUrl, needles)).length).toBeGreaterThan(4)
    const { personId } = await house.db
      .selectFrom('personDetail')
      .select('personId')
      .where('name', '=', 'Chiara Benedetti')
      .executeTakeFirstOrThrow()

    await browser.get('/profilo/cancellazione')
    const visit = await browser.post('/profilo/cancellazione', { agree: 'on' })

    expect(visit).toMatchObject({ path: '/entra?esito=cancellato', status: 200 })
    expect(visit.text).toContain('Il tuo profilo è stato cancellato')
    expect(browser.cookies()).toEqual([])
    expect(await rowsSaying(house.ownerUrl, needles)).toEqual([])
    const left = await rowsSaying(house.ownerUrl, [personId])
    expect([...new Set(left.map((row) => row.split(':')[0]))].sort()).toEqual(['event', 'person', 'role_grant'])
    const grant = await house.db.selectFrom('roleGrant').selectAll().where('personId', '=', personId).executeTakeFirstOrThrow()
    expect(grant).toMatchObject({ endedOn: '2020-07-22', endedBy: personId })
    expect(house.logged.length).toBeGreaterThan(5)
    for (const word of [...needles, visit.text.match(/smb_\w+/)?.[0] ?? 'smb_']) expect(house.logged.join('')).not.toContain(word)
  })

  test('ends every session and token at once, and whoever comes back is a new person without roles', async () => {
    const house = await serveHouse()
    const [browser, elsewhere] = [house.browser(), house.browser()]
    await browser.enter('demo-delegate')
    await elsewhere.enter('demo-delegate')
    const made = await browser.post('/profilo/token', { name: 'import', rooms: 'plan', expiresOn: '2020-12-31' })
    const token = /smb_[\w-]+/.exec(made.text)?.[0] as string
    await browser.get('/profilo/cancellazione')
    await browser.post('/profilo/cancellazione', { agree: 'on' })
    expect((await elsewhere.get('/profilo')).path).toMatch(/^\/entra/)
    expect((await fetch(`${house.url}/api/v1/organisations`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
    expect((await browser.enter('demo-delegate')).text).toContain('Nessun incarico')
  })
})
