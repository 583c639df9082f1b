import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { runsTogether } from './stepper.tsx'

const steps = (...since: (string | null)[]) => since.map((d) => ({ runningSince: d ? day(d) : null }))

test('two neighbours that run at once are joined since the later began', () => {
  expect(runsTogether(steps(null, '2020-01-01', '2020-06-22', null))).toEqual({ from: 2, to: 3, since: '2020-06-22' })
  expect(runsTogether(steps('2020-03-01', '2020-01-01', null, null))).toEqual({ from: 1, to: 2, since: '2020-03-01' })
})

test('all four may run at once', () => {
  expect(runsTogether(steps('2019-01-01', '2020-01-01', '2020-06-01', '2021-01-01'))).toEqual({ from: 1, to: 4, since: '2021-01-01' })
})

test('steps that are apart are not joined', () => {
  expect(runsTogether(steps('2019-01-01', null, '2020-06-01', null))).toBeNull()
  expect(runsTogether(steps(null, '2020-01-01', null, null))).toBeNull()
})
