import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { naughty } from '../platform/papers/naughty.ts'
import { brokenRules } from './test-akoma-ntoso.ts'
import { api, open, published, text } from './test-taken-away.ts'

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
