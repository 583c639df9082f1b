import type { Day } from '../kernel/day.ts'
import { minutesOf } from '../minutes/index.ts'
import type { Db } from '../platform/db.ts'
import { type Hearing, type HearingState, hearingState } from './rules/hearings.ts'
import { hearingsOfEcosystems, hearingsOpenOn, slotsOf } from './store/hearings.ts'
import { registrationsIn } from './store/registrations.ts'

/** A hearing as an ecosystem's page and the home tell it. */
export interface HearingOnAgenda {
  readonly hearing: Hearing
  readonly state: HearingState
  /** When its first slot begins; null while it has none. */
  readonly startsAt: Date | null
  /** The places that nobody took yet, in all its slots. */
  readonly placesLeft: number
  /** The day on which its minutes became final. */
  readonly finalOn: Day | null
}

/** The hearings of some ecosystems, the soonest first, in four statements. */
export async function hearingAgenda(db: Db, ecosystemIds: readonly string[], now: Date): Promise<HearingOnAgenda[]> {
  return told(db, await hearingsOfEcosystems(db, ecosystemIds), now)
}

/** Those whose registrations are open to more than the invited, wherever, the first to close first, in four statements. */
export async function hearingsToRegisterFor(db: Db, today: Day, now: Date, limit: number): Promise<HearingOnAgenda[]> {
  return (await told(db, await hearingsOpenOn(db, today, limit), now)).filter(({ state }) => state === 'open')
}

async function told(db: Db, hearings: readonly Hearing[], now: Date): Promise<HearingOnAgenda[]> {
  const ids = hearings.map(({ id }) => id as string)
  const slots = await slotsOf(db, ids)
  const registrations = (await registrationsIn(db, ids)).filter(({ withdrawnAt }) => withdrawnAt === null)
  const minutes = await minutesOf(db, ids)
  return hearings
    .map((hearing): HearingOnAgenda => {
      const own = slots.filter(({ hearingId }) => hearingId === hearing.id)
      const places = own.reduce((sum, { capacity }) => sum + capacity, 0)
      const taken = registrations.filter(({ hearingId }) => hearingId === hearing.id).length
      return {
        hearing,
        state: hearingState(hearing, own, now),
        startsAt: own[0]?.startsAt ?? null,
        placesLeft: Math.max(0, places - taken),
        finalOn: minutes.get(hearing.id)?.approved?.on ?? null,
      }
    })
    .toSorted((a, b) => (a.startsAt?.getTime() ?? Infinity) - (b.startsAt?.getTime() ?? Infinity))
}
