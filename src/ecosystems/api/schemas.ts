import { z } from '@hono/zod-openapi'
import { phases } from '../../charter/phases.ts'
import { states } from '../../charter/states.ts'
import type { Day } from '../../kernel/day.ts'
import { phaseState } from '../phase-rules.ts'
import type { EcosystemView } from '../rules.ts'

export const DayJson = z.iso.date()

export const PhaseJson = z
  .object({
    phase: z.enum(phases),
    state: z.enum(states).openapi({ description: 'Derived from the dates, as of `asOf`' }),
    daysLate: z.number().int().nullable().openapi({ example: 204 }),
    startedOn: DayJson.nullable(),
    concludedOn: DayJson.nullable(),
    derogationReason: z.string().nullable().openapi({ description: 'Why it was concluded without all its evidence, where it was' }),
    expected: z.object({ on: DayJson, precision: z.enum(['month', 'day']) }).nullable(),
    due: z.object({ on: DayJson, precision: z.enum(['month', 'day']), qualifier: z.enum(['by', 'in']) }).nullable(),
    source: z.string().nullable().openapi({ description: 'The act that set the dates', example: 'LA51 2019-2021' }),
  })
  .openapi('EcosystemPhase')

export const EcosystemJson = z
  .object({
    id: z.uuid(),
    slug: z.string().openapi({ example: 'beni-culturali-e-turismo' }),
    nameIt: z.string().openapi({ example: 'Beni culturali e turismo' }),
    nameEn: z.string().nullable().openapi({ example: 'Culture and tourism' }),
    summaryIt: z.string().nullable(),
    summaryEn: z.string().nullable(),
    priority: z.boolean(),
    prioritySource: z.string().nullable().openapi({ description: 'The act that makes it a priority', example: 'LA51 2019-2021' }),
    parentId: z.uuid().nullable().openapi({ description: 'The ecosystem that this one is a part of' }),
    since: DayJson,
    leads: z.array(z.object({ id: z.uuid(), organisationId: z.uuid(), name: z.string(), since: DayJson })),
    cycle: z.object({ id: z.uuid(), number: z.number().int(), begunOn: DayJson }),
    phases: z.array(PhaseJson),
  })
  .openapi('Ecosystem')

export function ecosystemJson({ leads, phases: runs, ...ecosystem }: EcosystemView, today: Day): z.output<typeof EcosystemJson> {
  return { ...ecosystem, leads: [...leads], phases: phasesJson(runs, today) }
}

export function phasesJson(runs: EcosystemView['phases'], today: Day): z.output<typeof PhaseJson>[] {
  return phases.map((phase) => ({ ...runs[phase], ...phaseState(runs[phase], today) }))
}

export const DescriptionJson = z
  .object({
    nameIt: z.string(),
    nameEn: z.string().nullable().optional(),
    summaryIt: z.string().nullable().optional(),
    summaryEn: z.string().nullable().optional(),
    priority: z.boolean().optional(),
    prioritySource: z.string().nullable().optional(),
    parentId: z.uuid().nullable().optional(),
  })
  .openapi('EcosystemDescription')

export const Slug = z.object({ slug: z.string().max(200).openapi({ example: 'beni-culturali-e-turismo' }) })
export const SlugAndPhase = Slug.extend({ phase: z.enum(phases) })
export const AsOf = z.object({ asOf: DayJson.optional().openapi({ description: 'The day to tell of; today when left out' }) })
export const Done = z.object({ id: z.string() }).openapi('Done')
