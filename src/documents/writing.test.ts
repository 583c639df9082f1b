import { describe, expect, test } from 'vitest'
import { paths } from '../charter/paths.ts'
import { newId } from '../kernel/id.ts'
import { openHouse } from '../testing.ts'
import type { ParsedBlock } from './rules/blocks.ts'
import { start } from './rules/sections.ts'
import { draftOf, history } from './store/draft.ts'
import { openDocument, perimeter, type TestDocument } from './test-document.ts'

const open = async (kind: 'perimeter' | 'other' = 'perimeter', text: readonly ParsedBlock[] = perimeter) =>
  openDocument(await openHouse(), kind, text)

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

  test('two blocks are joined, one is parted by an empty line, and the first keeps its id', async () => {
    const whole = await open('other', [
      { kind: 'heading', level: 1, source: 'Elenco' },
      { kind: 'list-item', level: 1, source: 'uno' },
      { kind: 'list-item', level: 1, source: 'due' },
      { kind: 'table', level: 0, source: '| a |\n| --- |\n| b |' },
    ])
    const { house, document, member } = whole
    const [heading, one] = await draftOf(house.db, document.id)
    const address = paths.draftSection(document.id, heading?.id ?? '')
    const form = await formOf(whole, 0, 4)
    const joined = await (await house.ask(address, { as: member, form: { ...form, do: 'join-2' } })).text()
    expect(joined).toContain('>uno due</textarea>')
    expect([joined.includes('value="join-1"'), joined.includes('value="join-2"')]).toEqual([false, false])
    const parted = {
      ...form,
      count: '3',
      'source-1': 'uno due\n\ntre',
      'id-2': form['id-3'] ?? '',
      'kind-2': 'table',
      'source-2': form['source-3'] ?? '',
    }
    expect((await house.ask(address, { as: member, form: parted })).status).toBe(303)
    const after = await draftOf(house.db, document.id)
    expect(after.map(({ source }) => source).slice(0, 3)).toEqual(['Elenco', 'uno due', 'tre'])
    expect(after[1]?.id).toBe(one?.id)
  })

  test('a section is added by its title, after another and what that holds, and opens to be written', async () => {
    const { house, document, member, observer } = await open()
    const [first] = await draftOf(house.db, document.id)
    const address = paths.newSection(document.id)
    expect(await house.read(paths.draft(document.id), member)).toContain(address)
    expect((await house.ask(address, { as: observer })).status).toBe(403)
    expect(await house.read(address, member)).toContain('Dopo quale sezione')
    const form = { title: 'Relazioni', level: '2', after: first?.id ?? '' }
    expect((await house.ask(address, { as: member, form: { ...form, title: '' } })).status).toBe(422)
    expect((await house.ask(address, { as: member, form: { ...form, after: newId() } })).status).toBe(422)
    const done = await house.ask(address, { as: member, form })
    const added = (await draftOf(house.db, document.id))[3]
    expect(added).toMatchObject({ kind: 'heading', level: 2, source: 'Relazioni' })
    expect(done.headers.get('location')).toBe(paths.draftSection(document.id, added?.id ?? ''))
  })

  test('is for those whose role writes', async () => {
    const { house, document, observer } = await open()
    expect((await house.ask(paths.draftSection(document.id, start), { as: observer })).status).toBe(403)
  })
})
