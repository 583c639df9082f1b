import { Fragment, type Node, type NodeType } from 'prosemirror-model'
import type { BlockKind } from '../rules/blocks.ts'
import { type Align, readRuns, readTable } from './read-runs.ts'
import { type Run, tidy } from './runs.ts'
import { kindOf, nodeNameOf, schema } from './schema.ts'
import { bareWords, writeRuns, writeTable } from './write-runs.ts'

/** A block of the form, without what the editor does not touch. */
export interface Piece {
  /** Which block of the form it is. */
  readonly key: string
  readonly kind: BlockKind
  readonly level: number
  readonly ordered: boolean
  readonly source: string
}

/** The node of a block; null when writing it again would not say the same: then the editor must not have it. */
export function nodeOf(piece: Piece): Node | null {
  const { key, kind, level, ordered, source } = piece
  if (kind === 'table') return tableOf(source, key)
  const runs = readRuns(source)
  if (!runs || !isFaithful(runs)) return null
  if (kind === 'heading' && runs.some((run) => run.break)) return null
  const attrs = kind === 'heading' ? { key, level } : kind === 'list-item' ? { key, level, ordered } : { key }
  return typeOf(kind).create(attrs, inlineOf(runs))
}

/** What is bare in the source and an address to us, or the other way round, would change without anybody changing it. */
function isFaithful(runs: readonly Run[]): boolean {
  const written = writeRuns(runs)
  return written !== null && JSON.stringify(linksOf(runs)) === JSON.stringify(linksOf(tidy(runs)))
}

const linksOf = (runs: readonly Run[]) => runs.flatMap(({ link }, at) => (link && runs[at - 1]?.link !== link ? [link] : []))

export const typeOf = (kind: BlockKind): NodeType => schema.nodes[nodeNameOf(kind)] as NodeType

/** An empty source is a table begun: two columns, a heading and a row. */
function tableOf(source: string, key: string): Node | null {
  const empty = { aligns: [], rows: Array.from({ length: 2 }, () => [[], []] as Run[][]) }
  const read = source.trim() === '' ? empty : readTable(source)
  if (!read || (read !== empty && writeTable(read) === null)) return null
  return tableNode(read.rows, read.aligns, key)
}

export function tableNode(rows: readonly (readonly (readonly Run[])[])[], aligns: readonly Align[] = [], key = ''): Node {
  const { table, table_row: row, table_header: head, table_cell: cell, cell_line: line } = schema.nodes as Record<string, NodeType>
  const lines = rows.map((cells, down) =>
    row?.create(
      null,
      cells.map((runs, at) =>
        (down === 0 ? head : cell)?.create({ align: aligns[at] ?? null }, line?.create(null, inlineOf(withoutBreaks(runs)))),
      ) as Node[],
    ),
  )
  return table?.create({ key }, lines as Node[]) as Node
}

const withoutBreaks = (runs: readonly Run[]): Run[] => runs.map((run) => (run.break ? { text: ' ' } : run))

export function inlineOf(runs: readonly Run[]): Fragment {
  return Fragment.from(
    tidy(runs).map(({ text, break: ends, footnote, link, ...marks }) => {
      const own = [
        ...(link ? [schema.mark('link', { href: link })] : []),
        ...Object.entries(marks).flatMap(([mark, on]) => (on ? [schema.mark(mark)] : [])),
      ]
      if (ends) return schema.node('hard_break')
      return footnote === undefined ? schema.text(text, own) : schema.node('call', { label: footnote }, undefined, own)
    }),
  )
}

function runsIn(node: Node): Run[] {
  const runs: Run[] = []
  node.forEach((child) => {
    const marks = Object.fromEntries(child.marks.map(({ type, attrs }) => [type.name, type.name === 'link' ? attrs.href : true]))
    if (child.type.name === 'hard_break') runs.push({ text: '\n', break: true })
    else if (child.type.name === 'call') runs.push({ text: `[^${child.attrs.label}]`, footnote: String(child.attrs.label), ...marks })
    else runs.push({ text: child.text ?? '', ...marks })
  })
  return runs
}

/** What each node was made of: one that nobody touched is written as it was, sign by sign. */
export type Origins = ReadonlyMap<string, { readonly node: Node; readonly piece: Piece }>

/** The blocks of a document. One that says nothing is none, unless it is a figure, which has its picture. */
export function piecesOf(doc: Node, origins: Origins): Piece[] {
  const pieces: Piece[] = []
  doc.forEach((node) => {
    const { key, level = 0, ordered = false } = node.attrs
    const origin = origins.get(key)
    const kind = kindOf(node.type.name)
    if (origin?.node.eq(node)) pieces.push(origin.piece)
    else if (kind === 'figure' || node.textContent.trim() !== '') pieces.push({ key, kind, level, ordered, source: sourceOf(node) })
  })
  return pieces
}

export function sourceOf(node: Node): string {
  if (node.type.name !== 'table') return writeRuns(runsIn(node)) ?? bareWords(runsIn(node))
  const rows: Run[][][] = []
  const aligns: Align[] = []
  node.forEach((row, _, down) => {
    const cells: Run[][] = []
    row.forEach((cell) => {
      if (down === 0) aligns.push(cell.attrs.align)
      cells.push(runsIn(cell.firstChild as Node))
    })
    rows.push(cells)
  })
  const width = Math.max(...rows.map((row) => row.length))
  const square = { aligns, rows: rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? [])) }
  return writeTable(square) ?? writeTable({ aligns, rows: square.rows.map((row) => row.map((runs) => [{ text: bare(runs) }])) }) ?? ''
}

const bare = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')
