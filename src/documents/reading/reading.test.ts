import { describe, expect, test } from 'vitest'
import { Problem } from '../../kernel/problem.ts'
import { aDocx, bombDocx } from '../../platform/files/samples.ts'
import { naughty, rare } from '../../platform/papers/naughty.ts'
import { docxOf, markdownOf, odtOf, type Paper } from '../../platform/papers.ts'
import { plain, render } from '../text/markdown.ts'
import { soundBlock } from '../text/sound.ts'
import { paperParts } from '../writing/parts.ts'
import { readDocument } from './index.ts'
import { anOdt, aWord, lost, odtBody, paperOf, part, shape, w } from './test-files.ts'

const read = (text: string, name = 'prova.md') => readDocument(Buffer.from(text), name)
const refusalOf = async (bytes: Buffer, name: string) =>
  readDocument(bytes, name).then(
    () => 'read',
    (error: unknown) => {
      if (error instanceof Problem) return error.kind.slug
      throw error
    },
  )

const sample = `# Strategia dell’ecosistema

Premessa con **forte**, *enfasi*, ~~tolto~~, \`codice\` e [un sito](https://example.it/a?b=c).

## Vision

Una frase con nota[^1] e un a capo\\
dopo.

1. primo
   - dentro
   - ancora
2. secondo

### Dettaglio

| Chi | Che cosa |
| --- | --- |
| AGID | indirizza \\| accompagna |

[^1]: Testo della nota.
`

describe('Markdown', () => {
  test('becomes blocks: title, headings, lists within lists, tables, notes', async () => {
    const reading = await read(sample)
    expect(reading.title).toBe('Strategia dell’ecosistema')
    expect(shape(reading)).toEqual([
      ['paragraph', 0, 'Premessa con **forte**, *enfasi*, ~~tolto~~, `codice` e [un sito](<https://example.it/a?b=c>).'],
      ['heading', 1, 'Vision'],
      ['paragraph', 0, 'Una frase con nota[^1] e un a capo\\\ndopo.'],
      ['list-item', 1, 'primo', 'ordered'],
      ['list-item', 2, 'dentro'],
      ['list-item', 2, 'ancora'],
      ['list-item', 1, 'secondo', 'ordered'],
      ['heading', 2, 'Dettaglio'],
      ['table', 0, '| Chi | Che cosa |\n| --- | --- |\n| AGID | indirizza \\| accompagna |'],
      ['footnote', 0, 'Testo della nota.', '1'],
    ])
    expect(reading.told).toEqual([])
  })

  test('tells what it loses, with the line and the heading above', async () => {
    const reading = await read(
      '# A\n\n## B\n\n> citazione\n\n![una figura](x.png)\n\n```\nfn()\n```\n\n---\n\n[premi](javascript:alert(1))\n',
    )
    expect(reading.told).toEqual([
      { loss: 'quote', near: 'citazione', section: 'B', line: 5 },
      { loss: 'picture', near: 'una figura', section: 'B', line: 7 },
      { loss: 'literal', near: 'fn()', section: 'B', line: 9 },
      { loss: 'divider', near: '', section: 'B', line: 13 },
    ])
    expect(render('paragraph', reading.blocks.at(-1)?.source ?? '').html).not.toContain('<a')
  })

  test('shows every awkward text as it was written', async () => {
    for (const text of [...naughty, ...rare]) {
      const written = markdownOf(paperOf([{ kind: 'paragraph', runs: [{ text: `x ${text}` }] }]))
      const { blocks } = await read(written)
      expect(plain(blocks.at(-1)?.source ?? '').replace(/\s+/g, ' ')).toBe(`x ${text}`.normalize('NFC').replace(/\s+/g, ' '))
    }
  })

  test('raw HTML stays a text', async () => {
    const { blocks } = await read('Ciao <b onclick="x()">a</b>')
    expect(plain(blocks[0]?.source ?? '')).toBe('Ciao <b onclick="x()">a</b>')
  })
})

describe('what was read and written again', () => {
  const papers = { docx: docxOf, odt: odtOf, md: async (paper: Paper) => Buffer.from(markdownOf(paper)) }
  test.each(Object.entries(papers))('has the same structure through .%s', async (extension, write) => {
    const first = await read(sample)
    const blocks = first.blocks.map((block, at) => ({ ...soundBlock(block), id: `${at}`, ...render(block.kind, block.source) }))
    const again = await readDocument(
      await write(paperOf(paperParts(blocks as never, { lang: 'it', pictures: new Map() }))),
      `prova.${extension}`,
    )
    expect(again.title).toBe(first.title)
    expect(shape(again)).toEqual(shape(first))
  })
})

describe('reStructuredText', () => {
  test('becomes blocks, and tells what it leaves out', async () => {
    const reading = await read(
      'Titolo\n======\n\nTesto con *enfasi* e `un sito <https://example.it>`__.\n\nParte\n-----\n\n1. uno\n2. due\n\n   - dentro\n\nTermine\n  Spiegazione.\n\n.. figure:: x.png\n   :alt: Una figura\n\n.. raw:: html\n\n   <b>x</b>\n',
      'x.rst',
    )
    expect(reading.title).toBe('Titolo')
    expect(shape(reading).map(([kind, level]) => `${kind}${level}`)).toEqual([
      'paragraph0',
      'heading1',
      'list-item1',
      'list-item1',
      'list-item2',
      'paragraph0',
      'paragraph0',
    ])
    expect(lost(reading)).toEqual(['definition', 'picture', 'directive'])
  })
})

describe('a file that is not what it should be is refused with what to do', () => {
  const deep = (open: string, close: string, count: number) => open.repeat(count) + close.repeat(count)
  test.each([
    ['an empty file', Buffer.alloc(0), 'a.docx', 'file-missing'],
    ['a text of spaces', Buffer.from(' \n\n '), 'a.md', 'document-file-empty'],
    ['a zip bomb', bombDocx(), 'a.docx', 'file-refused'],
    ['macros', aDocx(['word/vbaProject.bin', Buffer.from('x')]), 'a.docx', 'document-with-macros'],
    ['a password', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'a.docx', 'document-protected'],
    [
      'an encrypted ODT',
      anOdt(odtBody('<text:p>x</text:p>'), part('META-INF/manifest.xml', '<m><encryption-data/></m>')),
      'a.odt',
      'document-protected',
    ],
    [
      'entities',
      aWord(
        `<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document ${w}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>`,
      ),
      'a.docx',
      'document-unsafe',
    ],
    [
      'a billion laughs',
      anOdt(`<!DOCTYPE x [<!ENTITY a "a"><!ENTITY b "&a;&a;">]>${odtBody('<text:p>&b;</text:p>')}`),
      'a.odt',
      'document-unsafe',
    ],
    [
      'levels without end',
      aWord(`<w:document ${w}><w:body>${deep('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 100_000)}</w:body></w:document>`),
      'a.docx',
      'file-refused',
    ],
    [
      'some hundreds of levels',
      anOdt(
        odtBody(`${deep('<text:list><text:list-item>', '</text:list-item></text:list>', 300)}`),
        part('x.txt', Array.from({ length: 4000 }, (_, i) => `${i * 7919}`).join(' ')),
      ),
      'a.odt',
      'document-too-intricate',
    ],
    [
      'a drawing that can hold scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>'),
      'a.md',
      'file-refused',
    ],
    ['a page', Buffer.from('<!DOCTYPE html><p>x'), 'a.md', 'file-refused'],
    ['a wrong name', aWord(`<w:document ${w}><w:body/></w:document>`), 'a.odt', 'file-disguised'],
    ['too much', Buffer.concat([Buffer.from('# A\n\n'), Buffer.alloc(21 * 1024 * 1024, 'a')]), 'a.md', 'file-too-large'],
    ['too much text', Buffer.concat([Buffer.from('# A\n\n'), Buffer.alloc(5 * 1024 * 1024, 'a')]), 'a.md', 'document-file-too-long'],
    ['too many blocks', Buffer.from('x\n\n'.repeat(6000)), 'a.md', 'too-many-blocks'],
    ['an archive cut short', aDocx().subarray(0, 200), 'a.docx', 'file-refused'],
  ])('%s', async (_, bytes, name, slug) => {
    expect(await refusalOf(bytes, name)).toBe(slug)
  })

  test('lists and quotes within each other a hundred thousand times do no harm', async () => {
    const begun = performance.now()
    expect(await refusalOf(Buffer.from(`${'>'.repeat(100_000)} x`), 'a.md')).toMatch(/read|document-/)
    expect(await refusalOf(Buffer.from(`${'- '.repeat(100_000)}x`), 'a.md')).toMatch(/read|document-/)
    expect(await refusalOf(Buffer.from(`${'*a '.repeat(50_000)}`), 'a.md')).toMatch(/read|document-|block-/)
    expect(await refusalOf(Buffer.from(`${'['.repeat(100_000)}x`), 'a.md')).toMatch(/read|document-|block-/)
    expect(performance.now() - begun).toBeLessThan(20_000)
  })
})

test('a reStructuredText link that leaves out its scheme is one of the web', async () => {
  const { blocks } = await readDocument(Buffer.from('Vedi la `legge <www.normattiva.it/atto>`__.\n'), 'a.rst')
  expect(blocks.map(({ source }) => source)).toEqual(['Vedi la [legge](<https://www.normattiva.it/atto>).'])
})
