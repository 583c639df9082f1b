import type { SourceLine } from './source-line.ts'

const rule = /^\+[-=+]+\+$/

/**
 * A grid whose bars do not stand under the corners is misread: a cell runs into the next. Where every row has as many
 * cells as the rules have columns, the meaning is plain, and the grid is drawn again with bars in line.
 */
export function alignGrids(lines: readonly SourceLine[]): SourceLine[] {
  const aligned = [...lines]
  let start = 0
  while (start < lines.length) {
    if (!isGrid(lines[start])) {
      start++
      continue
    }
    let end = start
    while (isGrid(lines[end])) end++
    aligned.splice(start, end - start, ...alignGrid(lines.slice(start, end)))
    start = end
  }
  return aligned
}

function isGrid(line: SourceLine | undefined): boolean {
  return line !== undefined && /^\s*[+|].*[+|]$/.test(line.text)
}

function alignGrid(grid: readonly SourceLine[]): readonly SourceLine[] {
  const indent = grid[0]?.text.search(/\S/) ?? 0
  const rows = grid.map(({ text }) => {
    const body = text.slice(indent)
    return { ruled: rule.test(body), cells: body.split(rule.test(body) ? '+' : '|').slice(1, -1) }
  })
  const count = rows[0]?.cells.length ?? 0
  const corners = new Set(rows.map((row) => row.cells.map((cell) => cell.length).join()))
  if (!rows[0]?.ruled || corners.size === 1 || rows.some((row) => row.cells.length !== count)) return grid
  const widths = Array.from({ length: count }, (_, column) => rows.reduce((widest, row) => Math.max(widest, width(row, column)), 1))
  return grid.map((line, position) => {
    const row = rows[position]
    if (!row) return line
    const [edge, fill] = row.ruled ? ['+', row.cells[0]?.charAt(0) ?? '-'] : ['|', ' ']
    const cells = row.cells.map((cell, column) =>
      row.ruled ? fill.repeat(widths[column] ?? 1) : cell.trimEnd().padEnd(widths[column] ?? 1),
    )
    return { ...line, text: line.text.slice(0, indent) + edge + cells.join(edge) + edge }
  })
}

function width(row: { readonly ruled: boolean; readonly cells: readonly string[] }, column: number): number {
  return row.ruled ? 1 : (row.cells[column] ?? '').trimEnd().length + 1
}
