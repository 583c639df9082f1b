import type { PersonId } from '../charter/policy.ts'
import { cyclesOn, scopesForGrants } from '../ecosystems/index.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import { type Body, type BodyKind, type BodyState, bodyState, constitutedOn } from './rules/bodies.ts'
import type { Decision } from './rules/decisions.ts'
import { inOffice, type Member } from './rules/members.ts'
import { listBodies } from './store/bodies.ts'
import { decisionsOnTables } from './store/decisions.ts'
import { membersOf } from './store/members.ts'

/** A body, as an ecosystem's page and the lists tell it. */
export interface BodySummary {
  readonly id: string
  readonly ecosystemId: string
  readonly kind: BodyKind
  readonly name: string
  readonly state: BodyState
  readonly constitutedOn: Day
  /** How many sit in it today. */
  readonly members: number
}

/** The bodies of some ecosystems that there are by a day, in two statements. */
export async function bodiesOf(db: Db, ecosystemIds: readonly string[], today: Day): Promise<BodySummary[]> {
  const bodies = (await listBodies(db, ecosystemIds)).filter((body) => constitutedOn(body) <= today)
  const members = await membersOf(
    db,
    bodies.map(({ id }) => id),
  )
  return bodies.map((body) => ({
    id: body.id,
    ecosystemId: body.ecosystemId,
    kind: body.kind,
    name: body.name,
    state: bodyState(body, today),
    constitutedOn: constitutedOn(body),
    members: inOffice(
      body,
      members.filter(({ bodyId }) => bodyId === body.id),
      today,
    ).length,
  }))
}

export interface InOffice {
  readonly memberId: string
  readonly personId: PersonId
  readonly since: Day
}

/** What the bodies of an ecosystem prove on a day, for its present cycle. */
export interface GroupFacts {
  readonly workingGroup: {
    readonly id: string
    readonly name: string
    readonly actNumber: string
    readonly actDay: Day
    readonly state: BodyState
  } | null
  readonly chair: InOffice | null
  readonly secretary: InOffice | null
  /** The technical tables there are. */
  readonly tables: readonly { readonly id: string; readonly name: string; readonly since: Day }[]
  /** The last decision that defines technical tables, or declares that none is needed. */
  readonly tablesDecision: { readonly id: string; readonly number: number; readonly on: Day; readonly kind: 'tables' | 'no-tables' } | null
  readonly monitoringTable: { readonly id: string; readonly name: string; readonly constitutedOn: Day } | null
}

/** In four statements, however many ecosystems there are. */
export async function groupFacts(db: Db, ecosystemIds: readonly string[], today: Day): Promise<Map<string, GroupFacts>> {
  const cycles = await cyclesOn(db, ecosystemIds, today)
  const bodies = (await listBodies(db, ecosystemIds)).filter(
    (body) => body.cycleId === cycles.get(body.ecosystemId) && constitutedOn(body) <= today,
  )
  const ids = bodies.map(({ id }) => id)
  const members = await membersOf(db, ids)
  const decisions = await decisionsOnTables(db, ids, today)
  return new Map(
    ecosystemIds.map((id) => [
      id,
      factsOf(
        bodies.filter(({ ecosystemId }) => ecosystemId === id),
        members,
        decisions,
        today,
      ),
    ]),
  )
}

function factsOf(bodies: readonly Body[], members: readonly Member[], decisions: readonly Decision[], today: Day): GroupFacts {
  const standing = bodies.filter((body) => bodyState(body, today) !== 'dissolved')
  const group = standing.findLast(({ kind }) => kind === 'working-group') ?? null
  const monitoring = standing.findLast(({ kind }) => kind === 'monitoring-table') ?? null
  const sitting = group
    ? inOffice(
        group,
        members.filter(({ bodyId, substituteFor }) => bodyId === group.id && substituteFor === null),
        today,
      )
    : []
  const officer = (role: string): InOffice | null => {
    const member = sitting.find((one) => one.role === role)
    return member ? { memberId: member.id, personId: member.personId, since: member.from } : null
  }
  const held = decisions.findLast(
    ({ bodyId, adopted, annulledOn }) => bodyId === group?.id && adopted && (annulledOn === null || annulledOn > today),
  )
  return {
    workingGroup: group?.act
      ? { id: group.id, name: group.name, actNumber: group.act.number, actDay: group.act.day, state: bodyState(group, today) }
      : null,
    chair: officer('chair'),
    secretary: officer('secretary'),
    tables: standing.filter(({ kind }) => kind === 'technical-table').map(({ id, name, from }) => ({ id, name, since: from })),
    tablesDecision: held ? { id: held.id, number: held.number, on: held.takenOn, kind: held.kind as 'tables' | 'no-tables' } : null,
    monitoringTable: monitoring ? { id: monitoring.id, name: monitoring.name, constitutedOn: constitutedOn(monitoring) } : null,
  }
}

export interface Constituted {
  readonly slug: string
  readonly bodyId: string
  readonly actNumber: string
  readonly constitutedOn: Day
}

/** For each of these ecosystems the first working group constituted by a day; those without one are left out. */
export async function workingGroupsConstituted(db: Db, slugs: readonly string[], by: Day): Promise<Constituted[]> {
  const ecosystems = (await scopesForGrants(db)).filter(({ slug }) => slugs.includes(slug))
  const bodies = await listBodies(
    db,
    ecosystems.map(({ id }) => id),
  )
  return ecosystems.flatMap(({ id, slug }) => {
    const groups = bodies.filter((body) => body.ecosystemId === id && body.kind === 'working-group' && constitutedOn(body) <= by)
    const [first] = groups.sort((a, b) => (constitutedOn(a) < constitutedOn(b) ? -1 : 1))
    return first?.act ? [{ slug, bodyId: first.id, actNumber: first.act.number, constitutedOn: first.act.day }] : []
  })
}
