import { type Membership, membershipsOf } from '../groups/index.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import { seatOf } from './rules/ballots.ts'
import type { Ranking } from './rules/rankings.ts'
import { ballotsOfAll } from './store/ballots.ts'
import { scoringIn } from './store/rankings.ts'

/** The rankings for which somebody's seat has not given its scores yet, in four statements. */
export async function scoresToGive(db: Db, personId: string, today: Day): Promise<Ranking[]> {
  const seats = (await membershipsOf(db, personId, today)).filter(({ role }) => role !== 'observer')
  const rankings = await scoringIn(
    db,
    seats.map(({ bodyId }) => bodyId),
  )
  const ballots = await ballotsOfAll(
    db,
    rankings.map(({ id }) => id),
  )
  const given = ({ id }: Ranking, seat: Membership) => ballots.some(({ rankingId, seatId }) => rankingId === id && seatId === seatOf(seat))
  return rankings.filter((ranking) => {
    const seat = seats.find(({ bodyId }) => bodyId === ranking.bodyId)
    return seat !== undefined && !given(ranking, seat)
  })
}
