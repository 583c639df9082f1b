import { expect, test } from 'vitest'
import { opened, prepared, slug, type Whole, written } from './testing-consultation.ts'
import type { Program } from './testing-programs.ts'

test('through the API alone, a strategy document goes from its blocks to the concluded gate of Design', async () => {
  const whole = await opened()
  const { house, anybody, lead, eco } = whole
  const document = await written(whole)
  const consultation = await prepared(whole, document)
  const root = `/consultations/${consultation}`

  house.at('2020-08-10T10:00:00+02:00')
  const sent = await contributed(whole, root, document)
  await moderated(whole, root, sent)
  await house.work()

  house.at('2020-10-01T00:00:01+02:00')
  expect(await whole.ada.refused('POST', `${root}/contributions`, { text: 'Tardi.' })).toBe('consultation-not-open')
  expect(await anybody.read(root)).toMatchObject({ state: 'closed', days: 60 })

  house.at('2020-10-05T10:00:00+02:00')
  await answered(whole, root, document, sent)
  await revised(whole, root, document, sent)
  await concluded(whole, root, document, sent)
  await adopted(whole, document)

  const gate = await anybody.read(`${eco}/phases/design`)
  expect(gate).toMatchObject({ met: 5, total: 5 })
  for (const { id, evidence } of gate.conditions) expect(evidence?.link, id).toMatch(/^\//)
  expect((await anybody.read(`${eco}/phases/design?asOf=2020-09-30`)).met).toBe(1)
  await lead.does('POST', `${eco}/phases/design/conclusions`)

  const counted = async (on: string) => {
    const { results } = await anybody.read(`/editions/2019-2021/actions/52?on=${on}`)
    const { count, ecosystems } = results[0].evidence
    return [count, ecosystems.find((one: { slug: string }) => one.slug === slug).consultation?.id ?? null]
  }
  expect(await counted('2020-07-31')).toEqual([0, null])
  expect(await counted('2020-08-01')).toEqual([1, consultation])
})

type Sent = Readonly<
  Record<'whole' | 'section' | 'block' | 'words' | 'questions' | 'delegate' | 'unlawful', { id: string; number: number }>
>

/** On the whole, on a section, a paragraph, some words, a question; in the name of an organisation. */
async function contributed({ ada, bruno, dora, anybody, lead, organisationId }: Whole, root: string, document: string): Promise<Sent> {
  const blocks = (await lead.read(`/documents/${document}/versions/1/blocks`)).items
  const [question] = (await anybody.read(`${root}/questions`)).items
  const send = (who: Program, json: object) => who.does('POST', `${root}/contributions`, json)
  const ticket = blocks[3]
  const sent = {
    whole: await send(ada, { text: 'In generale va bene.', showsName: true }),
    section: await send(ada, { target: 'section', blockId: blocks[2].id, text: 'La strategia è breve.' }),
    block: await send(bruno, { target: 'block', blockId: ticket.id, text: 'Anche i parchi.' }),
    words: await send(ada, {
      target: 'words',
      blockId: ticket.id,
      text: 'Solo musei?',
      words: { starts: ticket.text.indexOf('luoghi'), exact: 'luoghi della cultura' },
    }),
    questions: await send(bruno, { answers: { [question.id]: 0 } }),
    delegate: await send(dora, { text: 'I musei privati ci sono?', organisationId, mandate: 'Delibera 3/2020' }),
    unlawful: await send(bruno, { text: 'Siete dei ladri.' }),
  }
  expect(sent.delegate).toMatchObject({ contributorKind: 'company', author: 'Museo Aperto S.r.l.' })
  expect(await ada.refused('POST', `${root}/contributions`, { text: 'A nome loro.', organisationId, mandate: 'x' })).toBe('not-a-delegate')
  const one = `${root}/contributions/${sent.whole.number}`
  await bruno.does('POST', `${one}/supports`, { wanted: true })
  await bruno.does('POST', `${one}/comments`, { text: 'Concordo.', showsName: true })
  await ada.does('PUT', one, { text: 'In generale va molto bene.' })
  expect(await anybody.read(`${one}/comments`)).toMatchObject({ items: [{ author: 'Bruno Cittadino', text: 'Concordo.' }] })
  expect(await anybody.read(`${one}/revisions`)).toMatchObject({ items: [{ revision: 0, text: 'In generale va bene.' }] })
  expect((await ada.read('/contributions')).items).toHaveLength(3)
  const parts = (await anybody.read(`${root}/annotations`)).items
  expect(parts.map(({ body }: { body: { value: string } }) => body.value)).toEqual([
    'Solo musei?',
    'Anche i parchi.',
    'La strategia è breve.',
  ])
  return sent
}

/** One is flagged and hidden with a reason, its author appeals, and somebody else decides. */
async function moderated({ ada, bruno, lead, officer, anybody }: Whole, root: string, { unlawful }: Sent): Promise<void> {
  const one = `${root}/contributions/${unlawful.number}`
  await ada.does('POST', `${one}/flags`, { rule: 'offence', note: 'Insulta' })
  expect(await lead.read(`${root}/flags`)).toMatchObject({ items: [{ contribution: unlawful.number, rule: 'offence', note: 'Insulta' }] })
  await lead.does('POST', `${one}/hidings`, { rule: 'offence', reason: 'È un insulto.' })
  expect(await anybody.read(one)).toMatchObject({ state: 'hidden', text: null })
  expect(await bruno.read(`${one}/moderations`)).toMatchObject({ items: [{ kind: 'hidden', reason: 'È un insulto.' }] })
  expect(await anybody.read(`${one}/moderations`)).toEqual({ items: [] })
  await bruno.does('POST', `${one}/appeals`, { reason: 'Era una critica.' })
  expect(await lead.read(`${root}/appeals`)).toMatchObject({ items: [{ contribution: unlawful.number }] })
  await officer.does('POST', `${one}/reviews`, { outcome: 'upheld', reason: 'È proprio un insulto.' })
  expect((await lead.read(`${root}/appeals`)).items).toEqual([])
}

/** Prepared unseen, one to one and one to many, published together; concluding waits until the account is even. */
async function answered({ lead, ada, anybody }: Whole, root: string, document: string, sent: Sent): Promise<void> {
  const blocks = (await lead.read(`/documents/${document}/versions/1/blocks`)).items
  const ids = (...keys: (keyof Sent)[]) => keys.map((key) => sent[key].id)
  const accepted = { outcome: 'accepted', reasonIt: 'I parchi entrano.', blockIds: [blocks[3].id], contributionIds: ids('block', 'words') }
  const { id, items } = await lead.does('POST', `${root}/replies`, accepted)
  expect(items).toHaveLength(2)
  await lead.does('POST', `${root}/replies`, {
    outcome: 'noted',
    reasonIt: 'Grazie.',
    contributionIds: ids('whole', 'section', 'questions'),
  })
  expect((await lead.read(`${root}/replies`)).items.map((one: { contributions: number }) => one.contributions)).toEqual([2, 3])
  expect((await ada.ask('GET', `${root}/replies/${id}`)).status).toBe(404)
  expect(await lead.does('POST', `${root}/answer-publications`, {})).toMatchObject({ replies: 2, contributions: 5 })
  expect((await anybody.read(`${root}/replies/${id}`)).outcome).toBe('accepted')
  expect(await anybody.read(`${root}/account`)).toMatchObject({ received: 7, answered: 5, moderated: 1, toAnswer: 1 })
  expect(await lead.refused('POST', `${root}/outcome-publications`, {})).toBe('contributions-waiting')
  const last = { outcome: 'out-of-scope', reasonIt: 'I privati seguono altre regole.', contributionIds: ids('delegate') }
  await lead.does('POST', `${root}/replies`, last)
  await lead.does('POST', `${root}/answer-publications`, {})
  expect((await anybody.read(`${root}/account`)).toAnswer).toBe(0)
}

/** The text changes because of what was accepted; what was written on it follows, and a person settles the doubtful. */
async function revised({ house, lead, anybody }: Whole, root: string, document: string, { block, words }: Sent): Promise<void> {
  const draft = (await lead.read(`/documents/${document}/draft`)).items
  const section = draft.slice(2)
  const changed = section.map((one: { id: string; kind: string; level: number; source: string }, at: number) => ({
    id: one.id,
    kind: one.kind,
    level: one.level,
    source: at === 1 ? 'Un solo biglietto, annuale e personale, per tutti i musei statali della cultura.' : one.source,
  }))
  const base = section.map(({ id, revision }: { id: string; revision: number }) => ({ id, revision }))
  await lead.does('PUT', `/documents/${document}/draft/sections/${section[0].id}`, { base, blocks: changed })
  await lead.makes(`/documents/${document}/versions`, { note: 'Dopo la consultazione' })
  await house.work()
  const queue = async () => (await lead.read(`${root}/places-to-decide?version=2`)).items
  const waiting = await queue()
  expect(waiting.map(({ contribution }: { contribution: number }) => contribution)).toEqual([block.number, words.number])
  for (const { contribution, versionId } of waiting)
    await lead.does('POST', `${root}/contributions/${contribution}/places`, { versionId, choice: '0' })
  expect(await queue()).toEqual([])
  const placed = (await lead.read(`${root}/annotations`)).items.map(({ target }: { target: { placement: string }[] }) =>
    target.map(({ placement }) => placement),
  )
  expect(placed).toEqual([
    ['written', 'changed'],
    ['written', 'changed'],
    ['written', 'same'],
  ])
  expect((await anybody.read(`${root}/annotations`)).items[0].target).toHaveLength(1)
}

/** The final version is linked, the outcomes are published with each answer, and everybody sees the change that was caused. */
async function concluded({ ada, anybody, lead }: Whole, root: string, document: string, sent: Sent): Promise<void> {
  const { items } = await lead.read(`/documents/${document}/versions`)
  const final = items.find(({ number }: { number: number }) => number === 2)
  await lead.does('POST', `/documents/${document}/versions/2/final`, {})
  await lead.does('PUT', `${root}/outcomes`, { narrativeIt: 'Com’è andata.', finalVersionId: final.id, base: 0 })
  expect((await anybody.ask('GET', `${root}/outcomes`)).status).toBe(404)
  await lead.does('POST', `${root}/outcome-publications`, {})
  expect(await anybody.read(`${root}/outcomes`)).toMatchObject({
    publishedOn: '2020-10-05',
    finalVersionId: final.id,
    account: { toAnswer: 0 },
  })
  const answers = (await anybody.read(`${root}/answers`)).items
  const { answer } = answers[sent.block.number - sent.whole.number]
  const { version, changes } = await lead.read(`${root}/replies/${answer.replyId}/changes`)
  expect([version, changes[0].kind]).toEqual([2, 'changed'])
  expect(changes[0].words).toContainEqual(expect.objectContaining({ added: true }))
  expect((await anybody.ask('GET', `${root}/outcomes/export?format=csv`)).body).toContain('I parchi entrano.')
  expect((await anybody.read(`${root}/outcomes/export?format=json`)).contributions).toHaveLength(7)
  await ada.does('PUT', `${root}/evaluation`, { easy: 5, clear: 4, heard: 4, again: 'yes' })
  expect(await anybody.read(`${root}/evaluation`)).toEqual({ count: 1, easy: null, clear: null, heard: null, again: null })
}

/** The group decides in a meeting that had its quorum: the final version is adopted and published. */
async function adopted({ house, lead, person, eco, anybody }: Whole, document: string): Promise<void> {
  const act = { actNumber: 'D.D. 1/2020', actDay: '2020-01-10', quorumKind: 'majority' }
  const group = await lead.makes(`${eco}/bodies`, { kind: 'working-group', name: 'Gruppo', mandate: 'Guida.', ...act })
  await lead.does('PUT', `/documents/${document}`, { titleIt: 'Strategia dei beni culturali', bodies: [group] })
  const secretary = await person('Sandro Segretario')
  const seat = await lead.makes(`/bodies/${group}/members`, { name: secretary.name, email: secretary.email, role: 'secretary' })
  const agenda = { on: '2020-10-06', starts: '10:00', ends: '11:00', place: 'Roma', agenda: 'Adozione' }
  const meeting = await secretary.makes(`/bodies/${group}/meetings`, agenda)
  house.at('2020-10-06T12:00:00+02:00')
  await secretary.does('PUT', `/meetings/${meeting}/attendance`, { [seat]: 'present' })
  const decisionId = await secretary.makes(`/meetings/${meeting}/decisions`, { kind: 'adoption', title: 'Adozione', text: 'Si adotta.' })
  const version = `/documents/${document}/versions/2`
  await secretary.does('POST', `${version}/adoption`, { decisionId })
  await secretary.does('POST', `${version}/publication`, {})
  expect(await anybody.read(version)).toMatchObject({ state: 'published', decisionId })
  expect((await anybody.read(`/documents/${document}/comparison?from=1&to=2`)).items).toMatchObject([{ kind: 'changed' }])
}
