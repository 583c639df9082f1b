import { z } from '@hono/zod-openapi'
import type { Day } from '../../kernel/day.ts'
import { DayJson } from '../../platform/api-routes.ts'
import { audiences, daysLate, extents, type Project, projectKinds, projectState, projectStates } from '../rules/projects.ts'
import type { Revision } from '../rules/revisions.ts'

const ContentJson = z.object({
  kind: z.enum(projectKinds),
  titleIt: z.string(),
  titleEn: z.string().nullable(),
  summaryIt: z.string(),
  summaryEn: z.string().nullable(),
  audiences: z.array(z.enum(audiences)),
  organisationIds: z.array(z.uuid()).openapi({ description: 'Who answers for it, the leading one first' }),
  partOfId: z.uuid().nullable(),
  expectedStart: DayJson.nullable(),
  expectedEnd: DayJson.nullable(),
  startedOn: DayJson.nullable(),
  endedOn: DayJson.nullable(),
  stoppedOn: DayJson.nullable(),
  stoppedReason: z.string().nullable(),
  link: z.string().nullable(),
  needs: z.array(z.object({ needId: z.uuid(), extent: z.enum(extents), since: DayJson })),
  withdrawnOn: DayJson.nullable(),
  withdrawnReason: z.string().nullable(),
})

export const ProjectJson = ContentJson.extend({
  id: z.uuid(),
  ecosystemId: z.uuid(),
  state: z.enum(projectStates).openapi({ description: 'Derived from its days, as of today' }),
  daysLate: z.number().int().nullable(),
  revision: z.number().int(),
  addedOn: DayJson,
}).openapi('Project')

const lists = ({ audiences, organisationIds, needs }: Pick<Project, 'audiences' | 'organisationIds' | 'needs'>) => ({
  audiences: [...audiences],
  organisationIds: [...organisationIds],
  needs: [...needs],
})

export function projectJson(project: Project, today: Day): z.output<typeof ProjectJson> {
  return { ...project, ...lists(project), state: projectState(project, today), daysLate: daysLate(project, today) }
}

export const NewProject = z
  .object({
    kind: z.enum(projectKinds),
    titleIt: z.string(),
    titleEn: z.string().nullable().optional(),
    summaryIt: z.string(),
    summaryEn: z.string().nullable().optional(),
    audiences: z.array(z.enum(audiences)),
    organisationIds: z.array(z.uuid()),
    partOfId: z.uuid().nullable().optional(),
    expectedStart: DayJson.nullable().optional(),
    expectedEnd: DayJson.nullable().optional(),
    startedOn: DayJson.nullable().optional(),
    endedOn: DayJson.nullable().optional(),
    link: z.string().nullable().optional(),
  })
  .openapi('NewProject')

export const RevisionJson = z
  .object({ number: z.number().int(), day: DayJson, content: ContentJson.openapi({ description: 'Everything that the project said' }) })
  .openapi('ProjectRevision')

export function revisionJson({ number, day, content }: Revision): z.output<typeof RevisionJson> {
  return { number, day, content: { ...content, ...lists(content) } }
}
