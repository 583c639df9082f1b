import type { Phase } from '../charter/phases.ts'
import type { EcosystemView } from '../ecosystems/index.ts'
import { concludePhase } from '../gates/index.ts'
import { day } from '../kernel/day.ts'
import type { Deed } from './history.ts'
import { inOffice } from './people.ts'
import { leads } from './texts/index.ts'

const conclusions: readonly { readonly body: string; readonly ecosystem: string; readonly phase: Phase; readonly on: string }[] = [
  { body: 'culture', ecosystem: 'Beni culturali e turismo', phase: 'envisioning', on: '2019-12-19' },
  { body: 'health', ecosystem: 'Sanità', phase: 'design', on: '2019-05-20' },
]

/** Phases that were concluded on their evidence, by whoever leads. */
export function livesOfConclusions(ecosystems: readonly EcosystemView[]): Deed[] {
  return conclusions.flatMap(({ body, ecosystem: name, phase, on }): Deed[] => {
    const ecosystem = ecosystems.find(({ nameIt }) => nameIt === name)
    if (!ecosystem) return []
    const by = inOffice(ecosystem.id, body, leads[body] ?? '', 'lead')
    return [{ on: day(on), key: `${body}/concluded/${phase}`, by, run: (desk) => concludePhase(desk, ecosystem.slug, phase) }]
  })
}
