import type { Lang } from '../../kernel/lang.ts'
import { langs } from '../../kernel/lang.ts'
import { say } from '../../kernel/words.ts'
import { csvOf } from '../../platform/csv.ts'
import { importWords } from '../messages/imports.ts'
import type { Why } from './judge.ts'
import type { Table } from './line.ts'

const whyColumns: readonly string[] = langs.map((lang) => say(lang, importWords, 'whyColumn'))

/** The lines of a file that were refused, with its own columns and, last, why: to mend and give again. */
export function toMend(lang: Lang, { columns, lines }: Table, whys: ReadonlyMap<number, Why>): string {
  const rows = lines.flatMap(({ line, cells }) => {
    const why = whys.get(line)
    return why ? [[...columns.map((_, at) => cells[at] ?? ''), say(lang, importWords, 'whyCell', { line, why: why[lang] })]] : []
  })
  return `\uFEFF${csvOf([[...columns, say(lang, importWords, 'whyColumn')], ...rows])}`
}

/** Such a file that comes back, as the one it was made from: without our column, and without the sign that tamed a formula. */
export function mended(table: Table): Table {
  const { columns, lines } = table
  const last = columns.length - 1
  if (!whyColumns.includes(columns[last] ?? '')) return table
  return {
    columns: columns.slice(0, last),
    lines: lines.map(({ line, cells }) => ({
      line,
      cells: cells.slice(0, last).map((cell) => cell.replace(/^'(?=[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/, '')),
    })),
  }
}
