import { parse as parseCsv } from 'csv-parse/sync'
import { RstBulletList, type RstDirective, RstEnumeratedList, type RstNode, RstTable, RstTableCell } from 'rst-compiler'
import { cleanSource, oneLine } from './clean.ts'
import { type Converting, fileOf, linePosition, positionOf, refuse } from './converting.ts'
import { insideFolder } from './lines.ts'
import { optionOf } from './options.ts'
import type { Block, Cell, Inline, Row } from './source.ts'

export function tableOf(node: RstTable, caption: readonly Inline[], at: Converting): Block {
  return {
    kind: 'table',
    caption,
    head: node.headRows.map((row) => rowOf(row, at)),
    body: node.bodyRows.map((row) => rowOf(row, at)),
    ...positionOf(node, at),
  }
}

function rowOf(node: RstNode, at: Converting): Row {
  const cells = node.children.map((cell) => ({
    blocks: at.nested(cell.children, at),
    columns: cell instanceof RstTableCell ? cell.colSpan : 1,
    rows: cell instanceof RstTableCell ? cell.rowSpan : 1,
  }))
  // A row of a grid begins with its rule; the words stand on the next line.
  return { cells, ...linePosition(node.source.startLineIdx + 1, at) }
}

export function captionedTable(node: RstDirective, caption: readonly Inline[], at: Converting): Block[] {
  return node.children.flatMap((child) => (child instanceof RstTable ? [tableOf(child, caption, at)] : at.nested([child], at)))
}

export function listTable(node: RstDirective, caption: readonly Inline[], at: Converting): Block[] {
  const rows = node.children.flatMap(itemsOf).map((item): Row => {
    const cells = item.children.flatMap(itemsOf)
    return { cells: cells.map((cell): Cell => ({ blocks: at.nested(cell.children, at), columns: 1, rows: 1 })), ...positionOf(item, at) }
  })
  return [split(rows, Number(optionOf(node, 'header-rows') ?? 0), caption, node, at)]
}

function itemsOf(node: RstNode): readonly RstNode[] {
  return node instanceof RstBulletList || node instanceof RstEnumeratedList ? node.children : []
}

/** A table of comma-separated values, written in place or in a file of the same folder. */
export function csvTable(node: RstDirective, caption: readonly Inline[], at: Converting): Block[] {
  if (optionOf(node, 'url') !== null) return refuse(node, 'csv-table', 'remote', at)
  const named = optionOf(node, 'file')
  const path = named === null ? null : insideFolder(fileOf(node, at), named)
  if (path !== null && typeof path !== 'string') return refuse(node, 'csv-table', path.reason, at)
  const text = path === null ? bodyOf(node, at) : at.files.get(path)
  if (text === undefined) return refuse(node, 'csv-table', 'missing', at)
  const header = optionOf(node, 'header')
  const rows = csvRows([...(header === null ? [] : [header]), cleanSource(text)].join('\n'), node, at)
  if (rows === null) return refuse(node, 'csv-table', 'unreadable', at)
  return [split(rows, (header === null ? 0 : 1) + Number(optionOf(node, 'header-rows') ?? 0), caption, node, at)]
}

/** What stands under a directive's options, as written. */
function bodyOf(node: RstDirective, at: Converting): string {
  const lines = at.lines.slice(node.source.startLineIdx + 1, node.source.endLineIdx).map((line) => line.text.trim())
  const blank = lines.indexOf('')
  return blank < 0 ? '' : lines.slice(blank).join('\n')
}

function csvRows(text: string, node: RstNode, at: Converting): Row[] | null {
  const place = positionOf(node, at)
  try {
    const records = parseCsv(text, { relax_column_count: true, skip_empty_lines: true, trim: true })
    return records.map((record) => ({
      cells: record.map((value) => ({ blocks: plainCell(value, place.line), columns: 1, rows: 1 })),
      ...place,
    }))
  } catch {
    return null
  }
}

function plainCell(value: string, line: number): Block[] {
  const text = oneLine(value)
  return text === '' ? [] : [{ kind: 'paragraph', text: [{ kind: 'text', text }], line }]
}

function split(rows: readonly Row[], heads: number, caption: readonly Inline[], node: RstNode, at: Converting): Block {
  const count = Number.isInteger(heads) && heads > 0 ? heads : 0
  return { kind: 'table', caption, head: rows.slice(0, count), body: rows.slice(count), ...positionOf(node, at) }
}
