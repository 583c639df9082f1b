import { phases } from '../charter/phases.ts'
import { type EcosystemView, phaseState } from '../ecosystems/index.ts'
import type { Day } from '../kernel/day.ts'
import type { Row } from './rules/picture.ts'

/** An ecosystem as a row of the national picture, on a day. */
export function rowOf(ecosystem: EcosystemView, name: string, today: Day): Row {
  return { ecosystem, name, cells: phases.map((phase) => ({ phase, ...phaseState(ecosystem.phases[phase], today) })) }
}
