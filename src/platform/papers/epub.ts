import { bodyOf, factsOf } from './html.ts'
import type { Paper } from './paper.ts'
import { esc } from './xml.ts'
import { zipOf } from './zip.ts'

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`

const look =
  'body{line-height:1.5}table{border-collapse:collapse}th,td{border:1px solid;padding:.3em;text-align:left;vertical-align:top}img{max-width:100%}'

/** An EPUB 3 with one text, its contents, and what makes it accessible declared. */
export async function epubOf(paper: Paper): Promise<Buffer> {
  const pictures: { name: string; bytes: Buffer; type: string }[] = []
  const body = bodyOf(paper, ({ type, bytes }, at) => {
    const name = `picture-${at}.${type}`
    pictures.push({ name, bytes, type: type === 'svg' ? 'image/svg+xml' : `image/${type}` })
    return name
  })
  const page = (title: string, content: string, more = '') => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${paper.lang}" xml:lang="${paper.lang}">
<head><title>${esc(title)}</title><link rel="stylesheet" href="look.css"/></head>
<body${more}>${content}</body></html>`
  const text = page(paper.title, `<h1 id="title">${esc(paper.title)}</h1>\n${factsOf(paper)}\n${body}`)
  return zipOf([
    ['mimetype', 'application/epub+zip'],
    ['META-INF/container.xml', container],
    ['EPUB/package.opf', packageOf(paper, pictures)],
    ['EPUB/contents.xhtml', page(paper.title, contentsOf(paper))],
    ['EPUB/text.xhtml', text],
    ['EPUB/look.css', look],
    ...pictures.map(({ name, bytes }) => [`EPUB/${name}`, bytes] as const),
  ])
}

function contentsOf({ lang, title, parts }: Paper): string {
  const lines = parts.flatMap((part) =>
    part.kind === 'heading' && part.id !== undefined && part.level <= 2
      ? [`<li><a href="text.xhtml#${esc(part.id)}">${part.runs.map(({ text }) => esc(text)).join('')}</a></li>`]
      : [],
  )
  const first = `<li><a href="text.xhtml#title">${esc(title)}</a></li>`
  return `<nav epub:type="toc" role="doc-toc"><h1>${lang === 'it' ? 'Indice' : 'Contents'}</h1><ol>${[first, ...lines].join('\n')}</ol></nav>`
}

function packageOf(paper: Paper, pictures: readonly { readonly name: string; readonly type: string }[]): string {
  const items = pictures.map(({ name, type }, at) => `<item id="picture-${at}" href="${name}" media-type="${type}"/>`).join('')
  const modes = pictures.length > 0 ? '<meta property="schema:accessMode">visual</meta>' : ''
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="address" xml:lang="${paper.lang}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="address">${esc(paper.address)}</dc:identifier>
<dc:title>${esc(paper.title)}</dc:title>
<dc:language>${paper.lang}</dc:language>
<dc:creator>${esc(paper.author)}</dc:creator>
<dc:date>${paper.date}</dc:date>
<meta property="dcterms:modified">${paper.date}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>${modes}
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest><item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="text" href="text.xhtml" media-type="application/xhtml+xml"/><item id="look" href="look.css" media-type="text/css"/>${items}</manifest>
<spine><itemref idref="text"/></spine>
</package>`
}
