import { addDays, type Day, day } from '../../kernel/day.ts'
import { addProject, answerNeed, stopProject } from '../../portfolio/index.ts'
import type { Deed } from '../history.ts'
import { needKey } from '../listening/sample.ts'
import { inOffice } from '../people.ts'
import { projectKey, type SamplePortfolio, type SampleProject } from './sample.ts'

export interface Places {
  readonly id: string
  readonly slug: string
  readonly organisations: ReadonlyMap<string, string>
}

export function livesOfPortfolio({ body, keeper, projects }: SamplePortfolio, places: Places): Deed[] {
  const by = inOffice(places.id, body, keeper, 'rapporteur')
  return projects.flatMap((project) => [
    added(body, project, places, by),
    ...answering(body, project, by),
    ...stopped(body, project, inOffice(places.id, body, keeper, 'secretary')),
  ])
}

function added(body: string, project: SampleProject, { slug, organisations }: Places, by: NonNullable<Deed['by']>): Deed {
  const { key, kind, title, titleEn, says, on, owners, expected, partOf } = project
  const known = (when: string | undefined): Day | null => (when ? day(when) : null)
  return {
    on: day(on),
    key: projectKey(body, key),
    by,
    run: (desk, memory) =>
      addProject(desk, slug, {
        kind,
        titleIt: title,
        titleEn,
        summaryIt: says,
        summaryEn: null,
        audiences: [...project.for],
        organisationIds: owners.flatMap((name) => organisations.get(name) ?? []),
        partOfId: partOf ? memory.id(projectKey(body, partOf)) : null,
        expectedStart: known(expected?.[0]),
        expectedEnd: known(expected?.[1]),
        startedOn: known(project.started),
        endedOn: known(project.ended),
        link: null,
      }),
  }
}

function answering(body: string, { key, on, needsOn, fully = [], partly = [] }: SampleProject, by: NonNullable<Deed['by']>): Deed[] {
  const answer = (need: string, extent: 'fully' | 'partly'): Deed => ({
    on: needsOn ? day(needsOn) : addDays(day(on), 1),
    key: `${projectKey(body, key)}/need/${need}`,
    by,
    run: (desk, memory) => answerNeed(desk, memory.id(projectKey(body, key)), { needId: memory.id(needKey(body, need)), extent }),
  })
  return [...fully.map((need) => answer(need, 'fully')), ...partly.map((need) => answer(need, 'partly'))]
}

function stopped(body: string, { key, stopped: halt }: SampleProject, by: NonNullable<Deed['by']>): Deed[] {
  if (!halt) return []
  const name = projectKey(body, key)
  return [
    {
      on: day(halt.on),
      key: `${name}/stopped`,
      by,
      run: (desk, memory) => stopProject(desk, memory.id(name), { on: day(halt.on), reason: halt.reason }),
    },
  ]
}
