import { describe, expect, test } from 'vitest'
import type { Score } from './ballots.ts'
import type { Criterion, Direction, Option } from './rankings.ts'
import { firstOf, meanOf, pointsWith, type Result, resultOf } from './result.ts'
import { highIn, lowIn, steadinessOf, stretchesOf, stretchOf } from './sensitivity.ts'

const criterion = (id: string, weight: number, direction: Direction = 'more'): Criterion => ({
  id,
  name: id,
  explanation: null,
  weight,
  direction,
})
const option = (id: string): Option => ({ id, blockId: id, title: id })

/** One member's scores: an intervention by line, a criterion by column. */
function resultFrom(table: Record<string, number[]>, criteria: Criterion[]): Result {
  const scores = Object.entries(table).flatMap(([optionId, line]) =>
    line.map((score, index): Score => ({ optionId, criterionId: criteria[index]?.id ?? '', score })),
  )
  return resultOf(Object.keys(table).map(option), criteria, scores, 1)
}

describe('a ranking', () => {
  test('adds scores up by weight, turning round those where less is better', () => {
    const result = resultFrom({ a: [5, 5], b: [4, 1] }, [criterion('use', 60), criterion('cost', 40, 'less')])
    expect(result.lines.map(({ option, rank }) => [option.id, rank])).toEqual([
      ['b', 1],
      ['a', 2],
    ])
    expect(result.lines.map((line) => meanOf(line, result))).toEqual([4.4, 3.4])
  })

  test('takes the mean of the members, and a tie is a tie', () => {
    const scores: Score[] = [5, 2].flatMap((score, member) => [
      { optionId: 'a', criterionId: 'x', score },
      { optionId: 'b', criterionId: 'x', score: member === 0 ? 3 : 4 },
      { optionId: 'c', criterionId: 'x', score: 1 },
    ])
    const { lines } = resultOf(['a', 'b', 'c'].map(option), [criterion('x', 100)], scores, 2)
    expect(lines.map(({ rank }) => rank)).toEqual([1, 1, 3])
  })
})

describe('how the first ones depend on a weight', () => {
  const criteria = [criterion('use', 30), criterion('ease', 70)]

  test('is told exactly, by the crossing points', () => {
    // a: 5x + 2(100-x); b: 3x + 3(100-x): they cross where 2x = 100 - x, at a third of the weight.
    const result = resultFrom({ a: [5, 2], b: [3, 3] }, criteria)
    expect(result.lines[0]?.option.id).toBe('b')
    const { low, high } = stretchOf(result, 1, 0)
    expect(low).toMatchObject({ at: { num: 0, den: 1 }, by: null })
    expect(high.at.num / high.at.den).toBeCloseTo(100 / 3, 12)
    expect(high.by?.option.id).toBe('a')
    expect([lowIn(stretchOf(result, 1, 0)), highIn(stretchOf(result, 1, 0))]).toEqual([0, 33])
  })

  test('agrees with trying every weight one by one', () => {
    let seed = 7
    const next = (n: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed % n
    }
    for (let round = 0; round < 60; round += 1) {
      const weights = [10 + next(30), 10 + next(30)]
      const three = [...weights, 100 - weights.reduce((a, b) => a + b, 0)].map((weight, n) => criterion(`c${n}`, weight))
      const table = Object.fromEntries('abcd'.split('').map((id) => [id, three.map(() => 1 + next(5))]))
      const result = resultFrom(table, three)
      for (const k of [1, 2])
        for (const stretch of stretchesOf(result, k)) {
          const { top, rest } = firstOf(result, k)
          const others = three.map(({ weight }, n) => (n === stretch.criterion ? 0 : weight))
          const together = others.reduce((a, b) => a + b, 0)
          for (let x = 0; x <= 100; x += 1) {
            const at = others.map((weight, n) => (n === stretch.criterion ? x * together : weight * (100 - x)))
            const least = Math.min(...top.map(({ values }) => pointsWith(values, at)))
            const same = rest.every(({ values }) => pointsWith(values, at) <= least)
            expect(same, `${JSON.stringify(table)} k=${k} x=${x}`).toBe(x >= lowIn(stretch) && x <= highIn(stretch))
          }
        }
    }
  })

  test('holds whatever the weight when one wins by every criterion', () => {
    const result = resultFrom({ a: [5, 5], b: [4, 4] }, criteria)
    expect(stretchesOf(result, 1).map((one) => [lowIn(one), highIn(one)])).toEqual([
      [0, 100],
      [0, 100],
    ])
    expect(steadinessOf(result, 1)).toEqual({ same: 9, tried: 9 })
  })

  test('is told also when one criterion holds all hundred points', () => {
    const result = resultFrom({ a: [5, 1], b: [4, 5] }, [criterion('all', 100), criterion('nothing', 0)])
    expect(lowIn(stretchOf(result, 1, 0))).toBe(80)
    expect(resultFrom({ a: [5], b: [4] }, [criterion('alone', 100)]).lines).toHaveLength(2)
    expect(stretchOf(resultFrom({ a: [5], b: [4] }, [criterion('alone', 100)]), 1, 0)).toMatchObject({
      low: { by: null },
      high: { by: null },
    })
  })

  test('is steady in as many of the tried combinations as leave the first ones first', () => {
    // b wins as long as the weight of use stays under a third: 30 against 70, a fifth more is 34 against 66.
    expect(steadinessOf(resultFrom({ a: [5, 2], b: [3, 3] }, criteria), 1)).toEqual({ same: 6, tried: 9 })
  })
})
