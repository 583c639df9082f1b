import { RstSection } from 'rst-compiler'
import {
  type Block,
  blocksOf,
  type Cell,
  type Inline,
  linesOf,
  mustBeBounded,
  oneLine,
  parse,
  positionOf,
  type Refused,
  type Row,
} from '../../platform/rst.ts'
import { hrefOf } from '../../ui/href.ts'
import { Gathering, type Reading } from './gathering.ts'
import { literal } from './markdown.ts'
import { lineBreak, type Run } from './runs.ts'

/** A file of reStructuredText as blocks. Other files that it names are not there to be read. */
export function readRst(text: string, file: string): Reading {
  const into = new Gathering()
  const report = { refused: [] as Refused[] }
  const files = new Map([[file, text]])
  const lines = linesOf(files, file, report)
  mustBeBounded(lines)
  const at = { file, lines, files, report, nested: blocksOf }
  let level = 1
  for (const node of parse(lines).children) {
    if (node instanceof RstSection) {
      level = node.level
      into.heading(level, [{ text: oneLine(node.textContent) }], positionOf(node, at).line)
    } else for (const block of blocksOf([node], at)) place(block, into, { level, depth: 0 })
  }
  for (const { directive, line } of report.refused)
    if (directive !== 'figure' && directive !== 'image') into.tell('directive', directive, line)
  return into.done()
}

interface Where {
  /** Of the section's heading. */
  readonly level: number
  /** How many lists stand around. */
  readonly depth: number
}

function place(block: Block, into: Gathering, where: Where): void {
  const { line } = block
  const inner = (blocks: readonly Block[]) => {
    for (const one of blocks) place(one, into, where)
  }
  switch (block.kind) {
    case 'paragraph':
      into.paragraph(runsOf(block.text, into, line), line)
      return
    case 'heading':
      into.heading(where.level + 1, runsOf(block.text, into, line), line)
      return
    case 'list':
      for (const item of block.items) listItem(item, block.ordered, into, where, line)
      return
    case 'definitions':
      for (const { term, blocks, line: at } of block.items) {
        into.tell('definition', plain(term), at)
        into.paragraph(
          runsOf(term, into, at).map((run) => ({ ...run, strong: true })),
          at,
        )
        inner(blocks)
      }
      return
    case 'note':
      into.tell('note', plain(block.title), line)
      into.paragraph(
        runsOf(block.title, into, line).map((run) => ({ ...run, strong: true })),
        line,
      )
      inner(block.blocks)
      return
    case 'table':
      table(block, into)
      return
    case 'figure':
      into.tell('picture', block.alt || block.path || plain(block.caption), line)
      into.paragraph(
        runsOf(block.caption, into, line).map((run) => ({ ...run, emphasis: true })),
        line,
      )
      return
    case 'literal':
      into.tell('literal', block.text, line)
      into.paragraph(literal(block.text), line)
      return
    case 'quote':
      into.tell('quote', block.blocks[0]?.kind === 'paragraph' ? plain(block.blocks[0].text) : '', line)
      inner(block.blocks)
      return
    case 'footnote':
      into.footnote(labelOf(block.label), joined(block.blocks, into, lineBreak), line)
      return
  }
}

function listItem(item: readonly Block[], ordered: boolean, into: Gathering, { level, depth }: Where, line: number): void {
  const rest = item.findIndex(({ kind }) => kind !== 'paragraph')
  const own = rest < 0 ? item : item.slice(0, rest)
  into.item(depth + 1, ordered, joined(own, into, lineBreak), item[0]?.line ?? line)
  for (const block of item.slice(own.length)) {
    if (block.kind !== 'list')
      into.tell(
        'list-paragraphs',
        joined([block], into, lineBreak)
          .map(({ text }) => text)
          .join(''),
        block.line,
      )
    place(block, into, { level, depth: depth + 1 })
  }
}

function table(block: Block & { readonly kind: 'table' }, into: Gathering): void {
  const { caption, head, body, line } = block
  if (caption.length > 0) {
    into.tell('table-caption', plain(caption), line)
    into.paragraph(
      runsOf(caption, into, line).map((run) => ({ ...run, strong: true })),
      line,
    )
  }
  const rows = [...head, ...body]
  if (rows.some((row) => row.cells.some(({ columns, rows: tall }) => columns > 1 || tall > 1)))
    into.tell('merged-cells', plain(caption), line)
  into.table(
    rows.map((row) => cellsOf(row, into)),
    Math.min(1, head.length || 1),
    line,
  )
}

function cellsOf(row: Row, into: Gathering): Run[][] {
  return row.cells.flatMap((cell: Cell) => {
    if (cell.blocks.length > 1 || cell.blocks.some(({ kind }) => kind !== 'paragraph'))
      into.tell(
        'cell-lines',
        joined(cell.blocks, into)
          .map(({ text }) => text)
          .join(''),
        row.line,
      )
    return [joined(cell.blocks, into), ...Array.from({ length: Math.min(50, cell.columns) - 1 }, () => [])]
  })
}

/** The words of some blocks in one run of text. */
function joined(blocks: readonly Block[], into: Gathering, between: Run = { text: ' ' }): Run[] {
  return blocks.flatMap((block, at) => [...(at > 0 ? [between] : []), ...inside(block, into, between)])
}

function inside(block: Block, into: Gathering, between: Run): Run[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return runsOf(block.text, into, block.line)
    case 'list':
      return block.items.flatMap((item, at) => [...(at > 0 ? [{ text: '; ' }] : []), ...joined(item, into, between)])
    case 'definitions':
      return block.items.flatMap(({ term, blocks }) => [
        ...runsOf(term, into, block.line),
        { text: ': ' },
        ...joined(blocks, into, between),
      ])
    case 'literal':
      return [{ text: block.text, code: true }]
    case 'note':
    case 'quote':
    case 'footnote':
      return joined(block.blocks, into, between)
    case 'table':
      return [...block.head, ...block.body].flatMap(({ cells }) =>
        cells.flatMap((cell) => [...joined(cell.blocks, into, between), { text: ' ' }]),
      )
    case 'figure':
      return runsOf(block.caption, into, block.line)
  }
}

function runsOf(runs: readonly Inline[], into: Gathering, line: number): Run[] {
  return runs.map((run) => runOf(run, into, line))
}

function runOf(run: Inline, into: Gathering, line: number): Run {
  switch (run.kind) {
    case 'text':
      return { text: run.text }
    case 'emphasis':
      return { text: run.text, emphasis: true }
    case 'strong':
      return { text: run.text, strong: true }
    case 'code':
      return { text: run.text, code: true }
    case 'link':
      if (hrefOf('it', run.url) !== null) return { text: run.text, link: run.url }
      into.tell('link', `${run.text} (${run.url})`, line)
      return { text: run.text }
    case 'footnote':
      return { text: `[^${labelOf(run.text)}]`, footnote: labelOf(run.text) }
    case 'reference':
      into.tell('reference', run.text, line)
      return { text: run.text }
  }
}

const plain = (runs: readonly Inline[]) => runs.map(({ text }) => text).join('')
const labelOf = (written: string) => written.replace(/[^\p{L}\p{N}-]/gu, '').slice(0, 20) || '1'
