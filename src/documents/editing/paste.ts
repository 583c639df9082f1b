import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import type { Node } from 'prosemirror-model'
import { withoutUnkeepable } from '../../kernel/text.ts'
import type { BlockKind } from '../rules/blocks.ts'
import { linkOf } from '../text/parser.ts'
import { inlineOf, tableNode, typeOf } from './document.ts'
import { type Run, tidy } from './runs.ts'

type Marks = Omit<Run, 'text'>

/** Read, whatever was copied, as far as this. */
const longestPaste = 2_000_000
const ignored = new Set(['script', 'style', 'head', 'title', 'meta', 'template', 'noscript', 'object', 'svg', 'img', 'button', 'select'])
const inline = new Set(
  'a abbr b bdi bdo big br cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** What was copied from a page or a word processor, as blocks: words, their marks, lists and tables. The rest is left. */
export function blocksFromHtml(html: string): Node[] {
  const into: Node[] = []
  flow(parseDocument(html.slice(0, longestPaste)).children, into, {})
  return into
}

/** A paragraph for each stretch between empty lines, a line for each line. */
export function blocksFromText(text: string): Node[] {
  return text
    .slice(0, longestPaste)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .flatMap((part) =>
      blockOf(
        part.split('\n').flatMap((line, at) => [...(at > 0 ? [{ text: '\n', break: true }] : []), { text: withoutUnkeepable(line) }]),
        'paragraph',
      ),
    )
}

function blockOf(runs: readonly Run[], kind: BlockKind, attrs: { level?: number; ordered?: boolean } = {}): Node[] {
  const kept = tidy(kind === 'heading' ? runs.map((run) => (run.break ? { text: ' ' } : run)) : runs)
  return kept.length > 0 ? [typeOf(kind).create(attrs, inlineOf(kept))] : []
}

interface Place {
  readonly list?: { readonly depth: number; readonly ordered: boolean }
}

function flow(nodes: readonly ChildNode[], into: Node[], place: Place): void {
  let loose: ChildNode[] = []
  const close = () => {
    if (loose.length > 0) into.push(...blockOf(runsOf(loose), 'paragraph'))
    loose = []
  }
  for (const node of nodes) {
    if (isText(node) || (isTag(node) && inline.has(node.name) && !holdsBlocks(node))) loose.push(node)
    else if (isTag(node) && !ignored.has(node.name)) {
      close()
      one(node, into, place)
    }
  }
  close()
}

/** Some programs wrap everything they copy in a mark. */
const holdsBlocks = (node: Element): boolean =>
  node.children.some((child) => isTag(child) && (!inline.has(child.name) || holdsBlocks(child)))

function one(node: Element, into: Node[], place: Place): void {
  const { name } = node
  const level = /^h([1-6])$/.exec(name)?.[1]
  if (level) into.push(...blockOf(runsOf(node.children), 'heading', { level: Math.min(4, Number(level)) }))
  else if (name === 'ul' || name === 'ol') list(node, into, (place.list?.depth ?? 0) + 1)
  else if (name === 'table') into.push(...table(node))
  else if (name === 'p' && wordList.test(node.attribs.style ?? '')) into.push(...wordItem(node))
  else if (name === 'p' || name === 'pre') into.push(...blockOf(runsOf(node.children, {}, name === 'pre'), 'paragraph'))
  else flow(node.children, into, place)
}

function list(node: Element, into: Node[], depth: number): void {
  const place = { list: { depth, ordered: node.name === 'ol' } }
  for (const item of node.children.filter(isTag)) {
    if (item.name === 'ul' || item.name === 'ol') {
      list(item, into, depth + 1)
      continue
    }
    const isInner = (child: ChildNode) => isTag(child) && (child.name === 'ul' || child.name === 'ol' || child.name === 'table')
    const own = item.children.filter((child) => !isInner(child))
    into.push(...blockOf(runsOf(own), 'list-item', { level: Math.min(6, depth), ordered: place.list.ordered }))
    for (const child of item.children) if (isInner(child)) one(child as Element, into, place)
  }
}

/** Word does not copy lists as lists: it tells the depth in the style, and writes the bullet or number as words. */
const wordList = /mso-list:\s*l\d+ level(\d)/

function wordItem(node: Element): Node[] {
  const level = Number(wordList.exec(node.attribs.style ?? '')?.[1] ?? 1)
  const isMarker = (one: ChildNode): boolean => isTag(one) && /mso-list:\s*Ignore/i.test(one.attribs.style ?? '')
  const without = (nodes: readonly ChildNode[]): Run[] =>
    nodes.flatMap((child) =>
      isMarker(child) ? [] : isTag(child) && child.children.some(isMarker) ? without(child.children) : runsOf([child]),
    )
  const marker = textOf(node.children.flatMap((child) => (isMarker(child) ? [child] : isTag(child) ? child.children.filter(isMarker) : [])))
  return blockOf(without(node.children), 'list-item', {
    level: Math.min(6, level),
    ordered: /^\s*\(?(?:\d+|[a-z]|[ivx]+)[.)]/i.test(marker),
  })
}

const textOf = (nodes: readonly ChildNode[]): string =>
  nodes.map((node) => (isText(node) ? node.data : isTag(node) ? textOf(node.children) : '')).join('')

/** Cells over several columns or rows keep their words in the first place; a table within a table becomes words. */
function table(node: Element): Node[] {
  const rows = within(node, 'tr').map((row) => row.children.filter(isTag).filter(({ name }) => name === 'td' || name === 'th'))
  const grid: Run[][][] = rows.map(() => [])
  rows.slice(0, 500).forEach((cells, down) => {
    let column = 0
    for (const cell of cells) {
      while (grid[down]?.[column] !== undefined) column += 1
      const [width, height] = [cell.attribs.colspan, cell.attribs.rowspan].map((span) => Math.min(50, Math.max(1, Number(span) || 1)))
      const runs = runsOf(cell.children)
      for (let y = 0; y < (height ?? 1); y += 1)
        for (let x = 0; x < (width ?? 1); x += 1) {
          const row = grid[down + y]
          if (row) row[column + x] = x + y === 0 ? runs : []
        }
    }
  })
  const width = Math.max(0, ...grid.map((row) => row.length))
  if (width === 0) return []
  return [tableNode(grid.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? [])))]
}

function within(node: Element, name: string): Element[] {
  return node.children.filter(isTag).flatMap((child) => (child.name === name ? [child] : child.name === 'table' ? [] : within(child, name)))
}

const marksOf: Record<string, Marks> = {
  strong: { strong: true },
  b: { strong: true },
  em: { emphasis: true },
  i: { emphasis: true },
  cite: { emphasis: true },
  s: { struck: true },
  del: { struck: true },
  strike: { struck: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  tt: { code: true },
}

function runsOf(nodes: readonly ChildNode[], marks: Marks = {}, preformatted = false): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (isText(node))
      return preformatted
        ? linesOf(withoutUnkeepable(node.data))
        : [{ text: withoutUnkeepable(node.data).replace(/[^\S\u00A0\u202F]+/g, ' '), ...marks }]
    if (!isTag(node) || ignored.has(node.name)) return []
    if (node.name === 'br') return [{ text: '\n', break: true }]
    const inner = runsOf(node.children, { ...marks, ...markOf(node) }, preformatted)
    return inline.has(node.name) ? inner : [{ text: ' ' }, ...inner, { text: ' ' }]
  })
}

const linesOf = (text: string): Run[] =>
  text.split('\n').flatMap((line, at) => [...(at > 0 ? [{ text: '\n', break: true }] : []), { text: line }])

/** By its name, or by the style with which some programs say the same. */
function markOf({ name, attribs: { style = '', href = '' } }: Element): Marks {
  const weight = /(?:^|;)\s*font-weight:\s*(\w+)/i.exec(style)?.[1]
  const named = { ...marksOf[name] }
  if (weight && /^(?:bold|bolder|[6-9]00)$/i.test(weight)) named.strong = true
  if (weight && /^(?:normal|[1-5]00)$/i.test(weight)) delete named.strong
  if (/(?:^|;)\s*font-style:\s*italic/i.test(style)) named.emphasis = true
  if (/text-decoration[\w-]*:[^;]*line-through/i.test(style)) named.struck = true
  return name === 'a' && !href.startsWith('#') && linkOf(href) ? { ...named, link: href } : named
}
