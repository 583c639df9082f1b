import { isTooDeep } from '../../platform/json-body.ts'
import { type Line, tableLimits, tooLarge } from './line.ts'

/** A list of flat items, or an object that holds one: each name is a column. */
export function rowsOfJson(text: string): Line[] | null {
  const items = listIn(text)
  if (!items?.every(isItem)) return null
  if (items.length > tableLimits.lines) throw tooLarge()
  const columns = new Map<string, number>()
  const lines = items.map((item, at) => {
    const cells: string[] = []
    for (const [name, value] of Object.entries(item)) {
      if (!columns.has(name) && columns.size <= tableLimits.columns) columns.set(name, columns.size)
      const place = columns.get(name)
      if (place !== undefined) cells[place] = plain(value)
    }
    return { line: at + 2, cells: Array.from(cells, (cell) => cell ?? '') }
  })
  return [{ line: 1, cells: [...columns.keys()] }, ...lines]
}

function listIn(text: string): unknown[] | null {
  if (isTooDeep(text)) return null
  try {
    const whole: unknown = JSON.parse(text)
    if (Array.isArray(whole)) return whole
    return isItem(whole) ? (Object.values(whole).find(Array.isArray) ?? null) : null
  } catch {
    return null
  }
}

const isItem = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list or an object within an item says nothing that a cell could hold. */
const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).trim() : ''
