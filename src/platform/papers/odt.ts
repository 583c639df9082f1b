import { namespaces, stylesXml } from './odt-styles.ts'
import { type List, type Listed, linkOf, notesOf, type Paper, type Part, type Words, withLists } from './paper.ts'
import { fitted } from './sizes.ts'
import { esc } from './xml.ts'
import { zipOf } from './zip.ts'

const type = 'application/vnd.oasis.opendocument.text'

/** An OpenDocument text with real styles: titles, lists, tables with a heading row, footnotes, the language, names for links. */
export async function odtOf(paper: Paper): Promise<Buffer> {
  const written = new Written(paper)
  const content = written.content()
  const pictures = written.pictures.map(({ name, bytes }) => [name, bytes] as const)
  return zipOf([
    ['mimetype', type],
    ['META-INF/manifest.xml', manifestOf(written.pictures)],
    ['content.xml', content],
    ['styles.xml', stylesXml(paper.lang)],
    ['meta.xml', metaOf(paper)],
    ...pictures,
  ])
}

class Written {
  readonly pictures: { name: string; bytes: Buffer; type: string }[] = []
  private readonly paper: Paper
  private readonly notes: ReturnType<typeof notesOf>
  private readonly called: string[] = []
  private tables = 0

  constructor(paper: Paper) {
    this.paper = paper
    this.notes = notesOf(paper.parts)
  }

  content(): string {
    const { title, facts, parts } = this.paper
    const lines = facts.map(
      ({ label, value }) =>
        `<text:p text:style-name="Document_20_Facts"><text:span text:style-name="Strong">${esc(label)}:</text:span> ${text(value)}</text:p>`,
    )
    const body = withLists(parts).map((part) => this.part(part))
    const rest = [...this.notes.values()]
      .filter(({ label }) => !this.called.includes(label))
      .map(({ id, label, runs }) => `<text:p text:style-name="Text_20_body">${named(id)}[${esc(label)}] ${this.words(runs, true)}</text:p>`)
    return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${namespaces} office:version="1.3"><office:body><office:text>
<text:p text:style-name="Title">${text(title)}</text:p>
${[...lines, ...body, ...rest].filter((part) => part !== '').join('\n')}
</office:text></office:body></office:document-content>`
  }

  private part(part: Exclude<Part, { kind: 'item' }> | List): string {
    switch (part.kind) {
      case 'heading':
        return `<text:h text:style-name="Heading_20_${part.level}" text:outline-level="${part.level}">${named(part.id)}${this.words(part.runs)}</text:h>`
      case 'paragraph':
        return `<text:p text:style-name="Text_20_body">${named(part.id)}${this.words(part.runs)}</text:p>`
      case 'list':
        return this.list(part)
      case 'table':
        return this.table(part)
      case 'picture':
        return this.picture(part)
      case 'note':
        return ''
    }
  }

  private list({ ordered, items }: List): string {
    const item = ({ item: { id, runs }, inner }: Listed) =>
      `<text:list-item><text:p text:style-name="Text_20_body">${named(id)}${this.words(runs)}</text:p>${inner.map((one) => this.list(one)).join('')}</text:list-item>`
    return `<text:list text:style-name="${ordered ? 'Numbers' : 'Points'}">${items.map(item).join('')}</text:list>`
  }

  private table({ id, head, rows, caption }: Part & { readonly kind: 'table' }): string {
    const width = Math.max(1, head.length, ...rows.map((row) => row.length))
    const row = (cells: readonly Words[], style: string) => {
      const drawn = Array.from({ length: width }, (_, at) => {
        const place = at === 0 && style === 'Table_20_Heading' ? named(id) : ''
        return `<table:table-cell table:style-name="Cell" office:value-type="string"><text:p text:style-name="${style}">${place}${this.words(cells[at] ?? [])}</text:p></table:table-cell>`
      })
      return `<table:table-row>${drawn.join('')}</table:table-row>`
    }
    this.tables += 1
    const titled = caption ? `<text:p text:style-name="Caption">${this.words(caption)}</text:p>` : ''
    const body = rows.map((cells) => row(cells, 'Table_20_Contents')).join('')
    return `${titled}<table:table table:name="Table${this.tables}" table:style-name="Table"><table:table-column table:number-columns-repeated="${width}"/><table:table-header-rows>${row(head, 'Table_20_Heading')}</table:table-header-rows>${body}</table:table>`
  }

  private picture({ id, bytes, type: kind, alt, caption }: Part & { readonly kind: 'picture' }): string {
    const name = `Pictures/${this.pictures.length}.${kind}`
    this.pictures.push({ name, bytes, type: kind === 'svg' ? 'image/svg+xml' : `image/${kind}` })
    const { width, height } = fitted(bytes)
    const frame = `<draw:frame draw:name="${esc(name)}" text:anchor-type="as-char" svg:width="${width}pt" svg:height="${height}pt"><draw:image xlink:href="${name}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:desc>${esc(alt)}</svg:desc></draw:frame>`
    const words = caption.length > 0 ? `<text:p text:style-name="Caption">${this.words(caption)}</text:p>` : ''
    return `<text:p text:style-name="Text_20_body">${named(id)}${frame}</text:p>${words}`
  }

  private words(runs: Words, inNote = false): string {
    return runs.map((run) => this.piece(run, inNote)).join('')
  }

  private piece(run: Words[number], inNote: boolean): string {
    if (run.break) return '<text:line-break/>'
    if (run.footnote !== undefined && !inNote && this.notes.has(run.footnote)) return this.call(run.footnote)
    let xml = text(run.text)
    if (run.code) xml = `<text:span text:style-name="Source_20_Text">${xml}</text:span>`
    if (run.emphasis) xml = `<text:span text:style-name="Emphasis">${xml}</text:span>`
    if (run.strong) xml = `<text:span text:style-name="Strong">${xml}</text:span>`
    if (run.struck) xml = `<text:span text:style-name="Struck">${xml}</text:span>`
    const link = run.link === undefined ? null : linkOf(this.paper, run.link)
    return link === null ? xml : `<text:a xlink:type="simple" xlink:href="${esc(link)}">${xml}</text:a>`
  }

  /** A note is written where it is called; a second call says its number. */
  private call(label: string): string {
    const known = this.called.indexOf(label) + 1
    if (known > 0) return `<text:span text:style-name="Footnote_20_anchor">${known}</text:span>`
    const number = this.called.push(label)
    const body = this.words(this.notes.get(label)?.runs ?? [], true)
    return `<text:note text:id="note-${number}" text:note-class="footnote"><text:note-citation>${number}</text:note-citation><text:note-body><text:p text:style-name="Footnote">${body}</text:p></text:note-body></text:note>`
  }
}

const named = (id: string | undefined) => (id === undefined ? '' : `<text:bookmark text:name="${esc(id)}"/>`)

/** Spaces that follow each other are counted, or they would be one. */
const text = (words: string) => esc(words.replace(/\n/g, ' ')).replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`)

function manifestOf(pictures: readonly { readonly name: string; readonly type: string }[]): string {
  const files = [
    ['/', type],
    ['content.xml', 'text/xml'],
    ['styles.xml', 'text/xml'],
    ['meta.xml', 'text/xml'],
    ...pictures.map(({ name, type: kind }) => [name, kind]),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${files.map(([path, kind]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${kind}"/>`).join('')}</manifest:manifest>`
}

function metaOf({ lang, title, author, date, address }: Paper): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta ${namespaces} office:version="1.3"><office:meta><dc:title>${esc(title)}</dc:title><dc:description>${esc(address)}</dc:description><meta:initial-creator>${esc(author)}</meta:initial-creator><dc:creator>${esc(author)}</dc:creator><meta:creation-date>${date}T00:00:00</meta:creation-date><dc:date>${date}T00:00:00</dc:date><dc:language>${lang === 'it' ? 'it-IT' : 'en-GB'}</dc:language></office:meta></office:document-meta>`
}
