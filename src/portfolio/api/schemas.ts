import { z } from '@hono/zod-openapi'
import type { Day } from '../../kernel/day.ts'
import { audiences, daysLate, extents, type Project, projectKinds, projectState, projectStates } from '../rules/projects.ts'

export const DayJson = z.iso.date()
export const Slug = z.object({ slug: z.string().max(200).openapi({ example: 'beni-culturali-e-turismo' }) })
export const ById = z.object({ id: z.uuid() })
export const Made = z.object({ id: z.uuid() }).openapi('Made')

export const ProjectJson = z
  .object({
    id: z.uuid(),
    ecosystemId: z.uuid(),
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
    state: z.enum(projectStates).openapi({ description: 'Derived from its days, as of today' }),
    daysLate: z.number().int().nullable(),
    link: z.string().nullable(),
    needs: z.array(z.object({ needId: z.uuid(), extent: z.enum(extents), since: DayJson })),
    revision: z.number().int(),
    addedOn: DayJson,
    withdrawnOn: DayJson.nullable(),
    withdrawnReason: z.string().nullable(),
  })
  .openapi('Project')

export function projectJson({ audiences, organisationIds, needs, ...project }: Project, today: Day): z.output<typeof ProjectJson> {
  const whole = { audiences: [...audiences], organisationIds: [...organisationIds], needs: [...needs] }
  return {
    ...project,
    ...whole,
    state: projectState(project, today),
    daysLate: daysLate(project, today),
  }
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
  .object({
    number: z.number().int(),
    day: DayJson,
    content: z.record(z.string(), z.unknown()).openapi({ description: 'Everything that the project said' }),
  })
  .openapi('ProjectRevision')
