import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import type { Stakeholder } from './rules/stakeholders.ts'

type Who = Pick<Stakeholder, 'organisationId' | 'personId'>

/** Who sat in a group of an ecosystem, for whom, and the last day they did. */
export interface Sat {
  readonly ecosystemId: string
  readonly organisationId: string | null
  readonly personId: string
  readonly last: Day
}

/** A meeting in which a stakeholder took part. */
export interface MeetingTaken {
  readonly id: string
  readonly number: number
  readonly body: string
  readonly day: Day
}

/** What the room that keeps the groups knows of attendance: told where the site is put together. */
export interface TakingPart {
  last(db: Db, ecosystemIds: readonly string[], day: Day): Promise<readonly Sat[]>
  meetings(db: Db, ecosystemId: string, who: Who, day: Day): Promise<readonly MeetingTaken[]>
}

/** When stakeholders last sat in a group: an organisation by whoever represents it, a person by themselves. */
export function lastSat(stakeholders: readonly Stakeholder[], sat: readonly Sat[]): Map<string, Day> {
  const latest = new Map<string, Day>()
  for (const { ecosystemId, organisationId, personId, last } of sat)
    for (const id of [organisationId, personId]) {
      const key = `${ecosystemId} ${id}`
      if (id && last > (latest.get(key) ?? '')) latest.set(key, last)
    }
  return new Map(
    stakeholders.flatMap(({ id, ecosystemId, organisationId, personId }) => {
      const last = latest.get(`${ecosystemId} ${organisationId ?? personId}`)
      return last ? [[id as string, last]] : []
    }),
  )
}

/** The later of days by stakeholder. */
export function latestOf(...all: readonly ReadonlyMap<string, Day>[]): Map<string, Day> {
  const latest = new Map<string, Day>()
  for (const days of all) for (const [id, day] of days) if (day > (latest.get(id) ?? '')) latest.set(id, day)
  return latest
}

/** Whom a list must count among those heard besides hearings. */
export function thoseWhoSat(sat: readonly Sat[]): { readonly organisationIds: string[]; readonly personIds: string[] } {
  return { organisationIds: sat.flatMap(({ organisationId }) => organisationId ?? []), personIds: sat.map(({ personId }) => personId) }
}
