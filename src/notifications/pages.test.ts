import { describe, expect, test } from 'vitest'
import { newId } from '../kernel/id.ts'
import { sealUnsubscription } from '../platform/mail/unsubscribe.ts'
import { queueMail } from '../platform/mail.ts'
import { openPostOffice } from '../platform/test-post-office.ts'
import { openHouse } from '../testing.ts'
import { latestNotices, unreadOf } from './index.ts'
import { preferencesOf } from './store/preferences.ts'
import { somebodyKnown, withNotices } from './test-notices.ts'

describe('the page of notices', () => {
  test('asks whoever has not entered to enter, and leads back', async () => {
    const house = await openHouse()
    for (const path of ['/avvisi', '/avvisi/preferenze']) {
      const answer = await house.ask(path)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/entra?ritorno=${encodeURIComponent(path)}`])
    }
  })

  test('says so when there are none, and what would be here', async () => {
    const house = await openHouse()
    const html = await house.read('/en/avvisi', await somebodyKnown(house))
    expect(html).toContain('You have no notices yet.')
    expect(html).toContain('href="/en/dimostrazione/posta"')
  })

  test('shows what is to be read first, in the language of the page; opening one reads it', async () => {
    const house = await openHouse()
    const { ada } = await withNotices(house, 1)
    const [notice] = await latestNotices(house.db, ada.id)
    expect(await house.read('/en/avvisi', ada)).toContain('Health: started the Envisioning phase')
    expect(await house.read('/avvisi', ada)).toContain('Ce n’è uno da leggere.')
    const opened = await house.ask(`/avvisi/${notice?.id}`, { as: ada })
    expect(opened.headers.get('location')).toMatch(/^\/atti\/[0-9a-f-]{36}$/)
    expect(await unreadOf(house.db, ada.id)).toBe(0)
    expect(await house.read('/avvisi', ada)).toContain('Già letti')
  })

  test('marks one as read, or all', async () => {
    const house = await openHouse()
    const { ada } = await withNotices(house, 4)
    const [notice] = await latestNotices(house.db, ada.id)
    await house.ask('/avvisi/letti', { as: ada, form: { id: notice?.id ?? '' } })
    expect(await unreadOf(house.db, ada.id)).toBe(3)
    const all = await house.ask('/avvisi/letti', { as: ada, form: {} })
    expect(all.headers.get('location')).toBe('/avvisi?fatto=letti')
    expect(await unreadOf(house.db, ada.id)).toBe(0)
  })

  test('pages through them all once, and costs the same however many it shows', async () => {
    const house = await openHouse()
    const { ada } = await withNotices(house, 65)
    await house.db
      .updateTable('notice')
      .set({ readAt: house.desk().now })
      .where('at', '<', new Date(house.desk().now.getTime() - 50 * 60_000))
      .execute()
    const seen: string[] = []
    let path: string | undefined = '/avvisi'
    let costs: number[] = []
    while (path) {
      let html = ''
      const here: string = path
      costs = [
        ...costs,
        await house.countQueries(async () => {
          html = await house.read(here, ada)
        }),
      ]
      seen.push(...[...html.matchAll(/>(Avviso \d+|Sanità: avviata la fase Envisioning)<\/a>/g)].map(([, title]) => title ?? ''))
      path = /href="(\/avvisi\?da=[^"]+)"[^>]*rel="next"|rel="next"[^>]*href="(\/avvisi\?da=[^"]+)"/.exec(html)?.slice(1).find(Boolean)
    }
    expect(seen).toHaveLength(65)
    expect(new Set(seen).size).toBe(65)
    expect(new Set(costs).size).toBe(1)
  })

  test('shows nobody else’s', async () => {
    const house = await openHouse()
    const { ada } = await withNotices(house, 1)
    const bice = await somebodyKnown(house, 'Bice')
    const [notice] = await latestNotices(house.db, ada.id)
    expect((await house.ask(`/avvisi/${notice?.id}`, { as: bice })).status).toBe(404)
    expect((await house.ask('/avvisi/letti', { as: bice, form: { id: notice?.id ?? '' } })).status).toBe(404)
    expect(await unreadOf(house.db, ada.id)).toBe(1)
  })
})

describe('the choice of mails', () => {
  test('is kept, and told', async () => {
    const house = await openHouse()
    const ada = await somebodyKnown(house)
    const done = await house.ask('/avvisi/preferenze', { as: ada, form: { following: 'off', roles: 'weekly' } })
    expect(done.headers.get('location')).toBe('/avvisi/preferenze?fatto=salvato')
    expect(await preferencesOf(house.db, ada.id)).toMatchObject({ following: 'off', roles: 'weekly', meetings: 'at-once' })
    expect(await house.read('/avvisi/preferenze', ada)).toMatch(/value="off"[^>]*checked/)
  })

  test('comes back filled in with what is wrong', async () => {
    const house = await openHouse()
    const ada = await somebodyKnown(house)
    const answer = await house.ask('/avvisi/preferenze', { as: ada, form: { following: 'hourly', roles: 'weekly' } })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Ecosistemi che segui: Scegli una delle voci proposte.')
  })
})

describe('turning mails off from a mail', () => {
  const secret = 'demonstration-secret-known-to-everybody'

  test('takes one click of a mail program, without cookies and without a form of ours (RFC 8058)', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    const ada = await somebodyKnown(house)
    const letter = { subject: 'x', paragraphs: ['y'] }
    await queueMail(house.db, {
      key: 'k',
      to: { personId: ada.id },
      kind: 'following',
      letter: { it: letter, en: letter },
      now: house.desk().now,
    })
    await house.work({ config: { demo: false, smtpUrl: office.url } })
    const header = office.mails[0]?.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line.replace(/\r?\n\s+/g, '') ?? ''
    const address = /<http:\/\/simbiosi\.test([^>]+)>/.exec(header)?.[1] ?? ''
    const click = (body: string) =>
      house.ask(address, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })
    expect((await house.ask(address)).status).toBe(200)
    expect((await preferencesOf(house.db, ada.id)).following).toBe('weekly')
    expect((await click('List-Unsubscribe=One-Click')).status).toBe(200)
    expect((await click('List-Unsubscribe=One-Click')).status).toBe(200)
    expect((await preferencesOf(house.db, ada.id)).following).toBe('off')
    expect((await click('something=else')).status).toBe(403)
  })

  test('asks before it does it in a browser, whoever is there, and then says what was done', async () => {
    const house = await openHouse()
    const ada = await somebodyKnown(house)
    const path = `/avvisi/disiscrizione/${sealUnsubscription(secret, { personId: ada.id, kind: 'roles' })}`
    const asked = await house.ask(path)
    expect(asked.headers.get('referrer-policy')).toBe('same-origin')
    expect(asked.headers.get('cache-control')).toBe('no-store')
    expect(await asked.text()).toContain('Riguarda solo i messaggi di posta di questo tipo: Incarichi.')
    expect(await (await house.ask(path, { form: {} })).text()).toContain('Non ti scriveremo più per questo')
    expect((await preferencesOf(house.db, ada.id)).roles).toBe('off')
  })

  test.each(['', 'x', 'AAAA.roles.AAAA'])('with the address «%s» is refused, with what to do', async (token) => {
    const house = await openHouse()
    const answer = await house.ask(`/avvisi/disiscrizione/${token}`)
    expect(answer.status).toBe(404)
  })

  test('with an address changed to another person or kind is refused', async () => {
    const house = await openHouse()
    const token = sealUnsubscription(secret, { personId: newId(), kind: 'roles' })
    const other = sealUnsubscription('another-secret-another-secret-another', { personId: newId(), kind: 'roles' })
    for (const forged of [token.replace('roles', 'following'), other])
      expect((await house.ask(`/avvisi/disiscrizione/${forged}`, { form: {} })).status).toBe(404)
    expect((await house.ask(`/avvisi/disiscrizione/${token}`, { form: {} })).status).toBe(200)
  })
})

describe('following an ecosystem', () => {
  test('is begun and ceased on a page of its own, which tells anybody of the feed', async () => {
    const house = await openHouse()
    const { ada, slug } = await withNotices(house, 0)
    const path = `/ecosistemi/${slug}/segui`
    const anonymous = await house.read(path)
    expect(anonymous).toContain(`/atti.atom?ecosistema=${slug}`)
    expect(anonymous).toContain('Entra per seguirlo')
    expect(await house.read(path, ada)).toContain('Segui già Sanità')
    const ceased = await house.ask(path, { as: ada, form: { following: 'no' } })
    expect(await house.read(ceased.headers.get('location') ?? '', ada)).toContain('Non segui più Sanità')
    expect((await house.ask(path, { form: {} })).status).toBe(401)
    expect((await house.ask('/ecosistemi/nessuno/segui')).status).toBe(404)
  })
})

describe('the mails of a demonstration', () => {
  test('are shown to whoever visits it, as they would arrive, and none leaves', async () => {
    const house = await openHouse()
    const ada = await somebodyKnown(house)
    expect(await house.read('/dimostrazione/posta')).toContain('Ancora nessun messaggio.')
    const letter = { subject: 'Convocazione <1>', paragraphs: ['Ci vediamo.'] }
    const id = await queueMail(house.db, { key: 'k', to: { personId: ada.id }, letter: { it: letter, en: letter }, now: house.desk().now })
    await house.work()
    expect(await house.read('/dimostrazione/posta')).toContain('Convocazione &lt;1&gt;')
    expect(await house.read(`/dimostrazione/posta/${id}`)).toContain('Buongiorno Ada,')
    const page = await house.ask(`/dimostrazione/posta/${id}/pagina`)
    expect(page.headers.get('content-security-policy')).toContain('sandbox')
    expect(await page.text()).toContain('Ci vediamo.')
    expect((await house.ask('/dimostrazione/posta/nessuna')).status).toBe(404)
  })
})
