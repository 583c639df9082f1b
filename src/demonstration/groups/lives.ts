import { admitMember, constituteBody, showName } from '../../groups/index.ts'
import { addDays, day } from '../../kernel/day.ts'
import type { Deed } from '../history.ts'
import { livesOfMeetings } from './meetings.ts'
import { memberKey } from './names.ts'
import { oneself } from './people.ts'
import type { SampleGroup, SampleMember, SampleTable } from './sample.ts'

export interface Places {
  readonly slug: string
  readonly organisations: ReadonlyMap<string, string>
}

const majority = { quorumKind: 'majority', quorumCount: null, quorumOf: null } as const

export function livesOfGroup(group: SampleGroup, places: Places): Deed[] {
  const { key, name, mandate, act, members, meetings, tables = [], place } = group
  const on = day(act.day)
  const constitution = { name, mandate, actNumber: act.number, actDay: on, from: null, to: null, decisionId: null, ...majority }
  return [
    { on, key, run: (desk) => constituteBody(desk, places.slug, { kind: 'working-group', ...constitution }) },
    ...livesOfMembers(key, act.day, members, places),
    ...livesOfMeetings(key, members, meetings, place),
    ...tables.flatMap((table) => livesOfTable(table, place, places)),
  ]
}

function livesOfTable({ key, name, mandate, decision, from, members, meetings }: SampleTable, place: string, places: Places): Deed[] {
  const on = day(from)
  const born = { kind: 'technical-table', name, mandate, actNumber: null, actDay: null, from: on, to: null, ...majority } as const
  return [
    { on, key, run: (desk, memory) => constituteBody(desk, places.slug, { ...born, decisionId: memory.id(decision) }) },
    ...livesOfMembers(key, from, members, places),
    ...livesOfMeetings(key, members, meetings, place),
  ]
}

function livesOfMembers(body: string, since: string, members: readonly SampleMember[], { organisations }: Places): Deed[] {
  return members.flatMap((member): Deed[] => {
    const { name, role, organisation, named } = member
    const key = memberKey(body, name)
    const from = day(member.from ?? since)
    const to = member.to ? day(member.to) : null
    const place = {
      name,
      email: emailOf(name),
      role,
      organisationId: organisations.get(organisation) ?? null,
      substituteFor: null,
      from,
      to,
    }
    const admitted: Deed = { on: from, key, run: (desk, memory) => admitMember(desk, memory.id(body), place) }
    const shown: Deed = {
      on: addDays(from, 1),
      key: `${key}/name`,
      by: oneself(body, name),
      run: (desk, memory) => showName(desk, memory.id(body), memory.id(key), { shows: true }),
    }
    return named ? [admitted, shown] : [admitted]
  })
}

/** As the people whom one can enter as have theirs, so that one of these is recognised among the members. */
function emailOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return `${plain.replace(/[^a-z]+/g, '.')}@example.org`
}
