import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { naughty } from '../platform/papers/naughty.ts'
import { openHouse } from '../testing.ts'
import { freezeDraft } from './actions/versions.ts'
import type { ParsedBlock } from './rules/blocks.ts'
import { adopt, publish } from './store/versions.ts'
import { brokenRules } from './test-akoma-ntoso.ts'
import { openDocument, type TestDocument } from './test-document.ts'

const text: readonly ParsedBlock[] = [
  { kind: 'paragraph', level: 0, source: 'Una **premessa** con nota[^1].' },
  { kind: 'heading', level: 1, source: 'Vision' },
  { kind: 'list-item', level: 1, source: 'primo', data: { ordered: true } },
  { kind: 'list-item', level: 2, source: 'dentro' },
  { kind: 'heading', level: 2, source: 'Ruoli' },
  { kind: 'table', level: 0, source: '| Chi | Che cosa |\n| --- | --- |\n| AGID | indirizza |' },
  { kind: 'perimeter-item', level: 0, source: 'I musei statali', data: { place: 'inside', about: 'services' } },
  { kind: 'footnote', level: 0, source: 'La nota.', data: { label: '1' } },
]
const open = async (blocks = text) => openDocument(await openHouse(), 'other', blocks)
const published = async (whole: TestDocument) => {
  const version = await freezeDraft(whole.house.desk(whole.chair), whole.document.id)
  await adopt(whole.house.db, version.id, day('2020-07-22'), newId())
  await publish(whole.house.db, version.id, day('2020-07-22'))
  return version
}
const api = (id: string, format: string) => `/api/v1/documents/${id}/versions/1/export?format=${format}`

describe('Akoma Ntoso', () => {
  const elements = (xml: string) => {
    const names: string[] = []
    let words = ''
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', ({ name }) => void names.push(name))
    parser.on('text', (piece) => {
      words += piece
    })
    parser.write(xml).close()
    return { names, words }
  }

  test('has what identifies a work, sections within sections and notes where they are called', async () => {
    const whole = await open()
    await published(whole)
    const xml = await (await whole.house.ask(api(whole.document.id, 'akoma-ntoso'))).text()
    const { names } = elements(xml)
    expect(names.slice(0, 6)).toEqual(['akomaNtoso', 'doc', 'meta', 'identification', 'FRBRWork', 'FRBRthis'])
    for (const name of [
      'FRBRExpression',
      'FRBRlanguage',
      'FRBRManifestation',
      'publication',
      'TLCOrganization',
      'docTitle',
      'mainBody',
      'authorialNote',
      'table',
    ])
      expect(names).toContain(name)
    // A section that holds another tells its own text before it, in an introduction.
    expect(xml).toMatch(/<section eId="b-[^"]+"><heading>Vision<\/heading><intro><ol>[\s\S]*<\/intro><section eId="b-[^"]+"><heading>Ruoli/)
  })

  test('shows every awkward text as it is', async () => {
    const whole = await open(
      naughty.map((source) => ({ kind: 'paragraph', level: 0, source: `x ${source.replace(/[\\`*_[\]<&~]/g, '\\$&')}` })),
    )
    await published(whole)
    const { words } = elements(await (await whole.house.ask(api(whole.document.id, 'akoma-ntoso'))).text())
    for (const one of naughty) expect(words.replace(/\s+/g, ' ')).toContain(one.normalize('NFC').replace(/\s+/g, ' '))
  })

  test('keeps the schema’s rules: what each element holds, in which order, with the attributes it must have', async () => {
    const whole = await open([
      ...text,
      { kind: 'heading', level: 1, source: 'Una **sezione** vuota' },
      { kind: 'heading', level: 1, source: 'Altra' },
      { kind: 'paragraph', level: 0, source: '~~tolto~~ *corsivo* `codice` [qui](https://example.org/a?b=1&c=2)\\\ne a capo[^1]' },
      { kind: 'footnote', level: 0, source: 'Mai chiamata.', data: { label: '9' } },
    ])
    const before = await (await whole.house.ask(api(whole.document.id, 'akoma-ntoso'))).status
    expect(before).toBe(404)
    await published(whole)
    const xml = await (await whole.house.ask(api(whole.document.id, 'akoma-ntoso'))).text()
    expect(brokenRules(xml)).toEqual([])
    expect(
      brokenRules(xml.replace('<FRBRcountry value="it"/>', '').replace('<docTitle>', '<li>').replace('</docTitle>', '</li>')),
    ).toHaveLength(2)
  })
})
