import { expect, test } from 'vitest'
import { laidOut, onTwoLines, pathThrough } from './pages/flow-layout.ts'
import type { Joined } from './store/interconnections.ts'

const end = (id: string) => ({ id, nameIt: id, nameEn: null, acronym: null })
const flow = (fromId: string, toId: string) =>
  ({ id: `${fromId}${toId}`, fromId, toId, from: end(fromId), to: end(toId) }) as unknown as Joined

test('what flows on goes from left to right, from side to side; what turns back is drawn all the same', () => {
  const { boxes, lines, width } = laidOut([flow('a', 'b'), flow('b', 'c'), flow('c', 'a'), flow('a', 'c')])
  const x = (id: string) => boxes.find((one) => one.end.id === id)?.x ?? 0
  expect(boxes).toHaveLength(3)
  expect([x('a') < x('b'), x('b') < x('c'), x('c') < width]).toEqual([true, true, true])
  expect(lines.map(({ points }) => points.length > 1)).toEqual([true, true, true, true])
  expect(lines[0]?.points[0]?.x).toBe(x('a') + 95)
  expect(pathThrough(lines[2]?.points ?? [])).toMatch(/^M\d+ \d+ Q.*L\d+ \d+$/)
  expect(pathThrough([])).toBe('')
})

test('a long name stands on two lines, and is cut where they end', () => {
  expect(onTwoLines('Casellario')).toEqual(['Casellario', ''])
  expect(onTwoLines('Banca dati dei luoghi della cultura')).toEqual(['Banca dati dei luoghi', 'della cultura'])
  expect(onTwoLines('x'.repeat(60))).toEqual(['x'.repeat(24), `${'x'.repeat(23)}…`])
})
