import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor, sliceOf } from './cursor.ts'

test('a page knows where the next one begins, and the last page knows that none does', () => {
  const keyOf = (n: number) => [n]
  const first = sliceOf([1, 2, 3], 2, keyOf)
  expect(first.items).toEqual([1, 2])
  expect(decodeCursor(first.next as string, 1)).toEqual([2])
  expect(sliceOf([3], 2, keyOf).next).toBeNull()
  expect(sliceOf([], 2, keyOf)).toEqual({ items: [], next: null })
})

test('a cursor somebody wrote by hand is refused', () => {
  for (const cursor of [
    '',
    'x',
    encodeCursor(['a']),
    Buffer.from('{"a":1}').toString('base64url'),
    Buffer.from('[{},1]').toString('base64url'),
  ])
    expect(() => decodeCursor(cursor, 2), cursor).toThrow('malformed')
})
