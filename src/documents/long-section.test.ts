import { expect, test } from 'vitest'
import { paths } from '../charter/paths.ts'
import { openHouse } from '../testing.ts'
import type { DraftBlock } from './rules/blocks.ts'
import { draftOf } from './store/draft.ts'
import { openDocument } from './test-document.ts'

const sourceOf = (at: number) => `Voce numero ${at}`

async function openLong() {
  const items = Array.from({ length: 999 }, (_, at) => ({ kind: 'list-item' as const, level: 1, source: sourceOf(at + 1) }))
  const text = [{ kind: 'heading' as const, level: 1, source: 'Elenco' }, ...items, { kind: 'heading' as const, level: 1, source: 'Dopo' }]
  const whole = await openDocument(await openHouse(), 'other', text)
  const draft = () => draftOf(whole.house.db, whole.document.id)
  const address = paths.draftSection(whole.document.id, (await draft())[0]?.id ?? '')
  return { ...whole, draft, address }
}

/** The form as a browser would send it back: what the page holds, and nothing else. */
function sentBack(page: string, draft: readonly DraftBlock[]): Record<string, string> {
  const base = /name="base" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const blocks = base.split(' ').flatMap((pair) => draft.find(({ id }) => pair.startsWith(id)) ?? [])
  const fields = blocks.flatMap(({ id, kind, level, source }, at) => [
    [`id-${at}`, id],
    [`kind-${at}`, kind],
    [`level-${at}`, String(level)],
    [`source-${at}`, source],
  ])
  return { ...Object.fromEntries(fields), base, count: String(blocks.length), do: 'save' }
}

test('a section of a thousand blocks is written a hundred at a time, and nothing is lost', async () => {
  const { house, member, draft, address } = await openLong()
  const before = await draft()
  const page = await house.read(address, member)
  expect(page).toContain('Questa sezione ha 1000 blocchi')
  expect(page).toContain('name="count" value="100"')
  expect(page).toContain('Blocchi 901–1000')

  const middle = `${address}?da=401`
  const there = await house.read(middle, member)
  expect(there).toContain('Blocco 401')
  expect(there).not.toContain('Blocco 400<')
  const form = sentBack(there, before)
  const last = { 'id-100': '', 'kind-100': 'list-item', 'level-100': '1', 'source-100': 'Aggiunta in fondo' }
  const written = { ...form, ...last, 'source-0': 'Cambiata', count: '101' }
  expect((await house.ask(middle, { as: member, form: written })).status).toBe(303)

  const after = await draft()
  const expected = before.map(({ source }, at) => (at === 400 ? 'Cambiata' : source))
  expect(after.map(({ source }) => source)).toEqual([...expected.slice(0, 500), 'Aggiunta in fondo', ...expected.slice(500)])
  expect(after.filter((_, at) => at !== 500).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
})

test('two people write in two stretches of one long section, and neither loses anything', async () => {
  const { house, member, chair, draft, address } = await openLong()
  const before = await draft()
  const [first, later] = [
    sentBack(await house.read(address, member), before),
    sentBack(await house.read(`${address}?da=901`, chair), before),
  ]
  const shorter = Object.fromEntries(Object.entries(first).filter(([name]) => !name.endsWith('-99')))
  expect((await house.ask(address, { as: member, form: { ...shorter, count: '99' } })).status).toBe(303)
  expect((await house.ask(`${address}?da=901`, { as: chair, form: { ...later, 'source-99': 'Ultima' } })).status).toBe(303)
  const expected = before.map(({ source }) => source)
  expected[999] = 'Ultima'
  expected.splice(99, 1)
  expect((await draft()).map(({ source }) => source)).toEqual(expected)
})

test('a form that holds more than can be saved, or that arrives cut short, saves nothing', async () => {
  const { house, member, draft, address } = await openLong()
  const before = await draft()
  const form = sentBack(await house.read(address, member), before)
  const full = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`id-${at}`, before[at]?.id ?? '']))
  for (const wrong of [
    { ...form, count: '1000' },
    { ...form, count: '101' },
    { ...form, ...full, count: '400', do: 'add-399' },
  ])
    expect((await house.ask(address, { as: member, form: wrong })).status).toBe(422)
  expect(await draft()).toEqual(before)
})

test('where a part of the draft begins in the middle of a section, the section is written from there', async () => {
  const { house, member, document, address } = await openLong()
  expect(await house.read(`${paths.draft(document.id)}?parte=2`, member)).toContain(`${address}?da=401`)
})
