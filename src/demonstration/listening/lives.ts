import type { GrantedRole } from '../../charter/policy.ts'
import { addDays, day } from '../../kernel/day.ts'
import { addStakeholder, mergeNeeds, noteInvolvement } from '../../listening/index.ts'
import type { Deed } from '../history.ts'
import { emailOf, inOffice } from '../people.ts'
import { livesOfCalls } from './calls.ts'
import { livesOfHearings } from './hearings.ts'
import type { Listening } from './keeper.ts'
import { recorded } from './needs.ts'
import { nameOfStakeholder, needKey, type SampleListening, stakeholderKey } from './sample.ts'

export interface Places {
  readonly id: string
  readonly slug: string
  readonly organisations: ReadonlyMap<string, string>
}

const role: GrantedRole = 'secretary'

export function livesOfListening(sample: SampleListening, { id, slug, organisations }: Places): Deed[] {
  const { body } = sample
  const there: Listening = { body, slug, organisations, secretary: inOffice(id, body, sample.secretary, role) }
  return [
    ...livesOfMap(sample, there),
    ...livesOfHearings(sample.hearings, there),
    ...sample.needs.map((need) => recorded(there, need, day(need.on), { by: need.by })),
    ...livesOfCalls(sample.calls ?? [], there),
    ...(sample.mergers ?? []).map(
      ({ need, into, on, reason }): Deed => ({
        on: day(on),
        key: `${needKey(body, need)}/merged`,
        by: there.secretary,
        run: (desk, memory) => mergeNeeds(desk, memory.id(needKey(body, need)), { intoId: memory.id(needKey(body, into)), reason }),
      }),
    ),
  ]
}

function livesOfMap({ body, stakeholders }: SampleListening, { slug, organisations, secretary }: Listening): Deed[] {
  return stakeholders.flatMap((stakeholder): Deed[] => {
    const { organisation, person, kind, interest, influence, involvement, on, notes = null, involved = [] } = stakeholder
    const key = stakeholderKey(body, nameOfStakeholder(stakeholder))
    const organisationId = organisation ? (organisations.get(organisation) ?? null) : null
    const who = { organisationId, name: person ?? null, email: person ? emailOf(person) : null }
    const weighed = { kind, interest, influence, involvement, notes }
    return [
      { on: day(on), key, by: secretary, run: (desk) => addStakeholder(desk, slug, { ...who, ...weighed }) },
      ...involved.map(
        ([level, when, note], index): Deed => ({
          on: addDays(day(when), 1),
          key: `${key}/involved-${index + 1}`,
          by: secretary,
          run: (desk, memory) => noteInvolvement(desk, memory.id(key), { level, day: day(when), note }),
        }),
      ),
    ]
  })
}
