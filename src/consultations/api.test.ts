import { describe, expect, test } from 'vitest'
import type { Actor } from '../charter/policy.ts'
import { newId } from '../kernel/id.ts'
import { aDocx, anExe, aPdf, bombDocx } from '../platform/files/samples.ts'
import { citizen, type TestHouse } from '../testing.ts'
import { closesOn, delegate, opened, person, prepared } from './test-consultation.ts'

const root = '/api/v1'

async function call(
  house: TestHouse,
  as: Actor | undefined,
  method: string,
  path: string,
  json?: unknown,
  headers?: Record<string, string>,
) {
  const asked = { method, ...(as ? { as } : {}), ...(json === undefined ? {} : { json }), ...(headers ? { headers } : {}) }
  const response = await house.ask(`${root}${path}`, asked)
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : null }
}

const key = () => ({ 'idempotency-key': newId<string>() })

describe('through the API', () => {
  test('a consultation is prepared, opened, taken part in, lengthened and moderated', async () => {
    const { house, version, lead, officer } = await prepared()
    const send = (method: string, path: string, json?: unknown, as: Actor = lead) => call(house, as, method, path, json)
    const { body: made } = await send('POST', '/consultations', { versionId: version.id })
    const path = `/consultations/${made.id}`
    expect((await call(house, undefined, 'GET', path)).status).toBe(404)
    expect((await send('PUT', `${path}/calendar`, { opensOn: '2020-08-01', closesOn: '2020-09-29' })).body).toMatchObject({
      title: 'consultation-too-short',
      earliest: '2020-09-30',
    })
    expect((await send('PUT', `${path}/calendar`, { opensOn: '2020-08-01', closesOn: '2020-09-30' })).status).toBe(204)
    expect((await send('PUT', `${path}/aims`, { titleIt: 'Strategia', aimsIt: 'Ascoltare.' })).status).toBe(204)
    expect((await send('POST', `${path}/openings`)).body).toMatchObject({ missing: ['contact-missing'] })
    expect((await send('PUT', `${path}/contacts`, { contactOffice: 'Direzione', contactMail: 'a@example.org' })).status).toBe(204)
    expect(
      (await send('PUT', `${path}/participation`, { participants: 'everyone', channels: ['platform'], languages: ['it'], supports: true }))
        .status,
    ).toBe(204)
    expect((await send('POST', `${path}/questions`, { kind: 'open', textIt: 'Che cosa manca?' })).status).toBe(204)
    expect((await send('POST', `${path}/openings`)).status).toBe(204)
    expect((await call(house, undefined, 'GET', '/consultations?state=coming')).body.items).toMatchObject([{ id: made.id, days: 60 }])

    house.at('2020-08-10T10:00:00+02:00')
    const [ada, bruno] = [await person(house), await person(house, 'Bruno Altro')]
    const headers = key()
    const sent = { text: 'Mancano i parchi.', showsName: true }
    const first = await call(house, ada, 'POST', `${path}/contributions`, sent, headers)
    expect([first.status, first.body.author]).toEqual([201, 'Ada Cittadina'])
    const again = await call(house, ada, 'POST', `${path}/contributions`, sent, headers)
    expect([again.status, again.body.receipt]).toEqual([200, first.body.receipt])
    expect((await call(house, ada, 'POST', `${path}/contributions`, sent)).status).toBe(422)
    expect((await call(house, undefined, 'POST', `${path}/contributions`, sent, key())).status).toBe(401)
    const one = `${path}/contributions/${first.body.number}`
    expect((await send('POST', `${one}/supports`, { wanted: true }, bruno)).status).toBe(204)
    expect((await send('PUT', one, { text: 'Mancano i parchi archeologici.' }, ada)).status).toBe(204)
    expect((await send('POST', `${one}/flags`, { rule: 'offence' }, bruno)).status).toBe(204)
    expect((await send('POST', `${one}/hidings`, { rule: 'offence', reason: 'Insulta.' }, bruno)).status).toBe(403)
    expect((await send('POST', `${one}/hidings`, { rule: 'offence', reason: 'Insulta.' })).status).toBe(204)
    expect((await call(house, undefined, 'GET', one)).body).toMatchObject({
      state: 'hidden',
      text: null,
      author: '',
      hiddenRule: 'offence',
    })
    expect((await send('POST', `${one}/appeals`, { reason: 'Critica.' }, ada)).status).toBe(204)
    expect((await send('POST', `${one}/reviews`, { outcome: 'restored', reason: 'Sì.' }, officer)).status).toBe(204)
    expect((await call(house, undefined, 'GET', `${path}/contributions?order=supported`)).body.items).toMatchObject([
      { supports: 1, revision: 1 },
    ])

    expect((await send('POST', `${path}/extensions`, { closesOn: '2020-09-29', reason: 'Fretta' })).body).toMatchObject({
      title: 'consultation-only-lengthens',
    })
    expect((await send('POST', `${path}/extensions`, { closesOn: '2020-10-09', reason: 'Richieste' })).status).toBe(204)
    expect((await call(house, undefined, 'GET', `${path}/changes`)).body.items).toMatchObject([
      { closesBefore: closesOn, closesAfter: '2020-10-09' },
    ])
    expect((await call(house, undefined, 'GET', path)).body).toMatchObject({ state: 'open', numbers: { received: 1, supports: 1 } })
  })

  test('contributions go on by cursor, in as many statements for many as for few', async () => {
    const { house, consultation } = await opened()
    const ada = await person(house)
    const path = `/consultations/${consultation.id}/contributions`
    for (const text of ['Uno', 'Due', 'Tre']) await call(house, ada, 'POST', path, { text }, key())
    const first = (await call(house, undefined, 'GET', `${path}?limit=2`)).body
    expect(first.items.map(({ text }: { text: string }) => text)).toEqual(['Tre', 'Due'])
    const last = (await call(house, undefined, 'GET', `${path}?limit=2&cursor=${first.next}`)).body
    expect([last.items.length, last.next]).toEqual([1, null])
    const few = await house.countQueries(() => call(house, undefined, 'GET', `${path}?limit=1`))
    expect(await house.countQueries(() => call(house, undefined, 'GET', `${path}?limit=50`))).toBe(few)
  })
})

test('a draft is kept, read and thrown away by its author alone, and is the same that the page goes on from', async () => {
  const { house, consultation } = await opened()
  const [ada, bruno] = [await person(house), await person(house, 'Bruno Altro')]
  const draft = newId<string>()
  const path = `/consultations/${consultation.id}/drafts/${draft}`
  const content = { text: 'A metà', target: 'whole' }
  expect((await call(house, ada, 'PUT', path, { content })).body).toMatchObject({ id: draft, content })
  expect(await house.read(`/consultazioni/${consultation.id}/partecipa?bozza=${draft}`, ada)).toContain('A metà</textarea>')
  expect((await call(house, bruno, 'GET', path)).status).toBe(404)
  expect((await call(house, bruno, 'PUT', path, { content: { text: 'Mia' } })).status).toBe(404)
  expect((await call(house, bruno, 'DELETE', path)).status).toBe(204)
  expect((await call(house, ada, 'GET', '/contribution-drafts')).body.items).toMatchObject([{ id: draft, content }])
  expect((await call(house, ada, 'PUT', path, { content: { text: 'a'.repeat(20_001) } })).status).toBe(422)
  expect((await call(house, undefined, 'GET', '/contribution-drafts')).status).toBe(401)
  const send = { text: 'Finita', draft, versionId: newId<string>() }
  const contributions = `/consultations/${consultation.id}/contributions`
  expect((await call(house, ada, 'POST', contributions, send, key())).body.title).toBe('consulted-text-changed-meanwhile')
  const now = { ...send, versionId: consultation.versionId }
  expect((await call(house, ada, 'POST', contributions, now, key())).status).toBe(201)
  expect((await call(house, ada, 'GET', path)).status).toBe(404)
  expect((await call(house, ada, 'DELETE', path)).status).toBe(204)
})

test('a delegate sends the act of delegation with the contribution', async () => {
  const { house, consultation } = await opened()
  const { actor, organisationId } = await delegate(house)
  const path = `/consultations/${consultation.id}/contributions`
  const sent = { text: 'I musei privati?', organisationId }
  expect((await call(house, actor, 'POST', path, sent, key())).body.title).toBe('mandate-needed')
  const mandateFile = { name: 'delega.pdf', content: aPdf().toString('base64') }
  expect((await call(house, actor, 'POST', path, { ...sent, mandateFile }, key())).status).toBe(201)
})

describe('what cannot be kept is refused, and never a failure', () => {
  const odd: [string, unknown, number][] = [
    ['a NUL', { text: 'a\u0000b' }, 422],
    ['half a sign', { text: 'a\ud800b' }, 422],
    ['a hundred thousand combining marks', { text: `a${'\u0301'.repeat(100_000)}` }, 422],
    ['nothing that shows', { text: '\u200b\u0301' }, 422],
    ['an unknown target', { text: 'a', target: 'page' }, 422],
    ['a block that is not an id', { text: 'a', target: 'block', blockId: '1' }, 422],
    ['an answer to a question that is not there', { text: 'a', answers: { [newId()]: 3 } }, 201],
    ['a text that looks like a program', { text: '<script>alert(1)</script>=cmd|/C calc' }, 201],
    ['an array for a text', { text: ['a'] }, 422],
  ]

  test('in a contribution', async () => {
    const { house, consultation } = await opened()
    const ada = await person(house)
    const path = `/consultations/${consultation.id}/contributions`
    for (const [what, sent, status] of odd) expect((await call(house, ada, 'POST', path, sent, key())).status, what).toBe(status)
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const json = { 'content-type': 'application/json', ...key() }
    expect(
      (await house.ask(`${root}${path}`, { as: ada, method: 'POST', body: `{"text":"a","answers":${deep}}`, headers: json })).status,
    ).toBe(400)
    const large = JSON.stringify({ text: 'a'.repeat(20 * 1024 * 1024) })
    expect((await house.ask(`${root}${path}`, { as: ada, method: 'POST', body: large, headers: json })).status).toBe(413)
    expect((await call(house, ada, 'POST', path, { text: 'a' }, { 'idempotency-key': 'più; drop' })).status).toBe(422)
    for (const query of ['cursor=x', 'q=%00', `section=${newId()}`, "q='%22(", 'order=supported&cursor=WzFd'])
      expect([200, 400, 422]).toContain((await house.ask(`${root}${path}?${query}`)).status)
    for (const number of ['0', '99999999999999999999', 'x']) expect((await house.ask(`${root}${path}/${number}`)).status).toBeLessThan(500)
    expect((await call(house, citizen(), 'GET', '/consultations/x')).status).toBe(422)
  })

  test.each([
    ['a drawing with a script', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 415],
    ['an archive that swells', 'a.docx', bombDocx(), 415],
    ['a program', 'a.pdf', anExe(), 415],
    ['a document', 'a.docx', aDocx(), 303],
    ['a PDF', 'a.pdf', aPdf(), 303],
  ])('as an attachment: %s', async (_, name, bytes, status) => {
    const { house, consultation } = await opened()
    const ada = await person(house)
    const form = { text: 'Con allegato.', key: newId<string>(), file: new File([new Uint8Array(bytes)], name) }
    const response = await house.ask(`/consultazioni/${consultation.id}/partecipa`, { as: ada, form })
    expect(response.status).toBe(status === 303 ? 303 : 422)
    if (status !== 303) return
    const address = (response.headers.get('location') ?? '').replace(/\/ricevuta.*/, '')
    const [, file = ''] = /href="(\/file\/[0-9a-f-]+)"/.exec(await house.read(address)) ?? []
    const got = await house.ask(file)
    expect([got.status, got.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect((await house.ask(`${address}/ritiro`, { as: ada, form: {} })).status).toBe(303)
    expect((await house.ask(file)).status).toBe(404)
  })
})
