import mammoth from 'mammoth'
import { SaxesParser } from 'saxes'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { entriesOf } from '../files/archive.ts'
import { kindOf } from '../files/kinds.ts'
import { docxOf, epubOf, htmlOf, markdownOf, odtOf, type Paper, type Part, pdfOf } from '../papers.ts'
import { naughty, rare } from './naughty.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><rect width="50" height="50"/></svg>')

const parts: readonly Part[] = [
  { kind: 'heading', level: 1, id: 'b-1', runs: [{ text: 'Perché un ecosistema' }] },
  {
    kind: 'paragraph',
    id: 'b-2',
    runs: [{ text: 'Prima ' }, { text: 'forte', strong: true }, { text: ' nota', emphasis: true }, { text: '[^1]', footnote: '1' }],
  },
  {
    kind: 'paragraph',
    id: 'b-3',
    runs: [
      { text: 'Il sito', link: '/piano' },
      { text: '\n', break: true },
      { text: 'codice()', code: true },
    ],
  },
  { kind: 'heading', level: 2, id: 'b-4', runs: [{ text: 'Elenchi' }] },
  { kind: 'item', depth: 1, ordered: true, id: 'b-5', runs: [{ text: 'uno' }] },
  { kind: 'item', depth: 2, ordered: false, runs: [{ text: 'dentro uno' }] },
  { kind: 'item', depth: 1, ordered: true, runs: [{ text: 'due' }] },
  {
    kind: 'table',
    id: 'b-6',
    head: [[{ text: 'Chi' }], [{ text: 'Che cosa' }]],
    rows: [[[{ text: 'AGID' }], [{ text: 'indirizza' }]]],
    caption: [{ text: 'I ruoli' }],
  },
  { kind: 'picture', id: 'b-7', type: 'png', bytes: png, alt: 'Un punto', caption: [{ text: 'Figura uno' }] },
  { kind: 'picture', type: 'svg', bytes: svg, alt: 'Un rettangolo pieno a metà', caption: [] },
  { kind: 'note', label: '1', id: 'b-8', runs: [{ text: 'In fondo alla pagina.' }] },
]
const paper = (own: readonly Part[] = parts): Paper => ({
  lang: 'it',
  title: 'Strategia <di prova> & altro',
  author: 'Ministero della prova',
  date: day('2026-03-02'),
  facts: [{ label: 'Versione', value: '3' }],
  address: 'https://simbiosi.example/documenti/1/versioni/3',
  parts: own,
})
const hard = paper([
  ...naughty.map((text): Part => ({ kind: 'paragraph', runs: [{ text }] })),
  ...naughty.map((text): Part => ({ kind: 'item', depth: 1, ordered: false, runs: [{ text, strong: true }] })),
  { kind: 'table', head: [[{ text: 'x' }]], rows: naughty.map((text) => [[{ text }]]) },
])

/** Fails on anything that is not well-formed. */
function elementsOf(xml: string): Map<string, number> {
  const found = new Map<string, number>()
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => void found.set(name, (found.get(name) ?? 0) + 1))
  parser.write(xml).close()
  return found
}
function textIn(xml: string): string {
  let text = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('text', (piece) => {
    text += piece
  })
  parser.write(xml).close()
  return text
}
const entry = async (bytes: Buffer, name: string) =>
  (await entriesOf(bytes, new RegExp(`^${name}$`), 1e8))?.get(name)?.toString('utf8') ?? ''
const squeezed = (text: string) => text.normalize('NFKC').replace(/[\s\u200B]+/g, '')
const expectAll = (text: string, strings = naughty) => {
  const found = squeezed(text)
  for (const one of strings) expect(found).toContain(squeezed(one))
}

describe('a PDF', () => {
  const read = async (bytes: Buffer) => {
    const pdf = await getDocumentProxy(new Uint8Array(bytes))
    return { pdf, text: (await extractText(pdf, { mergePages: true })).text }
  }

  test('is tagged, says its title and language, and has bookmarks, numbers of pages and accents', async () => {
    const bytes = await pdfOf(paper())
    const { pdf, text } = await read(bytes)
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    expect((await pdf.getMetadata()).info).toMatchObject({
      Title: 'Strategia <di prova> & altro',
      Author: 'Ministero della prova',
      Language: 'it',
    })
    const outline = await pdf.getOutline()
    expect(outline.map(({ title }) => title)).toContain('Perché un ecosistema')
    expect(text).toContain('Perché un ecosistema')
    expect(text).toMatch(/1 \/ \d/)
    expect(bytes.includes('pdfuaid:part')).toBe(true)
  })

  test('tags its headings, lists, tables, pictures with their words, notes and links', async () => {
    const { pdf } = await read(await pdfOf(paper()))
    const roles: string[] = []
    const alts: string[] = []
    const visit = (node: { role?: string; alt?: string; children?: unknown[] }) => {
      if (node.role) roles.push(node.role)
      if (node.alt) alts.push(node.alt)
      for (const child of node.children ?? []) visit(child as typeof node)
    }
    for (let page = 1; page <= pdf.numPages; page += 1) visit((await (await pdf.getPage(page)).getStructTree()) as object)
    for (const role of ['H1', 'H2', 'L', 'LI', 'LBody', 'Table', 'TH', 'TD', 'Figure', 'Link']) expect(roles).toContain(role)
    expect(alts).toEqual(expect.arrayContaining(['Un punto', 'Un rettangolo pieno a metà']))
  })

  test('shows every awkward text as it is, and takes none for an instruction', async () => {
    const { text } = await read(await pdfOf(hard))
    expectAll(text.replace(/Strategia <di prova> & altro\s+\d+ \/ \d+/g, ''))
  })

  test('writes the number of a sign that no font draws', async () => {
    const bytes = await pdfOf(paper(rare.map((text): Part => ({ kind: 'paragraph', runs: [{ text }] }))))
    expect((await read(bytes)).text).toMatch(/U\+4E2D|中/)
  })
})

describe('a DOCX', () => {
  test('has real styles, lists, a heading row, notes, names, the words of pictures and its language', async () => {
    const bytes = await docxOf(paper())
    const document = await entry(bytes, 'word/document.xml')
    const found = elementsOf(document)
    expect(document).toMatch(/w:val="Heading1"[\s\S]*w:val="Heading2"/)
    expect(document).toContain('w:name="b1"')
    expect(document).toContain('descr="Un punto"')
    expect(found.get('w:numPr')).toBe(3)
    expect(found.get('w:tblHeader')).toBe(1)
    expect(found.get('w:footnoteReference')).toBe(1)
    expect(await entry(bytes, 'word/footnotes.xml')).toContain('In fondo alla pagina.')
    expect(await entry(bytes, 'word/styles.xml')).toMatch(/<w:lang w:val="it-IT"/)
    expect(await kindOf(bytes, 'x.docx')).toBe('docx')
  })

  test('shows every awkward text as it is', async () => {
    const { value } = await mammoth.extractRawText({ buffer: await docxOf(hard) })
    expectAll(value)
  })
})

describe('an ODT', () => {
  test('has real styles, lists, a heading row, notes, names, the words of pictures and its language', async () => {
    const bytes = await odtOf(paper())
    const content = await entry(bytes, 'content.xml')
    const found = elementsOf(content)
    expect(found).toEqual(
      new Map([...found, ['text:h', 2], ['text:list', 2], ['text:note', 1], ['table:table-header-rows', 1], ['draw:image', 2]]),
    )
    expect(content).toContain('<svg:desc>Un punto</svg:desc>')
    expect(content).toContain('<text:bookmark text:name="b-1"/>')
    const styles = await entry(bytes, 'styles.xml')
    elementsOf(styles)
    expect(styles).toContain('fo:language="it"')
    elementsOf(await entry(bytes, 'meta.xml'))
    expect(await kindOf(bytes, 'x.odt')).toBe('odt')
  })

  test('shows every awkward text as it is', async () => {
    expectAll(textIn((await entry(await odtOf(hard), 'content.xml')).replace(/<text:s text:c="\d+"\/>/g, ' ')))
  })
})

describe('an EPUB', () => {
  test('begins with its type, and every page in it is well-formed', async () => {
    const bytes = await epubOf(paper())
    expect(bytes.subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip')
    for (const name of ['META-INF/container.xml', 'EPUB/package.opf', 'EPUB/contents.xhtml', 'EPUB/text.xhtml'])
      elementsOf(await entry(bytes, name))
    expectAll(textIn(await entry(await epubOf(hard), 'EPUB/text.xhtml')))
  })
})

describe('an HTML page', () => {
  test('has addresses, notes that lead back, and whole links', () => {
    const html = htmlOf(paper())
    expect(html).toContain('<h2 id="b-1">')
    expect(html).toContain('href="https://simbiosi.example/piano"')
    expect(html).toContain('<a href="#call-1" role="doc-backlink"')
    expect(html).toContain('alt="Un punto"')
    expect(html).toMatch(/<ol>\n<li id="b-5">uno\n<ul>/)
  })

  test('is well-formed, runs nothing and shows every awkward text as it is', () => {
    const html = htmlOf(hard)
    expect(html).not.toMatch(/<script|onerror=alert\(1\)>|javascript:alert\(1\)"/)
    const body = html.slice(html.indexOf('<main>'), html.indexOf('</main>') + 7)
    expectAll(textIn(body))
  })
})

test('Markdown keeps the structure', () => {
  const text = markdownOf(paper())
  expect(text).toContain('# Strategia &lt;di prova> & altro')
  expect(text).toContain('1. uno\n   - dentro uno\n2. due')
  expect(text).toContain('| Chi | Che cosa |\n| --- | --- |\n| AGID | indirizza |')
  expect(text).toContain('[^1]: In fondo alla pagina.')
  expect(text).not.toContain('<script')
})

test('a link that would run something is only its words', () => {
  const own = paper([{ kind: 'paragraph', runs: [{ text: 'premi', link: 'javascript:alert(1)' }] }])
  expect(htmlOf(own)).not.toContain('javascript')
  expect(markdownOf(own)).not.toContain('javascript')
})
