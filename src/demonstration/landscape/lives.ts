import { operator } from '../../charter/policy.ts'
import { type Day, day } from '../../kernel/day.ts'
import { addSystem, connect, type KnownProjects, retireSystem } from '../../landscape/index.ts'
import { projectsById } from '../../portfolio/index.ts'
import type { Deed } from '../history.ts'
import { inOffice } from '../people.ts'
import { projectKey } from '../portfolio/sample.ts'
import { type SampleInterconnection, type SampleLandscape, type SampleSystem, systemKey } from './sample.ts'

export interface Places {
  readonly id: string
  readonly slug: string
  /** Ecosystems by their Italian name. */
  readonly ecosystems: ReadonlyMap<string, string>
  readonly organisations: ReadonlyMap<string, string>
}

const projects: KnownProjects = {
  projectsById: async (db, ids) =>
    new Map([...(await projectsById(db, ids))].map(([id, { withdrawnOn }]) => [id, { withdrawn: withdrawnOn !== null }])),
}

type Doer = NonNullable<Deed['by']>

export function livesOfLandscape(sample: SampleLandscape, places: Places): Deed[] {
  const { group, on, systems, joinedOn, interconnections } = sample
  const office = (role: 'rapporteur' | 'secretary'): Doer => (group ? inOffice(places.id, group.body, group.keeper, role) : () => operator)
  return [
    ...systems.map((system) => added(system, day(on), places, office('rapporteur'))),
    ...systems.flatMap((system) => retired(system, day(on), office('secretary'))),
    ...interconnections.map((one) => joined(one, day(joinedOn), group?.body, places, office('rapporteur'))),
  ]
}

function added(system: SampleSystem, on: Day, { slug, ecosystems, organisations }: Places, by: Doer): Deed {
  const { key, kind, name, says, data, personal, national = false, access, since } = system
  return {
    on,
    key: systemKey(key),
    by,
    run: (desk) =>
      addSystem(desk, slug, {
        kind,
        nameIt: name[0],
        nameEn: name[1],
        acronym: system.acronym ?? null,
        holderId: organisations.get(system.holder) ?? '',
        descriptionIt: says[0],
        descriptionEn: says[1],
        dataIt: data[0],
        dataEn: data[1],
        personalData: personal,
        nationalInterest: national,
        access,
        accessUrl: system.rule ?? null,
        pageUrl: system.page ?? null,
        apiUrl: null,
        datasetUrl: system.dataset ?? null,
        expectedOn: null,
        expectedPrecision: null,
        inServiceOn: since ? day(since[0]) : null,
        inServicePrecision: since?.[1] ?? null,
        alsoConcerns: (system.also ?? []).flatMap((one) => ecosystems.get(one) ?? []),
      }),
  }
}

function retired({ key, retired: end }: SampleSystem, on: Day, by: Doer): Deed[] {
  if (!end) return []
  const { reason } = end
  const run: Deed['run'] = (desk, memory) => retireSystem(desk, memory.id(systemKey(key)), { on: day(end.on), reason })
  return [{ on, key: `${systemKey(key)}/retired`, by, run }]
}

function joined(one: SampleInterconnection, on: Day, body: string | undefined, { slug }: Places, by: Doer): Deed {
  const { from, to, purpose, data, exists, planned, project } = one
  return {
    on,
    key: `interconnection/${from}/${to}`,
    by,
    run: (desk, memory) => {
      const input = {
        fromId: memory.id(systemKey(from)),
        toId: memory.id(systemKey(to)),
        purposeIt: purpose[0],
        purposeEn: purpose[1],
        dataIt: data[0],
        dataEn: data[1],
        means: one.means ?? null,
        realisedOn: exists ? day(exists.on) : null,
        realisedPrecision: exists?.precision ?? null,
        evidenceUrl: exists?.evidence ?? null,
        plannedOn: planned ? day(planned[0]) : null,
        plannedPrecision: planned?.[1] ?? null,
        projectId: project && body ? memory.id(projectKey(body, project)) : null,
      }
      return connect(desk, slug, input, projects)
    },
  }
}
