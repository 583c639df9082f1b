import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { interconnectionState, markOfInterconnection } from './rules/interconnections.ts'
import { begunOn, endOf, momentOf } from './rules/moments.ts'
import { daysLate, markOf, systemState } from './rules/systems.ts'

const today = day('2020-07-22')
const before = day('2020-07-01')
const after = day('2020-08-01')

describe('a day of which only a part is known', () => {
  test('begins with its month or its year, and is over with them', () => {
    expect(begunOn(day('2015-03-17'), 'month')).toBe('2015-03-01')
    expect(begunOn(day('2015-03-17'), 'year')).toBe('2015-01-01')
    expect(begunOn(day('2015-03-17'), 'by')).toBe('2015-03-17')
    expect(endOf(day('2020-02-03'), 'month')).toBe('2020-02-29')
    expect(endOf(day('2020-02-03'), 'year')).toBe('2020-12-31')
  })

  test('is told with how much is known of it, or not at all', () => {
    expect(momentOf(null, 'day', 'field')).toEqual({ on: null, precision: null })
    expect(() => momentOf(today, null, 'field')).toThrow('landscape-precision-needed')
  })
})

describe('the state of a database or a system', () => {
  const dates = { expectedOn: null, expectedPrecision: null, inServiceOn: null, retiredOn: null }

  test('is derived from its days', () => {
    expect(systemState(dates, today)).toBe('in-preparation')
    expect(systemState({ ...dates, inServiceOn: today }, today)).toBe('in-service')
    expect(systemState({ ...dates, inServiceOn: before, retiredOn: after }, today)).toBe('in-service')
    expect(systemState({ ...dates, inServiceOn: before, retiredOn: today }, today)).toBe('retired')
  })

  test('is late once the whole of its expected month is past, and not once it is in service', () => {
    const expected = { ...dates, expectedOn: day('2020-06-01'), expectedPrecision: 'month' } as const
    expect(daysLate(expected, today)).toBe(22)
    expect(markOf(expected, today)).toBe('late')
    expect(daysLate(expected, day('2020-06-30'))).toBeNull()
    expect(daysLate({ ...expected, inServiceOn: today }, today)).toBeNull()
  })
})

test('an interconnection exists from its day, is late after its plan, and is over when one of its ends is', () => {
  const plain = { realisedOn: null, plannedOn: null, plannedPrecision: null, endsOn: null }
  expect(interconnectionState(plain, today)).toBe('to-build')
  expect(interconnectionState({ ...plain, realisedOn: today }, today)).toBe('existing')
  expect(interconnectionState({ ...plain, realisedOn: before, endsOn: today }, today)).toBe('ended')
  expect(markOfInterconnection({ ...plain, plannedOn: before, plannedPrecision: 'month' }, today)).toBe('todo')
  expect(markOfInterconnection({ ...plain, plannedOn: before, plannedPrecision: 'day' }, today)).toBe('late')
})
