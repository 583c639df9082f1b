import type { Actor } from '../charter/policy.ts'
import { openGroup, type TestGroup } from '../groups/test-group.ts'
import { day } from '../kernel/day.ts'
import type { Desk } from '../platform/http.ts'
import { somebody } from '../testing.ts'
import { connect, InterconnectionForm, type InterconnectionInput } from './actions/interconnections.ts'
import { addSystem, SystemForm, type SystemInput } from './actions/systems.ts'
import type { Neighbours } from './neighbours.ts'
import type { Interconnection } from './rules/interconnections.ts'
import type { System } from './rules/systems.ts'

/** An ecosystem with its working group, and whoever leads it. */
export interface TestLandscape extends TestGroup {
  readonly lead: Actor
  readonly desk: () => Desk
  /** Adds a database in service; what is not told is the simplest there is. */
  readonly add: (more?: Partial<SystemInput>) => Promise<System>
  readonly join: (fromId: string, toId: string, more?: Partial<InterconnectionInput>) => Promise<Interconnection>
}

/** Nobody beside and nobody above. */
export const alone: Neighbours = {
  texts: async () => [],
  drafts: async () => [],
  projectsById: async () => new Map(),
  suggestProjects: async () => [],
}

export async function openLandscape(): Promise<TestLandscape> {
  const group = await openGroup()
  const lead = somebody('lead', { kind: 'ecosystem', id: group.ecosystemId })
  const desk = () => group.house.desk(lead)
  return {
    ...group,
    lead,
    desk,
    add: (more) => addSystem(desk(), group.slug, inputFor(group, more)),
    join: (fromId, toId, more) => connect(desk(), group.slug, flowFor(fromId, toId, more), alone),
  }
}

export function inputFor({ organisationId }: Pick<TestGroup, 'organisationId'>, more: Partial<SystemInput> = {}): SystemInput {
  const plain = SystemForm.parse({ kind: 'database', nameIt: 'Catalogo', descriptionIt: 'Le schede.', access: 'open' })
  const inService = { inServiceOn: day('2010-05-20'), inServicePrecision: 'year' } as const
  return { ...plain, ...inService, holderId: organisationId, ...more }
}

export function flowFor(fromId: string, toId: string, more: Partial<InterconnectionInput> = {}): InterconnectionInput {
  const plain = InterconnectionForm.parse({ fromId, toId, purposeIt: 'Non scrivere due volte la stessa scheda', dataIt: 'Schede' })
  return { ...plain, ...more }
}

export const built = {
  realisedOn: day('2019-03-01'),
  realisedPrecision: 'month',
  evidenceUrl: 'https://example.org/prova',
  means: 'api',
} as const
