import { malformed, Problem } from './problem.ts'

/** One page of a list that can grow: its items, and where the next page begins (null at the end). */
export interface Slice<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

/** A cursor holds the sort key of the last row seen; opaque to whoever carries it. */
export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(key) && key.length === length && key.every((part) => part === null || ['string', 'number'].includes(typeof part)))
      return key
  } catch {
    // Falls through to the refusal.
  }
  throw new Problem(malformed, { field: 'cursor' })
}

/** Cuts a query's answer, asked for one row more than the page holds, into a slice. */
export function sliceOf<Item>(
  rows: readonly Item[],
  limit: number,
  keyOf: (item: Item) => readonly (string | number | null)[],
): Slice<Item> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null }
}
