import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import type { BlockKind, DraftBlock, ParsedBlock } from '../rules/blocks.ts'
import { missingParts, partsOf } from '../rules/parts.ts'
import { flatten, ownRange, sectionsOf, start } from '../rules/sections.ts'
import { countChanges, diffVersions } from './diff.ts'
import { render } from './markdown.ts'
import { blockFrom } from './merge.ts'
import { soundBlock } from './sound.ts'
import { splitBlocks } from './split.ts'

const block = (kind: BlockKind, source: string, more: Partial<ParsedBlock> = {}): DraftBlock =>
  blockFrom(soundBlock({ kind, level: kind === 'heading' ? 1 : 0, source, ...more }), newId<'block'>(), 1)
const p = (source: string) => block('paragraph', source)
const h = (level: number, source: string) => block('heading', source, { level })

describe('what is written', () => {
  test('becomes HTML and the very text that the HTML shows', () => {
    expect(render('paragraph', 'Il **perimetro** di [IPA](https://indicepa.gov.it) & <b>altri</b>\\\nqui')).toEqual({
      html: 'Il <strong>perimetro</strong> di <a href="https://indicepa.gov.it" rel="noopener">IPA</a> &amp; &lt;b&gt;altri&lt;/b&gt;<br />\nqui',
      text: 'Il perimetro di IPA & <b>altri</b>\nqui',
    })
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//elsewhere.example/x',
    'file:///etc/passwd',
  ])('a link to %s is not a link', (to) => {
    expect(render('paragraph', `[qui](<${to}>) e <${to}>`).html).not.toContain('<a')
  })

  test('links to the web, to a mailbox and to pages of the site are links', () => {
    for (const to of ['https://example.org/a?b=1', 'mailto:a@example.org', '/piano/2019-2021'])
      expect(render('paragraph', `[qui](${to})`).html).toContain('<a href=')
  })

  test('markup, images and scripts stay words', () => {
    const { html } = render('paragraph', '<script>alert(1)</script> <img src=x onerror=alert(1)> ![alt](https://example.org/x.png)')
    expect(html).not.toMatch(/<(script|img)/)
  })

  test('a table has headings that say so; what is no table stays as it was written', () => {
    expect(render('table', '| A | B |\n|---|---|\n| 1 | **2** |\n\n# altro').html).toMatch(
      /^<table>\s*<thead>\s*<tr>\s*<th scope="col">A<\/th>/,
    )
    expect(render('table', 'solo parole').html).toBe('solo parole')
  })

  test('deep nesting, many marks and endless brackets are inert', () => {
    for (const source of [
      '> '.repeat(10_000),
      '*'.repeat(20_000),
      '['.repeat(20_000),
      `a${'\u0301'.repeat(19_000)}`,
      '![['.repeat(6000),
      '`'.repeat(20_000),
    ]) {
      const began = performance.now()
      expect(render('paragraph', source).html.length).toBeLessThan(200_000)
      expect(performance.now() - began).toBeLessThan(2000)
    }
  })

  test('is refused when empty, too long, not keepable or misshapen', () => {
    const refused =
      (source: string, more: Partial<ParsedBlock> = {}) =>
      () =>
        soundBlock({ kind: 'paragraph', level: 0, source, ...more })
    expect(refused('  \n ')).toThrow('block-empty')
    expect(refused('\u200b')).toThrow('block-empty')
    expect(refused('a'.repeat(20_001))).toThrow('block-too-long')
    expect(refused('a\u0301'.repeat(100_000))).toThrow('block-too-long')
    expect(refused('a\u0000b')).toThrow('block-unkeepable')
    expect(refused('a\ud800b')).toThrow('block-unkeepable')
    expect(refused('a', { kind: 'perimeter-item', data: { place: 'beyond' as 'inside' } })).toThrow('block-misshapen')
    expect(refused('a', { data: { place: 'inside' } })).toThrow('block-misshapen')
    expect(refused('a', { kind: 'figure' })).toThrow('block-misshapen')
  })

  test('is made regular: one form of letters, one kind of line end, a level that the kind can have', () => {
    expect(soundBlock({ kind: 'paragraph', level: 7, source: ' perche\u0301\r\nno ' })).toEqual({
      kind: 'paragraph',
      level: 0,
      source: 'perché\nno',
      data: {},
    })
    expect(soundBlock({ kind: 'heading', level: 9, source: 'due\nrighe' })).toMatchObject({ level: 4, source: 'due righe' })
  })
})

describe('sections', () => {
  const text = [p('prima'), h(1, 'A'), p('a1'), h(2, 'A.1'), p('a11'), p('a12'), h(2, 'A.2'), h(1, 'B'), p('b')]

  test('are a tree by headings, with what comes before the first one apart', () => {
    const tree = sectionsOf(text)
    expect(tree.map(({ heading }) => heading?.text ?? null)).toEqual([null, 'A', 'B'])
    expect(tree[1]?.sections.map(({ heading }) => heading?.text)).toEqual(['A.1', 'A.2'])
    expect(flatten(tree).map(({ from, count, depth }) => [from, count, depth])).toEqual([
      [0, 1, 0],
      [1, 6, 0],
      [3, 3, 1],
      [6, 1, 1],
      [7, 2, 0],
    ])
  })

  test('are written one at a time, from a heading to the next of any level', () => {
    expect(ownRange(text, start)).toEqual({ from: 0, to: 1 })
    expect(ownRange(text, text[1]?.id ?? '')).toEqual({ from: 1, to: 3 })
    expect(ownRange(text, text[7]?.id ?? '')).toEqual({ from: 7, to: 9 })
    expect(ownRange(text, text[2]?.id ?? '')).toBeNull()
    expect(ownRange([], start)).toEqual({ from: 0, to: 0 })
  })
})

describe('the difference of two versions', () => {
  const [a, b, c, d] = [p('uno'), p('due'), p('tre'), p('quattro')] as [DraftBlock, DraftBlock, DraftBlock, DraftBlock]

  test('tells same, changed by words, added and removed, each where it stands', () => {
    const rewritten = { ...b, source: 'due e mezzo', text: 'due e mezzo' }
    const changes = diffVersions([a, b, c], [a, rewritten, d])
    expect(changes.map(({ kind }) => kind)).toEqual(['same', 'changed', 'added', 'removed'])
    expect(changes[1]).toMatchObject({ words: [{ value: 'due' }, { value: ' e mezzo', added: true }] })
  })

  test('tells the one block that moved, not all those it passed', () => {
    const changes = diffVersions([a, b, c, d], [d, a, b, c])
    expect(changes.map(({ kind, after }) => [kind, after?.text])).toEqual([
      ['moved', 'quattro'],
      ['same', 'uno'],
      ['same', 'due'],
      ['same', 'tre'],
    ])
    expect(countChanges(changes)).toEqual({ added: 0, removed: 0, changed: 0, moved: 1 })
  })

  test('two thousand blocks are compared at once', () => {
    const many = Array.from({ length: 2000 }, (_, at) => p(`paragrafo ${at}`))
    const began = performance.now()
    expect(diffVersions(many, [...many].reverse()).filter(({ kind }) => kind === 'moved')).toHaveLength(1999)
    expect(performance.now() - began).toBeLessThan(500)
  })
})

test('an empty line inside a paragraph makes two, and the first keeps the id', () => {
  const whole = { ...p('uno\n\n \ndue'), id: 'x' }
  expect(splitBlocks([whole]).map(({ id, source }) => [id, source])).toEqual([
    ['x', 'uno'],
    [null, 'due'],
  ])
})

describe('what a document must hold', () => {
  test('a perimeter says what is inside, outside and at the border', () => {
    const items = (['inside', 'outside'] as const).map((place) => block('perimeter-item', 'x', { data: { place, about: 'data' } }))
    expect(missingParts('perimeter', items)).toEqual(['border'])
  })

  test('a strategy has three sections, known by their headings, with something in them', () => {
    const text = [h(1, 'La vision'), p('x'), h(1, 'Il perimetro dell’ecosistema'), h(1, 'Strategia di sviluppo'), p('y')]
    expect(missingParts('strategy', text)).toEqual(['perimeter'])
    expect(partsOf('strategy', text)[0]).toEqual({ part: 'vision', found: true, blockId: text[0]?.id })
  })
})
