import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day, daysBetween } from '../../kernel/day.ts'
import { instantInRome } from '../../kernel/rome.ts'
import { type OpenedConsultation, stateOn } from './consultation.ts'
import { closingAfterInterruption, closingAfterResumption, mustBeLongEnough, mustLengthen } from './windows.ts'

const window = (opensOn: Day, closesOn: Day, more: Partial<OpenedConsultation> = {}) =>
  ({ opensOn, closesOn, suspendedOn: null, openedAt: new Date(0), ...more }) as OpenedConsultation

const someDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('2000-01-01'), days))
const length = fc.integer({ min: 60, max: 400 })

describe('the window of a strategy document', () => {
  test('of 59 days is refused, and of 60 accepted', () => {
    expect(() => mustBeLongEnough(day('2020-06-01'), day('2020-07-30'), 60)).toThrow('consultation-too-short')
    mustBeLongEnough(day('2020-06-01'), day('2020-07-31'), 60)
  })

  test('counts days and not hours when the clocks change', () => {
    mustBeLongEnough(day('2020-03-01'), day('2020-04-30'), 60)
    expect(() => mustBeLongEnough(day('2020-03-01'), day('2020-04-29'), 60)).toThrow('consultation-too-short')
    mustBeLongEnough(day('2020-10-01'), day('2020-11-30'), 60)
    expect(() => mustBeLongEnough(day('2020-10-01'), day('2020-11-29'), 60)).toThrow('consultation-too-short')
  })

  test('is refused whenever it is shorter, and only then', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -400, max: 400 }), (opensOn, days) => {
        const check = () => mustBeLongEnough(opensOn, addDays(opensOn, days), 60)
        if (days < 60) expect(check).toThrow('consultation-too-short')
        else expect(check).not.toThrow()
      }),
    )
  })

  test('is open on its first day and on its last, and on no other side', () => {
    fc.assert(
      fc.property(someDay, length, (opensOn, days) => {
        const closesOn = addDays(opensOn, days)
        const at = (today: Day) => stateOn(today, window(opensOn, closesOn))
        expect([at(addDays(opensOn, -1)), at(opensOn), at(closesOn), at(addDays(closesOn, 1))]).toEqual([
          'coming',
          'open',
          'open',
          'closed',
        ])
      }),
    )
  })
})

describe('once opened', () => {
  test('it can only be moved later', () => {
    fc.assert(
      fc.property(someDay, length, fc.integer({ min: -500, max: 500 }), (opensOn, days, by) => {
        const open = window(opensOn, addDays(opensOn, days))
        const move = () => mustLengthen(open, addDays(open.closesOn, by))
        if (by <= 0) expect(move).toThrow('consultation-only-lengthens')
        else expect(move).not.toThrow()
      }),
    )
  })

  test('a suspension gives back every day it took, so that the days left never shrink', () => {
    fc.assert(
      fc.property(someDay, length, fc.nat(59), fc.nat(800), (opensOn, days, begins, lasts) => {
        const closesOn = addDays(opensOn, days)
        const suspendedOn = addDays(opensOn, begins)
        const today = addDays(suspendedOn, lasts)
        const after = closingAfterResumption({ suspendedOn, opensOn, closesOn }, today)
        expect(daysBetween(today, after)).toBeGreaterThan(daysBetween(suspendedOn, closesOn))
        expect(after > closesOn).toBe(true)
      }),
    )
  })

  test('a suspension that ends before the opening day takes nothing', () => {
    const dates = { suspendedOn: day('2020-05-20'), opensOn: day('2020-06-01'), closesOn: day('2020-07-31') }
    expect(closingAfterResumption(dates, day('2020-05-25'))).toBe('2020-07-31')
  })

  const at = (on: string, time: string) => instantInRome(day(on), time) as Date

  test('an interruption gives back each day it touched', () => {
    const open = window(day('2020-06-01'), day('2020-07-31'))
    const ended = at('2020-06-11', '09:00')
    expect(closingAfterInterruption(open, { from: at('2020-06-10', '22:00'), to: at('2020-06-11', '03:00') }, ended)).toBe('2020-08-02')
    expect(closingAfterInterruption(open, { from: at('2020-06-10', '22:00'), to: at('2020-06-11', '00:00') }, ended)).toBe('2020-08-01')
  })

  test('an interruption of the last hours, recorded the day after, opens it again', () => {
    const open = window(day('2020-06-01'), day('2020-07-31'))
    expect(
      closingAfterInterruption(open, { from: at('2020-07-31', '20:00'), to: at('2020-08-01', '07:00') }, at('2020-08-03', '09:00')),
    ).toBe('2020-08-04')
    expect(() =>
      closingAfterInterruption(open, { from: at('2020-07-31', '20:00'), to: at('2020-08-01', '07:00') }, at('2020-08-09', '09:00')),
    ).toThrow('consultation-closed')
  })

  test('a day that two interruptions touched is given back once', () => {
    const open = window(day('2020-06-01'), day('2020-07-31'))
    const night = { from: at('2020-06-10', '22:00'), to: at('2020-06-11', '03:00') }
    const now = at('2020-06-20', '09:00')
    expect(() => closingAfterInterruption(open, night, now, [night])).toThrow('interruption-given-back-already')
    const longer = { from: night.from, to: at('2020-06-12', '08:00') }
    expect(closingAfterInterruption(open, longer, now, [night])).toBe('2020-08-01')
  })

  test('an interruption outside the window, or backwards, is refused', () => {
    const open = window(day('2020-06-01'), day('2020-07-31'))
    const now = at('2020-06-20', '09:00')
    expect(() => closingAfterInterruption(open, { from: at('2020-05-10', '22:00'), to: at('2020-05-11', '03:00') }, now)).toThrow(
      'interruption-outside',
    )
    expect(() => closingAfterInterruption(open, { from: at('2020-06-12', '22:00'), to: at('2020-06-11', '03:00') }, now)).toThrow(
      'interruption-backwards',
    )
    expect(() => closingAfterInterruption(open, { from: at('2020-06-12', '22:00'), to: at('2020-06-21', '03:00') }, now)).toThrow(
      'interruption-backwards',
    )
  })
})
