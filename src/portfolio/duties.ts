import type { Membership } from '../groups/index.ts'
import type { Db } from '../platform/db.ts'
import { seatOf } from './rules/ballots.ts'
import type { Ranking } from './rules/rankings.ts'
import { ballotsOfAll } from './store/ballots.ts'
import { scoringIn } from './store/rankings.ts'

/** The rankings for which the seat of whoever holds these places has not given its scores yet, in two statements. */
export async function scoresToGive(db: Db, memberships: readonly Membership[]): Promise<Ranking[]> {
  const seats = memberships.filter(({ role }) => role !== 'observer')
  const rankings = await scoringIn(
    db,
    seats.map(({ bodyId }) => bodyId),
  )
  const ballots = await ballotsOfAll(
    db,
    rankings.map(({ id }) => id),
  )
  return rankings.filter((ranking) => {
    const seat = seats.find(({ bodyId }) => bodyId === ranking.bodyId)
    return seat && !ballots.some(({ rankingId, seatId }) => rankingId === ranking.id && seatId === seatOf(seat))
  })
}
