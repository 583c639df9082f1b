import { cyclesOn } from '../ecosystems/index.ts'
import { addDays, type Day, dayOf } from '../kernel/day.ts'
import { minutesOf } from '../minutes/index.ts'
import type { Db } from '../platform/db.ts'
import { type Gaps, gapsIn, type StakeholderKind } from './rules/stakeholders.ts'
import { hearingsOfCycles } from './store/hearings.ts'
import { lastHeard, lastInvolved, onTheMap } from './store/stakeholders.ts'
import { lastSat, latestOf, type Sat } from './taking-part.ts'

export interface HearingTold {
  readonly id: string
  readonly number: number
  readonly title: string
}

/** What the hearings of an ecosystem prove on a day, for its present cycle. */
export interface HearingFacts {
  /** The first whose minutes are final, and since when. */
  readonly final: (HearingTold & { readonly on: Day }) | null
  /** Without one, the first that was called and stands. */
  readonly called: (HearingTold & { readonly on: Day }) | null
}

/** In three statements, however many ecosystems there are. */
export async function hearingFacts(db: Db, ecosystemIds: readonly string[], day: Day): Promise<Map<string, HearingFacts>> {
  const cycles = await cyclesOn(db, ecosystemIds, day)
  const hearings = (await hearingsOfCycles(db, [...cycles.values()])).filter(
    ({ calledAt, cancelledAt }) => dayOf(calledAt) <= day && (cancelledAt === null || dayOf(cancelledAt) > day),
  )
  const minutes = await minutesOf(
    db,
    hearings.map(({ id }) => id),
  )
  return new Map(
    ecosystemIds.map((ecosystemId) => {
      const here = hearings.filter((one) => one.ecosystemId === ecosystemId)
      const closed = here.flatMap(({ id, number, title }) => {
        const on = minutes.get(id)?.approved?.on
        return on && on <= day ? [{ id, number, title, on }] : []
      })
      const [final = null] = closed.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.number - b.number))
      const [first] = here.sort((a, b) => a.number - b.number)
      const called = first ? { id: first.id, number: first.number, title: first.title, on: dayOf(first.calledAt) } : null
      return [ecosystemId, { final, called }]
    }),
  )
}

export interface StakeholderGaps extends Gaps {
  /** How many stand on the map. */
  readonly stakeholders: number
  /** How many of them were ever heard, in a hearing or in a group's meeting. */
  readonly heard: number
  readonly kinds: readonly StakeholderKind[]
  /** When each was last involved, however that was; those who never were are left out. */
  readonly last: ReadonlyMap<string, Day>
}

/** What is missing on the stakeholder maps of some ecosystems, in three statements; `sat` tells who attended their groups' meetings. */
export async function stakeholderGaps(
  db: Db,
  ecosystemIds: readonly string[],
  day: Day,
  sat: readonly Sat[],
): Promise<Map<string, StakeholderGaps>> {
  const stakeholders = await onTheMap(db, ecosystemIds, day)
  const spoke = latestOf(await lastHeard(db, ecosystemIds, day), lastSat(stakeholders, sat))
  const last = latestOf(spoke, await lastInvolved(db, ecosystemIds, day))
  return new Map(
    ecosystemIds.map((ecosystemId) => {
      const here = stakeholders.filter((one) => one.ecosystemId === ecosystemId)
      const shown = here.filter(({ interest }) => interest !== null)
      return [
        ecosystemId,
        {
          ...gapsIn(here, { last, heard: new Set(spoke.keys()) }, day),
          stakeholders: shown.length,
          heard: here.filter(({ id }) => spoke.has(id)).length,
          kinds: [...new Set(shown.map(({ kind }) => kind))],
          last,
        },
      ]
    }),
  )
}

/** How far back waiting things are looked for. */
export const yearBefore = (day: Day): Day => addDays(day, -365)
