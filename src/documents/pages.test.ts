import { describe, expect, test } from 'vitest'
import { paths } from '../charter/paths.ts'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { citizen, openHouse } from '../testing.ts'
import { declareFinal, freezeDraft } from './actions/versions.ts'
import { importBlocks } from './actions/write.ts'
import { start } from './rules/sections.ts'
import { draftOf, history } from './store/draft.ts'
import { adopt, publish } from './store/versions.ts'
import { openDocument, perimeter, type TestDocument } from './test-document.ts'

const open = async (kind: 'perimeter' | 'other' = 'perimeter', text = perimeter) => openDocument(await openHouse(), kind, text)

/** The form of a section as a browser would send it back. */
async function formOf({ house, document }: TestDocument, from: number, to: number): Promise<Record<string, string>> {
  const blocks = (await draftOf(house.db, document.id)).slice(from, to)
  const fields = blocks.flatMap(({ id, kind, level, source, data }, at) => [
    [`id-${at}`, id],
    [`kind-${at}`, kind],
    [`level-${at}`, String(level)],
    [`source-${at}`, source],
    [`place-${at}`, data.place ?? 'inside'],
    [`about-${at}`, data.about ?? 'subjects'],
  ])
  const base = blocks.map(({ id, revision }) => `${id}:${revision}`).join(' ')
  return { ...Object.fromEntries(fields), base, count: String(blocks.length), do: 'save' }
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

describe('writing a section', () => {
  test('without script: blocks are moved, added and removed by plain buttons, and nothing typed is lost on the way', async () => {
    const whole = await open()
    const { house, document, member } = whole
    const [heading] = await draftOf(house.db, document.id)
    const address = paths.draftSection(document.id, heading?.id ?? '')
    const form = { ...(await formOf(whole, 0, 3)), 'source-1': 'Cambiato a mano' }
    const up = await (await house.ask(address, { as: member, form: { ...form, do: 'down-1' } })).text()
    expect(up.indexOf('La prenotazione')).toBeLessThan(up.indexOf('Cambiato a mano'))
    expect(up).toContain('non sono ancora salvate')
    const added = await (await house.ask(address, { as: member, form: { ...form, do: 'add-2' } })).text()
    expect(added).toContain('name="count" value="4"')
    const removed = await (await house.ask(address, { as: member, form: { ...form, do: 'remove-2' } })).text()
    expect(removed).not.toContain('La prenotazione')
    expect((await draftOf(house.db, document.id))[1]?.source).toContain('Il perimetro dice')

    expect((await house.ask(address, { as: member, form })).status).toBe(303)
    const after = await draftOf(house.db, document.id)
    expect(after.map(({ source, revision }) => [source, revision])[1]).toEqual(['Cambiato a mano', 2])
    expect(after).toHaveLength(perimeter.length)
  })

  test('two people in the same block: the second sees both texts and what differs, and chooses', async () => {
    const whole = await open()
    const { house, document, member, chair } = whole
    const [heading] = await draftOf(house.db, document.id)
    const address = paths.draftSection(document.id, heading?.id ?? '')
    const form = await formOf(whole, 0, 3)
    expect((await house.ask(address, { as: chair, form: { ...form, 'source-1': 'Scritto dalla presidente' } })).status).toBe(303)
    const clash = await house.ask(address, {
      as: member,
      form: { ...form, 'source-1': 'Scritto da un componente', 'source-2': 'Altra voce' },
    })
    expect(clash.status).toBe(409)
    const page = await clash.text()
    for (const words of ['presidente', 'Scritto da un componente', 'Altra voce', 'Nessuno dei due testi è perso'])
      expect(page).toContain(words)
    const base = /name="base" value="([^"]+)"/.exec(page)?.[1] ?? ''
    expect(
      (await house.ask(address, { as: member, form: { ...form, base, 'source-1': 'Scritto da tutti e due', 'source-2': 'Altra voce' } }))
        .status,
    ).toBe(303)
    const block = (await draftOf(house.db, document.id))[1]
    expect([block?.source, block?.revision]).toEqual(['Scritto da tutti e due', 3])
    const past = await history(house.db, document.id, { blockId: block?.id ?? '', limit: 10 })
    expect(past.items.map(({ source }) => source)).toContain('Scritto dalla presidente')
  })

  test('the first section of an empty draft is written from its beginning', async () => {
    const { house, document, member } = await open('perimeter', [])
    const address = paths.draftSection(document.id, start)
    expect(await house.read(address, member)).toContain('name="count" value="2"')
    const form = {
      base: '',
      count: '2',
      do: 'save',
      'id-0': '',
      'kind-0': 'heading',
      'level-0': '1',
      'source-0': 'Titolo',
      'id-1': '',
      'kind-1': 'paragraph',
      'source-1': 'uno\n\ndue',
    }
    expect((await house.ask(address, { as: member, form })).status).toBe(303)
    expect((await draftOf(house.db, document.id)).map(({ source }) => source)).toEqual(['Titolo', 'uno', 'due'])
  })

  test('what cannot be kept comes back filled in, with what to do', async () => {
    const whole = await open()
    const { house, document, member } = whole
    const [heading] = await draftOf(house.db, document.id)
    const address = paths.draftSection(document.id, heading?.id ?? '')
    const form = await formOf(whole, 0, 3)
    for (const source of ['a\u0000b', 'a'.repeat(20_001), `a${'\u0301'.repeat(100_000)}`, '   ']) {
      const refused = await house.ask(address, { as: member, form: { ...form, 'source-1': source } })
      expect(refused.status, source.slice(0, 5)).toBe(422)
    }
    const quotes = { ...form, 'source-1': '> '.repeat(9000) }
    expect((await house.ask(address, { as: member, form: quotes })).status).toBe(303)
    expect((await house.ask(address, { as: member, form: { ...form, 'source-1': 'a'.repeat(20_000_000) } })).status).toBe(413)
    expect((await house.ask(paths.draftSection(document.id, newId()), { as: member, form })).status).toBe(422)
  })

  test('is for those whose role writes', async () => {
    const { house, document, observer } = await open()
    expect((await house.ask(paths.draftSection(document.id, start), { as: observer })).status).toBe(403)
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
