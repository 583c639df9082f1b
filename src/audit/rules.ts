import { type Act, laws, officialActs } from '../charter/policy.ts'
import type { Day } from '../kernel/day.ts'

/** The acts that the public record tells of, one by one; the others are kept, and only counted. */
export type OfficialAct = { [A in Act]: (typeof laws)[A]['official'] extends true ? A : never }[Act]

export const isOfficial = (act: string): act is OfficialAct => (officialActs as readonly string[]).includes(act)

export const personalActs = (Object.keys(laws) as Act[]).filter((act) => !laws[act].official)

/** One line of the record, as it was written. */
export interface RecordedAct {
  readonly id: string
  readonly at: string
  readonly day: Day
  readonly actorId: string
  readonly act: string
  readonly placeKind: string
  readonly placeId: string | null
  readonly subjectId: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly hash: Buffer
}

/** Which acts to tell of. Days are of Europe/Rome, both included. */
export interface Which {
  readonly ecosystemId?: string | undefined
  /** The bodies of the ecosystem: what they decide is an act of it too. */
  readonly bodyIds?: readonly string[]
  readonly act?: string | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}

/** Instants that surely hold a period of days in Rome: with them the database finds its way by time. */
export const instantsAround = ({ from, to }: Which) => ({
  after: from && daysFrom(from, -1),
  before: to && daysFrom(to, 2),
})

/** Also past the year 9999, which programs write to say for ever, and where days end. */
const daysFrom = (day: Day, count: number) => new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000)

/** The ids in an act that may be of an ecosystem or an organisation, to be told by name. */
export function idsIn({ placeId, subjectId, facts }: RecordedAct): string[] {
  const { organisationId, scopeId, parentId } = facts
  return [placeId, subjectId, organisationId, scopeId, parentId].filter((id): id is string => typeof id === 'string' && isUuid(id))
}

/** What an act may be about, that has a page and a title of its own. */
export function thingsIn({ facts }: Pick<RecordedAct, 'facts'>): string[] {
  const { needId, intoId, projectId, systemId, toSystemId, documentId, hearingId, consultationId } = facts
  return [needId, intoId, projectId, systemId, toSystemId, documentId, hearingId, consultationId].filter((id) => typeof id === 'string')
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
