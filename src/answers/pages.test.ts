import { describe, expect, test } from 'vitest'
import { contributed, opened, person, type TestConsultation } from '../consultations/test-consultation.ts'
import { freezeDraft, importBlocks } from '../documents/index.ts'
import { citizen, somebody } from '../testing.ts'

async function withTwo() {
  const whole = await opened()
  const ids: string[] = []
  for (const [index, text] of ['Il biglietto <b>unico</b> va esteso ai parchi.', '=HYPERLINK("https://elsewhere.example")'].entries())
    ids.push((await contributed(whole, await person(whole.house, `Persona ${index}`), { text })).id)
  return { whole, ids, root: `/consultazioni/${whole.consultation.id}`, api: `/api/v1/consultations/${whole.consultation.id}` }
}

const json = async (whole: TestConsultation, path: string, as = citizen()) => (await whole.house.ask(path, { as })).json()

describe('answering by page', () => {
  test('goes from the queue to a prepared reply and to its publication, and whoever passes by sees only what is published', async () => {
    const { whole, ids, root } = await withTwo()
    const { house, lead } = whole
    const queue = await house.read(`${root}/risposte`, lead)
    expect(queue).toContain('0 con risposta + 0 ritirate + 0 moderate + 2 a cui rispondere = 2 arrivate')
    expect(queue).toContain('Il biglietto &lt;b&gt;unico&lt;/b&gt; va esteso')
    expect((await house.ask(`${root}/risposte`)).status).toBe(401)
    expect((await house.ask(`${root}/risposte`, { as: citizen() })).status).toBe(403)
    const form = { contributionIds: ids, outcome: 'noted', reasonIt: 'Grazie.', reasonEn: 'Thank you.' }
    const done = await house.ask(`${root}/risposte`, { as: lead, form })
    expect([done.status, done.headers.get('location')]).toEqual([303, `${root}/risposte?fatto=preparata`])
    const prepared = await house.read(`${root}/risposte/preparate`, lead)
    expect(prepared).toContain('Pubblica le risposte preparate, a 2 osservazioni')
    const reply = /risposte\/([0-9a-f-]{36})"/.exec(prepared)?.[1]
    expect((await house.ask(`${root}/risposte/${reply}`)).status).toBe(404)
    expect(await house.read(`${root}/risposte/${reply}`, lead)).toContain('non ancora pubblicata')
    const publication = `${root}/risposte/pubblicazione`
    expect((await house.ask(publication, { as: citizen() })).status).toBe(403)
    expect(await house.read(publication, lead)).toMatch(
      /Una risposta preparata diventa pubblica, a 2 osservazioni[\s\S]*Non si torna indietro/,
    )
    const stale = await house.ask(publication, { as: lead, form: { contributions: '1' } })
    expect([stale.status, await stale.text()]).toEqual([422, expect.stringContaining('Nel frattempo le risposte preparate sono cambiate')])
    expect((await house.ask(publication, { as: lead, form: { contributions: '2' } })).status).toBe(303)
    expect((await house.ask(publication, { as: lead })).status).toBe(409)
    expect(await house.read(`/en${root}/risposte/${reply}`)).toContain('Thank you.')
    expect(await house.read(`${root}/risposte`, lead)).toContain('Nessuna osservazione aspetta una risposta.')
  })

  test('gives the form back filled in when it is refused', async () => {
    const { whole, ids, root } = await withTwo()
    const form = { contributionIds: ids, outcome: 'accepted', reasonIt: 'Giusto: si cambia.' }
    const refused = await whole.house.ask(`${root}/risposte`, { as: whole.lead, form })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Giusto: si cambia.')
    expect(page).toContain('#field-blockIds')
  })

  test('asks the database as often for thirty contributions as for two', async () => {
    const { whole, root } = await withTwo()
    const { house, lead } = whole
    const two = await house.countQueries(() => house.read(`${root}/risposte`, lead))
    const ada = await person(house, 'Ada')
    for (let n = 0; n < 28; n += 1) await contributed(whole, ada, { text: `Osservazione ${n}.` })
    expect(await house.countQueries(() => house.read(`${root}/risposte`, lead))).toBe(two)
  })
})

describe('the outcomes by page', () => {
  async function concluded() {
    const { whole, ids, root, api } = await withTwo()
    const { house, lead, blocks, documentId } = whole
    await house.ask(`${root}/risposte`, {
      as: lead,
      form: { contributionIds: ids, outcome: 'accepted', reasonIt: 'Si cambia.', blockIds: String(blocks[3]?.id) },
    })
    await house.ask(`${root}/risposte/pubblicazione`, { as: lead, form: {} })
    house.at('2020-10-05T10:00:00+02:00')
    const text = blocks.map(({ id, kind, level, source }) => ({
      kind,
      level,
      source: id === blocks[3]?.id ? 'Un biglietto anche per i parchi.' : source,
    }))
    await importBlocks(house.desk(lead), documentId, text)
    const final = await freezeDraft(house.desk(lead), documentId)
    return { whole, root, api, final, house, lead }
  }

  test('are written, checked and published; then everybody reads them and takes them away in five formats', async () => {
    const { root, house, lead, final } = await concluded()
    expect((await house.ask(`${root}/esiti`)).status).toBe(404)
    const edit = await house.read(`${root}/esiti/modifica`, lead)
    expect(edit).toContain('Non si può ancora pubblicare')
    const form = { narrativeIt: 'Ha scritto chi visita i parchi.', finalVersionId: final.id, base: '0' }
    expect((await house.ask(`${root}/esiti/modifica`, { as: lead, form })).status).toBe(303)
    expect((await house.ask(`${root}/esiti/modifica`, { as: lead, form })).status).toBe(409)
    expect((await house.ask(`${root}/esiti/pubblicazione`, { as: lead, form: {} })).status).toBe(303)
    const page = await house.read(`${root}/esiti`)
    expect(page).toContain('Ha scritto chi visita i parchi.')
    expect(page).toContain('non che cosa pensano tutti')
    expect(page).toContain('2 con risposta, 0 ritirate')
    const csv = await (await house.ask(`${root}/esiti.csv`)).text()
    expect(csv).toContain(`"'=HYPERLINK(""https://elsewhere.example"")"`)
    const whole = JSON.parse(await (await house.ask(`${root}/esiti.json`)).text())
    expect(whole.contributions.map((one: { answer: { outcome: string } }) => one.answer.outcome)).toEqual(['accepted', 'accepted'])
    const html = await (await house.ask(`${root}/esiti.html`)).text()
    expect(html).not.toContain('<b>unico')
    const pdf = Buffer.from(await (await house.ask(`${root}/esiti.pdf`)).arrayBuffer())
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    const docx = Buffer.from(await (await house.ask(`${root}/esiti.docx`)).arrayBuffer())
    expect(docx.subarray(0, 2).toString()).toBe('PK')
    expect((await house.ask(`${root}/esiti.exe`)).status).toBe(404)
  })

  test('are evaluated by a form that comes back filled in', async () => {
    const { root, house, whole } = await concluded()
    const ada = await person(house, 'Persona 0')
    expect((await house.ask(`${root}/valutazione`)).status).toBe(401)
    const wrong = await house.ask(`${root}/valutazione`, { as: ada, form: { easy: '9', clear: '4', again: 'yes', comment: 'Bene.' } })
    expect([wrong.status, (await wrong.text()).includes('Bene.')]).toEqual([422, true])
    const author = { ...ada, id: (await whole.house.db.selectFrom('contribution').select('authorId').executeTakeFirstOrThrow()).authorId }
    const sent = await house.ask(`${root}/valutazione`, { as: author as typeof ada, form: { easy: '5', clear: '4', again: 'yes' } })
    expect(sent.status).toBe(303)
  })
})

test('the same is done through the API', async () => {
  const { whole, ids, api } = await withTwo()
  const { house, lead } = whole
  const send = (path: string, body: unknown, method = 'POST') => house.ask(api + path, { as: lead, json: body, method })
  expect(await json(whole, `${api}/account`)).toMatchObject({ received: 2, toAnswer: 2 })
  expect((await house.ask(`${api}/answers-queue`, { as: citizen() })).status).toBe(403)
  const queue = await json(whole, `${api}/answers-queue?limit=1`, lead)
  expect(queue).toMatchObject({ items: [{ contributionId: ids[0], published: false }], next: expect.any(String) })
  expect((await send('/answer-assignments', { contributionIds: ids, personId: null }, 'PUT')).status).toBe(204)
  const made = await send('/replies', { contributionIds: ids, outcome: 'noted', reasonIt: 'Grazie.' })
  const { id, items } = (await made.json()) as { id: string; items: unknown[] }
  expect([made.status, items]).toEqual([201, ids.map((contributionId) => expect.objectContaining({ contributionId, result: 'answered' }))])
  expect((await house.ask(`${api}/replies/${id}`)).status).toBe(404)
  expect((await send(`/replies/${id}`, { outcome: 'noted', reasonIt: 'Meglio.', base: 0 }, 'PUT')).status).toBe(204)
  expect((await send(`/replies/${id}`, { outcome: 'noted', reasonIt: 'Tardi.', base: 0 }, 'PUT')).status).toBe(409)
  expect(await (await send('/answer-publications', {})).json()).toMatchObject({ replies: 1, contributions: 2 })
  expect((await send(`/replies/${id}`, {}, 'DELETE')).status).toBe(409)
  expect((await send(`/replies/${id}/corrections`, { outcome: 'not-accepted', reasonIt: 'No.', why: 'Errore.', base: 1 })).status).toBe(204)
  const answers = (await json(whole, `${api}/answers`)) as { items: { answer: unknown }[] }
  expect(answers.items[0]?.answer).toMatchObject({ outcome: 'not-accepted', corrected: true })
  const refused = await send('/outcome-publications', {})
  expect([refused.status, refused.headers.get('content-type')]).toEqual([409, 'application/problem+json'])
  expect((await send('/outcomes', { narrativeIt: 'Racconto.', base: 0 }, 'PUT')).status).toBe(204)
  expect((await house.ask(`${api}/outcomes`)).status).toBe(404)
  expect(await json(whole, `${api}/outcomes`, somebody('officer'))).toMatchObject({ narrativeIt: 'Racconto.', account: { answered: 2 } })
})

test('an answer is read beside what it answers: on the contribution, in the lists and in the text', async () => {
  const { whole, root } = await withTwo()
  const { house, lead, blocks, consultation } = whole
  const ada = await person(house, 'Ada Visitatrice')
  const one = await contributed(whole, ada, { text: 'Anche i parchi.', target: 'block', blockId: blocks[3]?.id })
  const form = { contributionIds: one.id, outcome: 'accepted', reasonIt: 'Vale anche per i parchi.', blockIds: String(blocks[3]?.id) }
  await house.ask(`${root}/risposte`, { as: lead, form })
  for (const page of ['/osservazioni', `/osservazioni/${one.number}`, '/testo', `/testo/${blocks[3]?.id}`])
    expect(await house.read(root + page)).not.toContain('Vale anche per i parchi.')
  await house.ask(`${root}/risposte/pubblicazione`, { as: lead, form: {} })
  for (const page of ['/osservazioni', `/osservazioni/${one.number}`, '/testo', `/testo/${blocks[3]?.id}`])
    expect(await house.read(root + page)).toContain('Vale anche per i parchi.')
  expect(await house.read(root, lead)).toContain(`/consultazioni/${consultation.id}/risposte"`)
})
