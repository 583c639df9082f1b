import { expect, test } from 'vitest'
import { fullHeat } from './reading.ts'

test('what fills a meter is a round number that no block passes', () => {
  expect([[], [0], [1], [4, 7], [8], [9], [30], [31], [1999]].map(fullHeat)).toEqual([1, 1, 1, 8, 8, 10, 30, 40, 2000])
})
