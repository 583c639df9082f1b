import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, PersonId } from '../../charter/policy.ts'
import { day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { countSeats } from './attendance.ts'
import { type Body, bodyState, lastDayOf } from './bodies.ts'
import { passes, votesFrom } from './decisions.ts'
import { isInsider } from './insiders.ts'
import { meetingState, timesOf } from './meetings.ts'
import { inOffice, type Member, type MemberRole, mustBeTheOnlyChair, mustFitIn } from './members.ts'
import { linkedPapers } from './papers.ts'
import { needed, quorumFrom } from './quorum.ts'
import { taskState } from './tasks.ts'

const body: Body = {
  id: newId<'body'>(),
  ecosystemId: newId(),
  cycleId: newId(),
  kind: 'working-group',
  name: 'Gruppo',
  mandate: 'Guida.',
  parentId: null,
  act: { number: '1', day: day('2020-01-01'), fileId: null },
  decisionId: null,
  from: day('2020-01-01'),
  to: day('2020-12-31'),
  dissolvedOn: null,
  quorum: { kind: 'majority' },
}

function member(role: MemberRole, more: Partial<Member> = {}): Member {
  const ids = { id: newId<'body-member'>(), bodyId: body.id, personId: newId<'person'>() as PersonId, grantId: newId() }
  return { ...ids, organisationId: null, role, substituteFor: null, from: body.from, to: null, showsName: false, ...more }
}

describe('a quorum', () => {
  test.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [5, 3],
  ])('of the majority of %i is %i', (seats, count) => expect(needed({ kind: 'majority' }, seats)).toBe(count))

  test('of a fraction is rounded up', () => {
    expect(needed({ kind: 'fraction', count: 2, of: 3 }, 7)).toBe(5)
    expect(needed({ kind: 'fraction', count: 1, of: 1 }, 7)).toBe(7)
  })

  test('of any rule that is accepted, fixed numbers apart, can always be reached', () => {
    const anyNumber = fc.integer({ min: 0, max: 50 })
    fc.assert(
      fc.property(anyNumber, anyNumber, fc.integer({ min: 1, max: 200 }), (quorumCount, quorumOf, seats) => {
        let quorum: ReturnType<typeof quorumFrom>
        try {
          quorum = quorumFrom({ quorumKind: 'fraction', quorumCount, quorumOf })
        } catch {
          return true
        }
        const count = needed(quorum, seats)
        return count >= 1 && count <= seats
      }),
    )
  })

  test('counts one seat for a titular and their substitutes, whoever came', () => {
    const [chair, one, observer] = [member('chair'), member('member'), member('observer')]
    const [first, second] = [member('chair', { substituteFor: chair.id }), member('chair', { substituteFor: chair.id })]
    const all = [chair, one, observer, first, second]
    const filled = (there: Member[]) => countSeats({ kind: 'majority' }, all, new Map(there.map(({ id }) => [id, 'present'])))
    expect(filled([first, second])).toEqual({ seats: 2, quorum: 2, filled: 1 })
    expect(filled([chair, first, observer])).toMatchObject({ filled: 1 })
    expect(filled([second, one])).toMatchObject({ filled: 2 })
  })
})

describe('a body', () => {
  test('is in office from its first day to its last, both included', () => {
    const states = ['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'].map((on) => bodyState(body, day(on)))
    expect(states).toEqual(['future', 'in-office', 'in-office', 'expired'])
  })

  test('dissolved acts through its last day, and is dissolved even after its term would have expired', () => {
    const dissolved = { ...body, dissolvedOn: day('2020-06-30') }
    expect([day('2020-06-30'), day('2020-07-01'), day('2021-06-01')].map((on) => bodyState(dissolved, on))).toEqual([
      'in-office',
      'dissolved',
      'dissolved',
    ])
    expect(lastDayOf(dissolved)).toBe('2020-06-30')
  })

  test('shows what is internal to those who belong to it, whoever leads its ecosystem and AGID, and to nobody else', () => {
    const actor = (
      role: 'member' | 'lead' | 'officer' | 'analyst' | 'administrator',
      kind: 'body' | 'ecosystem' | 'platform',
      id: string,
    ): Actor => ({
      id: newId<'person'>() as PersonId,
      grants: [{ role, scope: kind === 'platform' ? { kind } : { kind, id } }],
      onlyRooms: null,
    })
    expect(isInsider(actor('member', 'body', body.id), body)).toBe(true)
    expect(isInsider(actor('member', 'body', newId()), body)).toBe(false)
    expect(isInsider(actor('lead', 'ecosystem', body.ecosystemId), body)).toBe(true)
    expect(isInsider(actor('officer', 'platform', ''), body)).toBe(true)
    expect(isInsider(actor('administrator', 'platform', ''), body)).toBe(false)
    expect(isInsider({ ...actor('member', 'body', body.id), onlyRooms: ['plan'] }, body)).toBe(false)
  })
})

describe('a mandate', () => {
  const term = (from: string, to: string | null) => ({ from: day(from), to: to === null ? null : day(to) })

  test('ends with its body, whatever its own last day', () => {
    const late = member('member', { to: day('2021-06-30') })
    expect(inOffice(body, [late], day('2020-12-31'))).toEqual([late])
    expect(inOffice(body, [late], day('2021-01-01'))).toEqual([])
  })

  test('of two people who chair may follow one the other by a day, and not share one', () => {
    const chair = member('chair', { to: day('2020-06-30') })
    expect(() => mustBeTheOnlyChair([chair], 'chair', term('2020-06-30', null))).toThrow('chair-taken')
    expect(() => mustBeTheOnlyChair([chair], 'chair', term('2020-07-01', null))).not.toThrow()
    expect(() => mustBeTheOnlyChair([chair], 'secretary', term('2020-01-01', null))).not.toThrow()
  })

  test.each<[string, string | null, string]>([
    ['2019-12-31', null, 'outside-the-body-term'],
    ['2020-05-02', '2020-05-01', 'end-before-start'],
    ['2020-05-01', '2021-01-01', 'outside-the-body-term'],
    ['2021-01-01', null, 'outside-the-body-term'],
  ])('from %s to %s is refused', (from, to, slug) => expect(() => mustFitIn(body, term(from, to))).toThrow(slug))
})

describe('a meeting', () => {
  test('is convened, under way and held by the clock alone', () => {
    const meeting = { ...timesOf({ on: day('2020-10-25'), starts: '10:00', ends: '11:00' }), cancelledAt: null }
    const state = (instant: string) => meetingState(meeting, new Date(instant))
    expect(state('2020-10-25T09:59:59+01:00')).toBe('convened')
    expect(state('2020-10-25T10:00:00+01:00')).toBe('under-way')
    expect(state('2020-10-25T11:00:00+01:00')).toBe('held')
  })

  test('across the night in which clocks go back lasts an hour more than they show', () => {
    const { startsAt, endsAt } = timesOf({ on: day('2020-10-25'), starts: '01:30', ends: '03:30' })
    expect((endsAt.getTime() - startsAt.getTime()) / 3_600_000).toBe(3)
  })

  test('has its documents one a line, with a name or without', () => {
    expect(linkedPapers('Bozza: https://a.example/b\n\n https://a.example/c ')).toEqual([
      { name: 'Bozza', address: 'https://a.example/b' },
      { name: 'https://a.example/c', address: 'https://a.example/c' },
    ])
    expect(linkedPapers(null)).toEqual([])
    expect(() => linkedPapers('Nota javascript:alert(1)')).toThrow('paper-address-unclear')
  })
})

test('a decision passes with more votes in favour than against, or by consensus', () => {
  const count = { seats: 5, quorum: 3, filled: 4 }
  const vote = (inFavour: number, against: number, abstained: number) => passes(votesFrom({ inFavour, against, abstained }, count))
  expect([vote(2, 1, 1), vote(2, 2, 0), vote(1, 0, 3), passes(null)]).toEqual([true, false, true, true])
})

test('a task is late from the day after its term', () => {
  const task = { dueDay: day('2020-07-22'), doneAt: null }
  expect(taskState(task, day('2020-07-22'))).toEqual({ state: 'doing', daysLate: null })
  expect(taskState(task, day('2020-07-24'))).toEqual({ state: 'late', daysLate: 2 })
  expect(taskState({ ...task, doneAt: new Date() }, day('2020-07-24'))).toEqual({ state: 'done', daysLate: null })
})
