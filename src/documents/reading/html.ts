import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import { hrefOf } from '../../ui/href.ts'
import { type Gathering, oneLine } from './gathering.ts'
import { lineBreak, type Run, wordsOf } from './runs.ts'

type Marks = Omit<Run, 'text'>

const blocks = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'table',
  'blockquote',
  'pre',
  'hr',
  'dl',
  'figure',
  'section',
])

/** What the HTML of a word processor's file holds besides its words. */
export interface Around {
  readonly into: Gathering
  /** The picture of an image's address. */
  readonly pictureOf: (src: string, alt: string) => { readonly bytes: Buffer; readonly name: string; readonly alt: string } | null
}

/** Clean HTML, as a converter writes it, as blocks. */
export function readHtml(html: string, around: Around): void {
  flow(parseDocument(html).children, around, 0)
}

function flow(nodes: readonly ChildNode[], around: Around, depth: number): void {
  let loose: ChildNode[] = []
  const close = () => {
    if (loose.length > 0) paragraph(loose, around)
    loose = []
  }
  for (const node of nodes) {
    if (!isTag(node) || !blocks.has(node.name)) {
      if (isTag(node) || isText(node)) loose.push(node)
      continue
    }
    close()
    one(node, around, depth)
  }
  close()
}

function one(node: Element, around: Around, depth: number): void {
  const { into } = around
  if (node.attribs.class === 'document-facts') return
  const level = /^h([1-6])$/.exec(node.name)?.[1]
  if (level) into.heading(Number(level), runsOf(node.children, around))
  else if (node.name === 'p' && node.attribs.class === 'document-title') into.title ??= oneLine(wordsOf(runsOf(node.children, around)))
  else if (node.name === 'p') paragraph(node.children, around)
  else if (node.name === 'ul' || node.name === 'ol') list(node, around, depth + 1)
  else if (node.name === 'table') table(node, around)
  else if (node.name === 'hr') into.tell('divider', '')
  else {
    if (node.name === 'blockquote') into.tell('quote', textOf(node))
    if (node.name === 'pre') into.tell('literal', textOf(node))
    flow(node.children, around, depth)
  }
}

/** A picture within a paragraph stands after it, as a block. */
function paragraph(nodes: readonly ChildNode[], around: Around): void {
  const pictures: Element[] = []
  around.into.paragraph(runsOf(nodes, around, {}, pictures))
  for (const { attribs } of pictures) {
    const found = around.pictureOf(attribs.src ?? '', oneLine(attribs.alt ?? ''))
    if (found) around.into.figure(found, [])
    else around.into.tell('picture-unknown', attribs.alt ?? '')
  }
}

const footnotes = /^(?:foot|end)note-(\d+)$/

function list(node: Element, around: Around, depth: number): void {
  for (const item of node.children) {
    if (!isTag(item)) continue
    if (item.name === 'ul' || item.name === 'ol') {
      list(item, around, depth + 1)
      continue
    }
    const label = footnotes.exec(item.attribs.id ?? '')?.[1]
    if (label !== undefined) around.into.footnote(label, footnote(item, around))
    else listItem(item, node.name === 'ol', around, depth)
  }
}

function listItem(item: Element, ordered: boolean, around: Around, depth: number): void {
  const own = item.children.filter((child) => !isTag(child) || !blocks.has(child.name) || child.name === 'p')
  const inner = item.children.filter((child): child is Element => isTag(child) && blocks.has(child.name) && child.name !== 'p')
  const pictures: Element[] = []
  const runs = own.flatMap((child, at) => [
    ...(at > 0 && isTag(child) && child.name === 'p' ? [lineBreak] : []),
    ...runsOf(isTag(child) && child.name === 'p' ? child.children : [child], around, {}, pictures),
  ])
  around.into.item(depth, ordered, runs)
  if (pictures.length > 0) paragraph(pictures, around)
  for (const child of inner) {
    if (child.name !== 'ul' && child.name !== 'ol') around.into.tell('list-paragraphs', textOf(child))
    one(child, around, depth)
  }
}

/** A note's text, without the arrow that leads back. */
function footnote(item: Element, around: Around): Run[] {
  const back = (node: ChildNode) => isTag(node) && node.name === 'a' && /^#(?:foot|end)note-ref-/.test(node.attribs.href ?? '')
  return item.children.flatMap((child, at) => [
    ...(at > 0 ? [lineBreak] : []),
    ...runsOf(isTag(child) ? child.children.filter((node) => !back(node)) : [child], around),
  ])
}

function table(node: Element, around: Around): void {
  const rows = within(node, 'tr')
  const cells = rows.map((row) =>
    row.children.filter((child): child is Element => isTag(child) && (child.name === 'td' || child.name === 'th')),
  )
  if (cells.flat().some(({ attribs }) => Number(attribs.colspan ?? 1) > 1 || Number(attribs.rowspan ?? 1) > 1))
    around.into.tell('merged-cells', textOf(node))
  const headed = cells[0]?.some(({ name }) => name === 'th') ?? false
  around.into.table(spread(cells, around), headed || rows.length > 1 ? 1 : 0)
}

/** The words of a cell over several columns or rows stand in its first place; the others are empty. */
function spread(rows: readonly (readonly Element[])[], around: Around): Run[][][] {
  const grid: Run[][][] = rows.map(() => [])
  rows.forEach((cells, at) => {
    let column = 0
    for (const cell of cells) {
      while (grid[at]?.[column] !== undefined) column += 1
      const width = Math.min(50, Number(cell.attribs.colspan ?? 1) || 1)
      const height = Math.min(rows.length - at, Number(cell.attribs.rowspan ?? 1) || 1)
      const runs = cellRuns(cell, around)
      for (let down = 0; down < height; down += 1)
        for (let right = 0; right < width; right += 1) {
          const row = grid[at + down]
          if (row) row[column + right] = down === 0 && right === 0 ? runs : []
        }
    }
  })
  return grid.map((row) => Array.from(row, (runs) => runs ?? []))
}

function cellRuns(cell: Element, around: Around): Run[] {
  const parts = cell.children.filter((child) => isTag(child) && blocks.has(child.name))
  if (parts.some((part) => isTag(part) && part.name === 'table')) around.into.tell('nested-table', textOf(cell))
  else if (parts.length > 1) around.into.tell('cell-lines', textOf(cell))
  return cell.children.flatMap((child, at) => [...(at > 0 ? [{ text: ' ' }] : []), ...runsOf([child], around)])
}

function within(node: Element, name: string): Element[] {
  return node.children.flatMap((child) => {
    if (!isTag(child) || child.name === 'table') return []
    return child.name === name ? [child] : within(child, name)
  })
}

function runsOf(nodes: readonly ChildNode[], around: Around, marks: Marks = {}, pictures: Element[] = []): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (isText(node)) return [{ text: node.data.replace(/[^\S\u00A0\u202F]+/g, ' '), ...marks }]
    if (!isTag(node)) return []
    const inner = (more: Marks) => runsOf(node.children, around, { ...marks, ...more }, pictures)
    switch (node.name) {
      case 'strong':
      case 'b':
        return inner({ strong: true })
      case 'em':
      case 'i':
        return inner({ emphasis: true })
      case 's':
      case 'del':
        return inner({ struck: true })
      case 'code':
        return inner({ code: true })
      case 'br':
        return [lineBreak]
      case 'img':
        pictures.push(node)
        return []
      case 'li':
      case 'tr':
      case 'p':
        return [...inner({}), { text: ' ' }]
      case 'a':
        return anchor(node, around, inner)
      default:
        return inner({})
    }
  })
}

function anchor(node: Element, { into }: Around, inner: (more: Marks) => Run[]): Run[] {
  const href = node.attribs.href ?? ''
  const label = /^#(?:foot|end)note-(\d+)$/.exec(href)?.[1]
  if (label !== undefined) return [{ text: `[^${label}]`, footnote: label }]
  if (href === '' || href.startsWith('#')) return inner({})
  if (hrefOf('it', href) !== null) return inner({ link: href })
  into.tell('link', `${textOf(node)} (${href})`)
  return inner({})
}

export function textOf(node: ChildNode): string {
  if (isText(node)) return node.data
  return isTag(node) ? node.children.map(textOf).join(' ') : ''
}
