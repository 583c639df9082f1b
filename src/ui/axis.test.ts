import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { axisOf } from './axis.ts'

test('an axis holds whole years, first and last day included', () => {
  const axis = axisOf([day('2019-07-01'), null, day('2020-02-29')])
  expect(axis.years).toEqual(['2019-01-01', '2020-01-01'])
  expect([axis.x(day('2019-01-01')), axis.length]).toEqual(['0.00%', 365 + 366])
  expect(axis.at(day('2020-12-31'))).toBeLessThan(100)
})

test('a day at the end of time does not break the drawing, nor fill it with years', () => {
  const axis = axisOf([day('2020-07-22'), day('9999-12-31')])
  expect(axis.years.length).toBeLessThanOrEqual(40)
  expect(axis.at(day('9999-12-31'))).toBeLessThan(100)
})
