import type { EcosystemView } from '../../ecosystems/index.ts'
import type { Deed } from '../history.ts'
import { culture } from './culture.ts'
import { development } from './development.ts'
import { health } from './health.ts'
import { livesOfGroup } from './lives.ts'
import { publicFinance } from './public-finance.ts'
import type { SampleGroup } from './sample.ts'
import { welfare } from './welfare.ts'

export const sampleGroups: readonly SampleGroup[] = [culture, publicFinance, development, welfare, health]

/** The organisations for which the people of the groups work. */
export const organisationsOfGroups: readonly string[] = sampleGroups.flatMap(({ members, tables = [] }) =>
  [...members, ...tables.flatMap((table) => table.members)].map(({ organisation }) => organisation),
)

/** What the working groups of the priority ecosystems and of health did up to 22 July 2020, and have convened for after. */
export function livesOfGroups(ecosystems: readonly EcosystemView[], organisations: ReadonlyMap<string, string>): Deed[] {
  return sampleGroups.flatMap((group) => {
    const ecosystem = ecosystems.find(({ nameIt }) => nameIt === group.ecosystem)
    return ecosystem ? livesOfGroup(group, { slug: ecosystem.slug, organisations }) : []
  })
}
