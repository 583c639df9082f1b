import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { bouncedAmong, invitePerson } from '../identity/index.ts'
import { erasePerson } from '../identity/store/people.ts'
import { bouncedAddresses, type Letter, type Mail, queueMail, statesOfMails } from '../platform/mail.ts'
import { openPostOffice, type PostOffice } from '../platform/test-post-office.ts'
import { openHouse, type TestHouse } from '../testing.ts'

const letter = (subject: string): Record<'it' | 'en', Letter> => ({
  it: {
    subject,
    paragraphs: ['Perché sì & <b>così</b>.'],
    action: { label: 'Apri', to: '/atti' },
    facts: [{ term: 'Quando', details: 'Oggi' }],
  },
  en: { subject: `${subject} (en)`, paragraphs: ['Because & <b>so</b>.'], action: { label: 'Open', to: '/atti' } },
})

const ada = (house: TestHouse, lang: 'it' | 'en' = 'it') =>
  invitePerson(house.db, { name: 'Ada Prova', email: 'ada@prova.example', lang }, house.desk().now)

const queue = (house: TestHouse, mail: Pick<Mail, 'to'> & Partial<Mail>) =>
  queueMail(house.db, { key: 'event:1:ada', letter: letter('Verbale à'), now: house.desk().now, ...mail })

/** Outside a demonstration, with this server. */
const by = (office: PostOffice) => ({ config: { demo: false, smtpUrl: office.url, mailFrom: 'Simbiosi <noreply@simbiosi.test>' } })

const tryAgain = (house: TestHouse) => sql`update graphile_worker._private_jobs set run_at = now()`.execute(house.db)
const stateOf = async (house: TestHouse) => (await statesOfMails(house.db, ['event:1:ada'])).get('event:1:ada')

describe('a mail', () => {
  test('arrives once, in the language of its reader, plain and as a page, with the way to turn its kind off', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    const personId = await ada(house, 'en')
    await queue(house, { to: { personId }, kind: 'meetings', thread: 'meeting:7' })
    await house.work(by(office))
    await house.work(by(office))
    expect(office.mails).toHaveLength(1)
    const [mail] = office.mails
    expect(mail?.subject).toBe('Verbale à (en)')
    expect(mail?.from?.text).toBe('"Simbiosi" <noreply@simbiosi.test>')
    expect(mail?.text).toContain('Good morning Ada Prova,\n\nBecause & <b>so</b>.')
    expect(mail?.text).toContain('http://simbiosi.test/en/atti')
    expect(mail?.html).toContain('Because &amp; &lt;b&gt;so&lt;/b&gt;.')
    expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@simbiosi.test>$/)
    expect(mail?.references).toMatch(/thread@simbiosi.test>$/)
    const header = (name: string) => mail?.headerLines.find(({ key }) => key === name)?.line.replace(/\r?\n\s+/g, '')
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(header('list-unsubscribe')).toMatch(/^List-Unsubscribe: ?<http:\/\/simbiosi.test\/en\/avvisi\/disiscrizione\/[\w.-]+>$/)
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
  })

  test('asked for twice under one key is written once; under a key of its own, again', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    const personId = await ada(house)
    expect(await queue(house, { to: { personId } })).not.toBeNull()
    expect(await queue(house, { to: { personId } })).toBeNull()
    expect(await queue(house, { to: { personId }, key: 'event:2:ada' })).not.toBeNull()
    await house.work(by(office))
    expect(office.mails).toHaveLength(2)
  })

  test('carries an event for the reader’s calendar', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    const text = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
    await queue(house, { to: { address: 'ospite@prova.example', lang: 'it' }, calendar: { method: 'REQUEST', text } })
    await house.work(by(office))
    const [mail] = office.mails
    expect(mail?.attachments.map(({ contentType }) => contentType)).toEqual(['text/calendar', 'application/ics'])
    expect(mail?.attachments[0]?.content.toString()).toBe(text)
    expect(mail?.headers.has('list')).toBe(false)
  })

  test('of a server that is down waits and is tried again; nothing else is held up', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    await office.close()
    const personId = await ada(house)
    await queue(house, { to: { personId } })
    const logged: string[] = []
    await house.work({ ...by(office), logged })
    expect(await stateOf(house)).toBe('waiting')
    const open = await openPostOffice()
    await tryAgain(house)
    await house.work({ ...by(open), logged })
    expect(open.mails).toHaveLength(1)
    expect(await stateOf(house)).toBe('sent')
    expect(logged.join()).toContain('mail.send')
    expect(logged.join()).not.toMatch(/ada|prova\.example/i)
  })

  test('put off by the server is tried again, without being given twice', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    const answers = [{ code: 451, words: '4.7.1 later' }, undefined]
    office.onText = () => answers.shift()
    await queue(house, { to: { personId: await ada(house) } })
    await house.work(by(office))
    expect([office.mails.length, await stateOf(house)]).toEqual([0, 'waiting'])
    await tryAgain(house)
    await house.work(by(office))
    expect([office.mails.length, await stateOf(house)]).toEqual([1, 'sent'])
  })

  test.each(['the process dies', 'the server vanishes'])('is not sent again when %s after the server took it', async (what) => {
    const house = await openHouse()
    const office = await openPostOffice()
    office.onText = () => 'vanish'
    await queue(house, { to: { personId: await ada(house) } })
    if (what === 'the process dies') {
      // As the row stands when nothing more was written after the server said yes.
      office.onText = () => undefined
      await house.work(by(office))
      await sql`update mail set state = 'sending', letter = ${JSON.stringify(letter('Verbale'))}::jsonb`.execute(house.db)
      await sql`select graphile_worker.add_job('mail.send', json_build_object('mail', (select id from mail)))`.execute(house.db)
    }
    await house.work(by(office))
    await tryAgain(house)
    await house.work(by(office))
    expect([office.mails.length, await stateOf(house)]).toEqual([1, 'uncertain'])
  })

  test('refused by a mailbox is not tried again, and whoever looks after that person can see it, until one arrives', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    office.onRecipient = () => ({ code: 550, words: '5.1.1 <ada@prova.example> unknown' })
    const personId = await ada(house)
    await queue(house, { to: { personId } })
    const logged: string[] = []
    await house.work({ ...by(office), logged })
    await tryAgain(house)
    await house.work({ ...by(office), logged })
    expect([office.mails.length, await stateOf(house)]).toEqual([0, 'refused'])
    expect([...(await bouncedAmong(house.db, [personId]))]).toEqual([personId])
    expect([...(await bouncedAddresses(house.db, ['Ada@Prova.example', 'altra@prova.example']))]).toEqual(['Ada@Prova.example'])
    expect(logged.join()).not.toMatch(/prova\.example/)
    office.onRecipient = () => undefined
    await queue(house, { to: { personId }, key: 'event:2:ada' })
    await house.work(by(office))
    expect([...(await bouncedAmong(house.db, [personId]))]).toEqual([])
  })

  test('refused for what it says does not blame the mailbox', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    office.onText = () => ({ code: 554, words: '5.7.1 looks like spam' })
    const personId = await ada(house)
    await queue(house, { to: { personId } })
    await house.work(by(office))
    expect(await stateOf(house)).toBe('refused')
    expect([...(await bouncedAmong(house.db, [personId]))]).toEqual([])
  })

  test('to somebody who left is dropped, before it is queued and after', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    const personId = await ada(house)
    await queue(house, { to: { personId } })
    await erasePerson(house.db, personId, house.desk().now)
    expect(await queue(house, { to: { personId }, key: 'event:2:ada' })).toBeNull()
    await house.work(by(office))
    expect(office.mails).toHaveLength(0)
    expect(await house.db.selectFrom('mail').select('id').execute()).toEqual([])
  })

  test('is forgotten once it has gone', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    await queue(house, { to: { address: 'ospite@prova.example', lang: 'it' } })
    await house.work(by(office))
    expect(await house.db.selectFrom('mail').select(['letter', 'address', 'calendar']).execute()).toEqual([
      { letter: null, address: null, calendar: null },
    ])
  })

  test('cannot smuggle headers or recipients', async () => {
    const house = await openHouse()
    const office = await openPostOffice()
    const sly = letter('Uno\r\nBcc: tutti@prova.example')
    await queue(house, { to: { address: 'ospite@prova.example', lang: 'it' }, letter: sly })
    await house.work(by(office))
    expect(office.mails[0]?.bcc).toBeUndefined()
    expect(office.mails[0]?.to).toMatchObject({ text: 'ospite@prova.example' })
  })
})

test('a mail that cannot be queued for an unknown person does not fail the act', async () => {
  const house = await openHouse()
  const personId = '0192f0c1-0000-7000-8000-000000000000'
  const done = await house.db.transaction().execute(async (tx) => {
    await queueMail(tx, { key: 'k', to: { personId }, letter: letter('x'), now: house.desk().now })
    return 'done'
  })
  expect(done).toBe('done')
})
