import { describe, expect, test } from 'vitest'
import { paths } from '../charter/paths.ts'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import type { Desk } from '../platform/http.ts'
import { citizen, openHouse } from '../testing.ts'
import { declareFinal, freezeDraft } from './actions/versions.ts'
import { importBlocks, writeSection } from './actions/write.ts'
import type { DraftBlock } from './rules/blocks.ts'
import { draftOf } from './store/draft.ts'
import { adopt, publish } from './store/versions.ts'
import { openDocument, perimeter, type TestDocument } from './test-document.ts'

const open = async (kind: 'perimeter' | 'other' = 'perimeter', text = perimeter) => openDocument(await openHouse(), kind, text)

/** The first section, with its second block saying something else. */
async function rewrite(desk: Desk, documentId: string, blocks: readonly DraftBlock[], source: string): Promise<void> {
  const sent = blocks.map((block, at) => ({ ...block, data: { ...block.data }, source: at === 1 ? source : block.source }))
  await writeSection(desk, documentId, blocks[0]?.id ?? '', { base: blocks.map(({ id, revision }) => ({ id, revision })), blocks: sent })
}

async function publishFirst({ house, document, chair }: TestDocument): Promise<string> {
  const { id } = await freezeDraft(house.desk(chair), document.id)
  await declareFinal(house.desk(chair), id)
  await adopt(house.db, id, day('2020-07-22'), newId())
  await publish(house.db, id, day('2020-07-22'))
  return id
}

describe('who reads', () => {
  test('everybody knows that a document is there; its draft and versions are for those who work on it', async () => {
    const whole = await open()
    const { house, slug, document, observer, chair } = whole
    expect(await house.read(paths.documents(slug))).toContain('Il testo')
    expect(await house.read(paths.document(document.id))).toContain('non è ancora pubblico')
    await freezeDraft(house.desk(chair), document.id)
    expect((await house.ask(paths.draft(document.id), { as: citizen() })).status).toBe(404)
    expect((await house.ask(paths.draft(document.id))).status).toBe(401)
    expect((await house.ask(paths.version(document.id, 1))).status).toBe(404)
    expect(await house.read(paths.draft(document.id), observer)).toContain('La prenotazione dei musei statali')
    expect(await house.read(paths.version(document.id, 1), observer)).toContain('La prenotazione dei musei statali')
  })

  test('a published version has numbered blocks with permanent addresses, in both languages', async () => {
    const whole = await open()
    const { house, document } = whole
    await publishFirst(whole)
    const page = await house.read(paths.version(document.id, 1))
    expect(page).toContain('aria-label="Paragrafo 2, indirizzo"')
    expect(page).toContain('Dentro il perimetro · servizi')
    const [, second] = await draftOf(house.db, document.id)
    expect(page).toContain(`id="b-${second?.id}"`)
    expect(await house.read(`/en${paths.version(document.id, 1)}`)).toContain('Inside the perimeter · services')
  })

  test('a long text is read in parts, and the address of a block finds its part', async () => {
    const whole = await open(
      'other',
      Array.from({ length: 900 }, (_, at) => ({ kind: 'paragraph' as const, level: 0, source: `Paragrafo ${at}` })),
    )
    const { house, document } = whole
    await publishFirst(whole)
    const page = await house.read(paths.version(document.id, 1))
    expect(page).toContain('Parte 1 di 3')
    expect(page).not.toContain('Paragrafo 899')
    const last = (await draftOf(house.db, document.id)).at(-1)?.id
    const found = await house.ask(`${paths.version(document.id, 1)}?blocco=${last}`)
    expect(found.headers.get('location')).toBe(`${paths.version(document.id, 1)}?parte=3#b-${last}`)
  })

  test('pages ask the database the same number of times whatever they show', async () => {
    const short = await open()
    await publishFirst(short)
    const few = await short.house.countQueries(() => short.house.read(paths.version(short.document.id, 1)))
    const long = await open(
      'other',
      Array.from({ length: 300 }, (_, at) => ({ kind: 'paragraph' as const, level: 0, source: `Paragrafo ${at}` })),
    )
    await publishFirst(long)
    expect(await long.house.countQueries(() => long.house.read(paths.version(long.document.id, 1)))).toBe(few)
    const count = (whole: TestDocument) => whole.house.countQueries(() => whole.house.read(paths.draft(whole.document.id), whole.member))
    expect(await count(long)).toBe(await count(short))
  })
})

describe('comments', () => {
  test('are written by those who work on the document, answered, resolved and reopened; others never see them', async () => {
    const { house, document, observer, member } = await open()
    const [, block] = await draftOf(house.db, document.id)
    const address = paths.draftBlock(document.id, block?.id ?? '')
    const post = (form: Record<string, string>, as = observer) => house.ask(paths.draftComments(document.id, block?.id ?? ''), { as, form })
    expect((await post({ text: 'Manca la data' })).status).toBe(303)
    expect((await post({ text: '' })).status).toBe(422)
    expect((await post({ text: 'Curioso' }, citizen())).status).toBe(404)
    const page = await house.read(address, member)
    expect(page).toContain('Manca la data')
    const comment = /commento-([0-9a-f-]{36})/.exec(page)?.[1] ?? ''
    expect((await post({ text: 'Aggiunta', parentId: comment }, member)).status).toBe(303)
    const turn = (open: string, as = member) => house.ask(paths.draftComment(document.id, comment), { as, form: { open } })
    expect((await turn('false', observer)).status).toBe(403)
    expect((await turn('false')).status).toBe(303)
    expect((await turn('false')).status).toBe(409)
    expect((await post({ text: 'Ancora', parentId: comment }, member)).status).toBe(422)
    expect((await turn('true')).status).toBe(303)
    expect((await house.ask(address, { as: citizen() })).status).toBe(404)
    expect(await house.read(paths.draft(document.id), member)).toContain('1 aperto')
    expect(await house.read(address, member)).not.toContain('Che cosa è cambiato da allora')
    await rewrite(house.desk(member), document.id, (await draftOf(house.db, document.id)).slice(0, 3), 'Il perimetro dice altro.')
    const since = await house.read(address, observer)
    expect(since).toContain('Che cosa è cambiato da allora')
    expect(since).toMatch(/<ins.{0,80}altro/)
  })
})

describe('what changed', () => {
  test('is read between any two versions, side by side too, and since a day', async () => {
    const { house, document, chair } = await open()
    await freezeDraft(house.desk(chair), document.id)
    house.at('2020-07-25T10:00:00+02:00')
    const [first, second, ...rest] = perimeter as [(typeof perimeter)[0], (typeof perimeter)[0], ...typeof perimeter]
    await importBlocks(house.desk(chair), document.id, [
      first,
      { ...second, source: 'Il perimetro dice **che cosa** resta dentro.' },
      ...rest,
    ])
    await freezeDraft(house.desk(chair), document.id)
    const compare = paths.documentCompare(document.id)
    const inline = await house.read(`${compare}?da=1&a=2`, chair)
    expect(inline).toMatch(/<ins>.*resta.*<\/ins>/s)
    expect(inline).toContain('1 cambiato')
    expect(await house.read(`${compare}?da=1&a=2&come=affiancate`, chair)).toContain('class="beside"')
    expect(await house.read(`${compare}?dal=2020-07-23&a=2`, chair)).toContain('1 cambiato')
    expect(await house.read(`${compare}?dal=2019-01-01&a=2`, chair)).toContain('il confronto parte dalla prima')
    expect(await house.read(`${compare}?da=2&a=bozza`, chair)).toContain('non è cambiato nulla')
    expect((await house.ask(`${compare}?da=9`, { as: chair })).status).toBe(404)
    expect(await house.read(compare)).toContain('servono almeno due testi')
  })
})

test('a document is begun, described and frozen through its forms', async () => {
  const { house, slug, lead } = await open()
  const begun = await house.ask(paths.newDocument(slug), {
    as: lead,
    form: { kind: 'vision', titleIt: 'La visione', titleEn: '', bodies: [] },
  })
  const id = /documenti\/([0-9a-f-]+)/.exec(begun.headers.get('location') ?? '')?.[1] ?? ''
  expect((await house.ask(paths.newDocument(slug), { as: lead, form: { kind: 'vision', titleIt: 'Due' } })).status).toBe(422)
  expect((await house.ask(paths.documentEdit(id), { as: lead, form: { titleIt: 'La visione nuova', titleEn: 'The vision' } })).status).toBe(
    303,
  )
  expect((await house.ask(paths.newVersion(id), { as: lead })).status).toBe(422)
  await importBlocks(house.desk(lead), id, [{ kind: 'objective', level: 0, source: 'Una scheda sola per museo' }])
  expect(await house.read(paths.document(id), lead)).toContain('Almeno un obiettivo')
  expect(await house.read(paths.newVersion(id), lead)).toContain('almeno un intervento')
  expect((await house.ask(paths.newVersion(id), { as: lead, form: { note: 'Prima' } })).headers.get('location')).toContain('/versioni/1')
  const adoption = await house.ask(paths.versionAdoption(id, 1), { as: lead, form: { decisionId: newId() } })
  expect(adoption.status).toBe(422)
})
