import { decodeCursor, encodeCursor } from '../../kernel/cursor.ts'
import { malformed, Problem } from '../../kernel/problem.ts'

/** The page of a history that a cursor asks for, with one more than it shows. */
export function asked({ cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number }) {
  return { limit: limit + 1, ...(cursor ? { before: numberIn(cursor) } : {}) }
}

export function pageFrom<Item extends { readonly number: number }>(found: readonly Item[], limit: number) {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items, next: found.length > limit && last ? encodeCursor([last.number]) : null }
}

function numberIn(cursor: string): number {
  const [number] = decodeCursor(cursor, 1)
  if (typeof number !== 'number' || !Number.isInteger(number) || Math.abs(number) > 2 ** 31 - 1)
    throw new Problem(malformed, { field: 'cursor' })
  return number
}
