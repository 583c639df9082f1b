import { decodeCursor } from '../../kernel/cursor.ts'
import { malformed, Problem } from '../../kernel/problem.ts'

/** A cursor that holds one number and nothing else. */
export function numberIn(cursor: string): number {
  const [number] = decodeCursor(cursor, 1)
  if (typeof number !== 'number' || !Number.isInteger(number) || Math.abs(number) > 2 ** 31 - 1)
    throw new Problem(malformed, { field: 'cursor' })
  return number
}
