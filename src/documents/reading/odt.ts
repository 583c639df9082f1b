import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import { Problem } from '../../kernel/problem.ts'
import { hrefOf } from '../../ui/href.ts'
import { Gathering, oneLine, type Reading } from './gathering.ts'
import { type Styles, stylesOf } from './odt-styles.ts'
import { documentUnsafe, soundParts } from './office.ts'
import { keptPicture } from './pictures.ts'
import { lineBreak, type Run, wordsOf } from './runs.ts'
import { childrenOf, one, rootOf, wordsIn } from './xml.ts'

interface Odt {
  readonly into: Gathering
  readonly styles: Styles
  readonly pictures: ReadonlyMap<string, Buffer>
  /** The notes called by what was read last: they stand after it. */
  readonly notes: { label: string; runs: Run[] }[]
  labels: number
}

/** An OpenDocument text as blocks. */
export async function readOdt(bytes: Buffer): Promise<Reading> {
  const parts = await soundParts(bytes, /^(?:content|styles|META-INF\/manifest)\.xml$|^Pictures\//)
  const content = rootOf(parts.get('content.xml')?.toString('utf8') ?? '')
  const body = content && one(content, 'office:body')
  const text = body && one(body, 'office:text')
  if (!content || !text) throw new Problem(documentUnsafe, { field: 'file' })
  const shared = rootOf(parts.get('styles.xml')?.toString('utf8') ?? '')
  const into = new Gathering()
  const odt: Odt = { into, styles: stylesOf(shared ? [shared, content] : [content]), pictures: parts, notes: [], labels: 0 }
  flow(text, odt)
  for (const { label, runs } of odt.notes) into.footnote(label, runs)
  return into.done()
}

function flow(parent: Element, odt: Odt): void {
  for (const element of childrenOf(parent)) block(element, odt, 0)
}

function block(element: Element, odt: Odt, depth: number): void {
  const { into } = odt
  switch (element.name) {
    case 'text:h':
      into.heading(Number(element.attribs['text:outline-level'] ?? 1), inline(element, odt))
      return
    case 'text:p':
      paragraph(element, odt)
      return
    case 'text:list':
      list(element, odt, depth + 1, element.attribs['text:style-name'] ?? '')
      return
    case 'table:table':
      table(element, odt)
      return
    case 'text:section':
      flow(element, odt)
      return
    case 'text:tracked-changes':
      into.tell('revision', '')
      return
    case 'text:table-of-content':
    case 'text:alphabetical-index':
    case 'text:illustration-index':
    case 'text:bibliography':
      into.tell('field', oneLine(wordsIn(element)))
      return
    case 'draw:frame':
      picture(element, odt)
      return
  }
}

const isA = (element: Element, style: string, { styles }: Odt) => {
  const name = element.attribs['text:style-name'] ?? ''
  return name === style || styles.parents.get(name) === style
}

function paragraph(element: Element, odt: Odt): void {
  // What our own files say of themselves under the title is no text of theirs.
  if (isA(element, 'Document_20_Facts', odt)) return
  const pictures: Element[] = []
  const runs = inline(element, odt, pictures)
  if (isA(element, 'Title', odt)) odt.into.title ??= oneLine(wordsOf(runs)) || null
  else {
    if (isA(element, 'Quotations', odt)) odt.into.tell('quote', wordsOf(runs))
    odt.into.paragraph(runs)
  }
  for (const frame of pictures) picture(frame, odt)
}

function picture(frame: Element, odt: Odt): void {
  const alt = oneLine([one(frame, 'svg:title'), one(frame, 'svg:desc')].map((part) => (part ? wordsIn(part) : '')).join(' '))
  const box = one(frame, 'draw:text-box')
  if (box) {
    flow(box, odt)
    return
  }
  const href = one(frame, 'draw:image')?.attribs['xlink:href'] ?? ''
  const bytes = odt.pictures.get(href)
  const kept = bytes ? keptPicture(bytes, alt) : null
  if (kept) odt.into.figure(kept, [])
  else odt.into.tell('picture-unknown', alt || href)
}

function list(element: Element, odt: Odt, depth: number, style: string): void {
  const ordered = odt.styles.numbered.get(style)?.[depth - 1] ?? false
  for (const item of childrenOf(element)) {
    const parts = childrenOf(item)
    const own = parts.filter(({ name }) => name === 'text:p' || name === 'text:h')
    const pictures: Element[] = []
    const runs = own.flatMap((part, at) => [...(at > 0 ? [lineBreak] : []), ...inline(part, odt, pictures)])
    odt.into.item(depth, ordered, runs)
    for (const frame of pictures) picture(frame, odt)
    for (const part of parts) {
      if (own.includes(part)) continue
      if (part.name === 'text:list') list(part, odt, depth + 1, part.attribs['text:style-name'] ?? style)
      else {
        odt.into.tell('list-paragraphs', oneLine(wordsIn(part)))
        block(part, odt, depth)
      }
    }
  }
}

const mostRepeated = 50

function table(element: Element, odt: Odt): void {
  const headed = one(element, 'table:table-header-rows')
  const rows = [...(headed ? rowsOf(headed) : []), ...rowsOf(element)]
  if (rows.some((row) => childrenOf(row).some(({ name }) => name === 'table:covered-table-cell')))
    odt.into.tell('merged-cells', oneLine(wordsIn(element)))
  odt.into.table(
    rows.map((row) => cellsOf(row, odt)),
    headed || rows.length > 1 ? 1 : 0,
  )
}

const rowsOf = (element: Element): Element[] =>
  childrenOf(element).flatMap((child) =>
    child.name === 'table:table-row' ? [child] : child.name === 'table:table-rows' ? rowsOf(child) : [],
  )

function cellsOf(row: Element, odt: Odt): Run[][] {
  return childrenOf(row).flatMap((cell) => {
    if (cell.name !== 'table:table-cell' && cell.name !== 'table:covered-table-cell') return []
    const parts = childrenOf(cell)
    if (parts.some(({ name }) => name === 'table:table')) odt.into.tell('nested-table', oneLine(wordsIn(cell)))
    else if (parts.length > 1 || parts.some(({ name }) => name === 'text:list')) odt.into.tell('cell-lines', oneLine(wordsIn(cell)))
    const runs = parts.flatMap((part, at) => [...(at > 0 ? [{ text: ' ' }] : []), ...inline(part, odt)])
    const times = Math.min(mostRepeated, Number(cell.attribs['table:number-columns-repeated'] ?? 1) || 1)
    return Array.from({ length: times }, () => runs)
  })
}

function inline(element: Element, odt: Odt, pictures: Element[] = [], marks: Omit<Run, 'text'> = {}): Run[] {
  return element.children.flatMap((node) => piece(node, odt, pictures, marks))
}

function piece(node: ChildNode, odt: Odt, pictures: Element[], marks: Omit<Run, 'text'>): Run[] {
  if (isText(node)) return [{ text: node.data, ...marks }]
  if (!isTag(node)) return []
  const within = (more: Omit<Run, 'text'>) => inline(node, odt, pictures, { ...marks, ...more })
  switch (node.name) {
    case 'text:span':
      return within(odt.styles.marks.get(node.attribs['text:style-name'] ?? '') ?? {})
    case 'text:a':
      return anchor(node, odt, within)
    case 'text:s':
      return [{ text: ' ', ...marks }]
    case 'text:tab':
      return [{ text: ' ', ...marks }]
    case 'text:line-break':
      return [lineBreak]
    case 'text:note':
      return note(node, odt)
    case 'office:annotation':
      odt.into.tell('comment', '')
      return []
    case 'office:annotation-end':
      return []
    case 'draw:frame':
      pictures.push(node)
      return []
    case 'text:p':
    case 'text:list-item':
      return [...within({}), { text: ' ' }]
    default:
      if (node.name.startsWith('draw:')) odt.into.tell('drawing', oneLine(wordsIn(node)))
      return node.name.startsWith('draw:') ? [] : within({})
  }
}

function anchor(node: Element, { into }: Odt, within: (more: Omit<Run, 'text'>) => Run[]): Run[] {
  const href = node.attribs['xlink:href'] ?? ''
  if (href === '' || href.startsWith('#')) return within({})
  if (hrefOf('it', href) !== null) return within({ link: href })
  into.tell('link', `${oneLine(wordsIn(node))} (${href})`)
  return within({})
}

function note(node: Element, odt: Odt): Run[] {
  const cited = one(node, 'text:note-citation')
  odt.labels += 1
  const written = cited ? oneLine(wordsIn(cited)) : ''
  const label = /^[\p{L}\p{N}-]{1,20}$/u.test(written) ? written : String(odt.labels)
  const body = one(node, 'text:note-body')
  odt.notes.push({
    label,
    runs: body ? childrenOf(body).flatMap((part, at) => [...(at > 0 ? [lineBreak] : []), ...inline(part, odt)]) : [],
  })
  return [{ text: `[^${label}]`, footnote: label }]
}
