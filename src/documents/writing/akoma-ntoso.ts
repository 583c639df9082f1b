import type { Lang } from '../../kernel/lang.ts'
import { esc, linkOf, notesOf, type Paper, type Part, type Words, withLists } from '../../platform/papers.ts'

/** What a legal document says of itself besides its text. */
export interface Legal {
  /** 'perimeter', 'strategy' …: the kind, as its name in Akoma Ntoso. */
  readonly name: string
  /** The path that names the work whatever its version: '/akn/it/doc/…'. */
  readonly work: string
  readonly number: number
  readonly begunOn: string
  readonly frozenOn: string
  readonly adoptedOn: string | null
  readonly publishedOn: string | null
  readonly authorId: string
}

const languages: Readonly<Record<Lang, string>> = { it: 'ita', en: 'eng' }

type Flow = ReturnType<typeof withLists>[number]

interface Level {
  readonly heading: Part & { readonly kind: 'heading' }
  readonly flow: Flow[]
  readonly sections: Level[]
}

/** Akoma Ntoso 3.0 (OASIS LegalDocML): sections within sections, each block with the id that lives through versions. */
export function akomaNtosoOf(paper: Paper, legal: Legal): string {
  const notes = notesOf(paper.parts)
  const called: string[] = []
  const words = (runs: Words, inNote = false): string =>
    runs
      .map((run) => {
        if (run.break) return '<eol/>'
        if (run.footnote !== undefined && !inNote && notes.has(run.footnote)) return note(run.footnote)
        return marked(paper, run)
      })
      .join('')
  const note = (label: string) => {
    const known = called.indexOf(label) + 1
    if (known > 0) return `<sup>${known}</sup>`
    const number = called.push(label)
    const { id, runs = [] } = notes.get(label) ?? {}
    return `<authorialNote marker="${number}" placement="bottom"${named(id)}><p>${words(runs, true)}</p></authorialNote>`
  }
  const { before, sections } = levelsOf(withLists(paper.parts))
  const section = ({ heading, flow, sections: inner }: Level): string => {
    const title = `<heading>${words(heading.runs)}</heading>`
    const blocks = flow.map((one) => blockOf(paper, one, words)).join('')
    // A section holds either a content or other sections, which an introduction may come before.
    const text = inner.length > 0 ? (blocks === '' ? '' : `<intro>${blocks}</intro>`) : `<content>${blocks || '<p/>'}</content>`
    return `<section${named(heading.id)}>${title}${text}${inner.map(section).join('\n')}</section>`
  }
  const first = before.map((one) => blockOf(paper, one, words)).join('')
  const body = sections.map(section).join('\n')
  const lead =
    body === '' ? first : first === '' ? '' : `<hcontainer eId="premessa" name="premessa"><content>${first}</content></hcontainer>\n`
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<doc name="${esc(legal.name)}" contains="singleVersion">
${metaOf(paper, legal)}
<preface><longTitle><p><docTitle>${esc(paper.title)}</docTitle></p></longTitle></preface>
<mainBody>${lead}${body}${uncalled(paper, called, words)}</mainBody>
</doc>
</akomaNtoso>
`
}

function metaOf(paper: Paper, legal: Legal): string {
  const language = languages[paper.lang]
  const expression = `${legal.work}/${language}@${legal.frozenOn}`
  const dates = [
    `<FRBRdate date="${legal.frozenOn}" name="frozen"/>`,
    ...(legal.adoptedOn ? [`<FRBRdate date="${legal.adoptedOn}" name="adopted"/>`] : []),
  ].join('')
  const author = '<FRBRauthor href="#author" as="#authorRole"/>'
  const publication = legal.publishedOn
    ? `<publication date="${legal.publishedOn}" name="Simbiosi" showAs="${esc(paper.address)}" number="${legal.number}"/>\n`
    : ''
  return `<meta>
<identification source="#author">
<FRBRWork><FRBRthis value="${esc(legal.work)}/!main"/><FRBRuri value="${esc(legal.work)}"/><FRBRdate date="${legal.begunOn}" name="begun"/>${author}<FRBRcountry value="it"/><FRBRname value="${esc(legal.name)}"/></FRBRWork>
<FRBRExpression><FRBRthis value="${esc(expression)}/!main"/><FRBRuri value="${esc(expression)}"/>${dates}${author}<FRBRversionNumber value="${legal.number}"/><FRBRlanguage language="${language}"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="${esc(expression)}/!main.xml"/><FRBRuri value="${esc(expression)}.akn"/><FRBRdate date="${legal.frozenOn}" name="written"/>${author}<FRBRformat value="application/akn+xml"/></FRBRManifestation>
</identification>
${publication}<references source="#author"><TLCOrganization eId="author" href="/ontology/organization/it/${esc(legal.authorId)}" showAs="${esc(paper.author)}"/><TLCRole eId="authorRole" href="/ontology/role/author" showAs="${paper.lang === 'it' ? 'Autore' : 'Author'}"/></references>
</meta>`
}

function levelsOf(flow: readonly Flow[]): { before: Flow[]; sections: Level[] } {
  const before: Flow[] = []
  const sections: Level[] = []
  const open: Level[] = []
  for (const one of flow) {
    if (one.kind !== 'heading') {
      ;(open.at(-1)?.flow ?? before).push(one)
      continue
    }
    while ((open.at(-1)?.heading.level ?? 0) >= one.level) open.pop()
    const level: Level = { heading: one, flow: [], sections: [] }
    ;(open.at(-1)?.sections ?? sections).push(level)
    open.push(level)
  }
  return { before, sections }
}

function blockOf(paper: Paper, part: Flow, words: (runs: Words) => string): string {
  switch (part.kind) {
    case 'paragraph':
      return `<p${named(part.id)}>${words(part.runs)}</p>`
    case 'list': {
      const items = part.items.map(
        ({ item, inner }) =>
          `<li${named(item.id)}><p>${words(item.runs)}</p>${inner.map((one) => blockOf(paper, one, words)).join('')}</li>`,
      )
      return part.ordered ? `<ol>${items.join('')}</ol>` : `<ul>${items.join('')}</ul>`
    }
    case 'table': {
      const width = Math.max(1, part.head.length, ...part.rows.map((row) => row.length))
      const row = (cells: readonly Words[], tag: 'th' | 'td') =>
        `<tr>${Array.from({ length: width }, (_, at) => `<${tag}><p>${words(cells[at] ?? [])}</p></${tag}>`).join('')}</tr>`
      const caption = part.caption ? `<caption>${words(part.caption)}</caption>` : ''
      return `<table${named(part.id)}>${caption}${row(part.head, 'th')}${part.rows.map((cells) => row(cells, 'td')).join('')}</table>`
    }
    case 'picture': {
      const src = `data:image/${part.type === 'svg' ? 'svg+xml' : part.type};base64,${part.bytes.toString('base64')}`
      const caption = part.caption.length > 0 ? `<p>${words(part.caption)}</p>` : ''
      return `<p${named(part.id)}><img src="${src}" alt="${esc(part.alt)}"/></p>${caption}`
    }
    case 'heading':
    case 'note':
      return ''
  }
}

/** Notes that no text calls close the document. */
function uncalled(paper: Paper, called: readonly string[], words: (runs: Words, inNote: boolean) => string): string {
  const rest = [...notesOf(paper.parts).values()].filter(({ label }) => !called.includes(label))
  if (rest.length === 0) return ''
  const lines = rest.map(({ id, label, runs }) => `<p${named(id)}>[${esc(label)}] ${words(runs, true)}</p>`).join('')
  return `\n<hcontainer eId="note" name="note"><content>${lines}</content></hcontainer>`
}

const named = (id: string | undefined) => (id === undefined ? '' : ` eId="${esc(id)}"`)

function marked(paper: Paper, run: Words[number]): string {
  let xml = esc(run.text)
  if (run.code) xml = `<inline name="code">${xml}</inline>`
  if (run.emphasis) xml = `<i>${xml}</i>`
  if (run.strong) xml = `<b>${xml}</b>`
  if (run.struck) xml = `<del>${xml}</del>`
  const link = run.link === undefined ? null : linkOf(paper, run.link)
  return link === null ? xml : `<ref href="${esc(link)}">${xml}</ref>`
}
