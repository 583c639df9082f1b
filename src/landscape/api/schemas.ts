import { z } from '@hono/zod-openapi'
import type { Day } from '../../kernel/day.ts'
import { DayJson } from '../../platform/api-routes.ts'
import { daysLateToBuild, interconnectionState, interconnectionStates, means } from '../rules/interconnections.ts'
import { factPrecisions, planPrecisions } from '../rules/moments.ts'
import type { InterconnectionContent, Revision, SystemContent } from '../rules/revisions.ts'
import { accesses, daysLate, type System, systemKinds, systemState, systemStates } from '../rules/systems.ts'
import type { Joined } from '../store/interconnections.ts'

const text = z.string().nullable()
const day = DayJson.nullable()

const SystemContentJson = z.object({
  kind: z.enum(systemKinds),
  nameIt: z.string(),
  nameEn: text,
  acronym: text,
  holderId: z.uuid().openapi({ description: 'The organisation that it belongs to' }),
  descriptionIt: z.string(),
  descriptionEn: text,
  dataIt: text,
  dataEn: text,
  personalData: z.boolean().nullable().openapi({ description: 'Null while nobody has told' }),
  nationalInterest: z.boolean().openapi({ description: 'Listed by article 60 of the Digital Administration Code' }),
  access: z.enum(accesses),
  accessUrl: text,
  pageUrl: text,
  apiUrl: text,
  datasetUrl: text,
  expectedOn: day,
  expectedPrecision: z.enum(planPrecisions).nullable(),
  inServiceOn: day,
  inServicePrecision: z
    .enum(factPrecisions)
    .nullable()
    .openapi({ description: '`by`: it was there on that day already, nobody knows since when' }),
  alsoConcerns: z.array(z.uuid()).openapi({ description: 'The ecosystems that it concerns besides its own' }),
  retiredOn: day,
  retiredReason: text,
  withdrawnOn: day,
  withdrawnReason: text,
})

export const SystemJson = SystemContentJson.extend({
  id: z.uuid(),
  ecosystemId: z.uuid(),
  state: z.enum(systemStates).openapi({ description: 'Derived from its days, as of today' }),
  daysLate: z.number().int().nullable(),
  revision: z.number().int(),
  addedOn: DayJson,
}).openapi('System')

export function systemJson(system: System, today: Day): z.output<typeof SystemJson> {
  return {
    ...system,
    alsoConcerns: [...system.alsoConcerns],
    state: systemState(system, today),
    daysLate: daysLate(system, today),
  }
}

/** What is written of one: the rest is derived, or has an act of its own. */
export const NewSystem = SystemContentJson.omit({ retiredOn: true, retiredReason: true, withdrawnOn: true, withdrawnReason: true })
  .partial()
  .required({ kind: true, nameIt: true, holderId: true, descriptionIt: true, access: true })
  .openapi('NewSystem')

export const SystemRevisionJson = z
  .object({ number: z.number().int(), day: DayJson, content: SystemContentJson.openapi({ description: 'Everything that it said' }) })
  .openapi('SystemRevision')

export function systemRevisionJson({ content, ...revision }: Revision<SystemContent>): z.output<typeof SystemRevisionJson> {
  return { ...revision, content: { ...content, alsoConcerns: [...content.alsoConcerns] } }
}

const FlowContentJson = z.object({
  fromId: z.uuid().openapi({ description: 'The database or system that the data come from' }),
  toId: z.uuid().openapi({ description: 'The one that they go to' }),
  purposeIt: z.string(),
  purposeEn: text,
  dataIt: z.string(),
  dataEn: text,
  means: z.enum(means).nullable().openapi({ description: 'How the data travel; null while it is to be decided' }),
  realisedOn: day,
  realisedPrecision: z.enum(factPrecisions).nullable(),
  evidenceUrl: text.openapi({ description: 'Where one can see that it exists' }),
  plannedOn: day,
  plannedPrecision: z.enum(planPrecisions).nullable(),
  projectId: z.uuid().nullable().openapi({ description: 'The project or service that realises it, or that it serves' }),
  withdrawnOn: day,
  withdrawnReason: text,
})

export const InterconnectionJson = FlowContentJson.extend({
  id: z.uuid(),
  ecosystemId: z.uuid(),
  state: z
    .enum(interconnectionStates)
    .openapi({ description: 'Derived from its days, as of today; `ended` when one of its ends is retired' }),
  daysLate: z.number().int().nullable(),
  revision: z.number().int(),
  addedOn: DayJson,
}).openapi('Interconnection')

export function interconnectionJson({ from, to, endsOn, ...flow }: Joined, today: Day): z.output<typeof InterconnectionJson> {
  const standing = { ...flow, endsOn }
  return { ...flow, state: interconnectionState(standing, today), daysLate: daysLateToBuild(standing, today) }
}

export const NewInterconnection = FlowContentJson.omit({ withdrawnOn: true, withdrawnReason: true })
  .partial()
  .required({ fromId: true, toId: true, purposeIt: true, dataIt: true })
  .openapi('NewInterconnection')

export const Realisation = z
  .object({
    realisedOn: DayJson,
    realisedPrecision: z.enum(factPrecisions).optional(),
    evidenceUrl: z.string(),
    means: z.enum(means),
  })
  .openapi('Realisation')

export const InterconnectionRevisionJson = z
  .object({ number: z.number().int(), day: DayJson, content: FlowContentJson.openapi({ description: 'Everything that it said' }) })
  .openapi('InterconnectionRevision')

export const interconnectionRevisionJson = (revision: Revision<InterconnectionContent>): z.output<typeof InterconnectionRevisionJson> =>
  revision
