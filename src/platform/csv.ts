type Cell = string | number | null

/** A table as a file (RFC 4180). Words are quoted throughout, and what a spreadsheet would run as a formula is made plain words. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: Cell): string {
  if (typeof value === 'number') return String(value)
  const text = value ?? ''
  // Spreadsheets look past spaces, and some take the full-width signs for the plain ones.
  const tame = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text
  return `"${tame.replaceAll('"', '""')}"`
}
