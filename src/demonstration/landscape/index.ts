import type { EcosystemView } from '../../ecosystems/index.ts'
import type { SystemKind } from '../../landscape/index.ts'
import type { Deed } from '../history.ts'
import { cultureLandscape } from './culture.ts'
import { financeLandscape } from './finance.ts'
import { healthLandscape } from './health.ts'
import { justiceLandscape } from './justice.ts'
import { livesOfLandscape } from './lives.ts'
import { agricultureLandscape, developmentLandscape, legalityLandscape, welfareLandscape } from './others.ts'

const samples = [
  healthLandscape,
  cultureLandscape,
  financeLandscape,
  justiceLandscape,
  legalityLandscape,
  developmentLandscape,
  welfareLandscape,
  agricultureLandscape,
]

/** Of which kind each of them is, for the texts that refer to it. */
export const kindsOfSystems: ReadonlyMap<string, SystemKind> = new Map(
  samples.flatMap(({ systems }) => systems.map(({ key, kind }) => [key, kind] as const)),
)

/** The databases and systems of the ecosystems, and what joins them: some are joined already, some should be. */
export function livesOfLandscapes(ecosystems: readonly EcosystemView[], organisations: ReadonlyMap<string, string>): Deed[] {
  const byName = new Map(ecosystems.map(({ nameIt, id }): [string, string] => [nameIt, id]))
  return samples.flatMap((sample) => {
    const ecosystem = ecosystems.find(({ nameIt }) => nameIt === sample.ecosystem)
    return ecosystem ? livesOfLandscape(sample, { id: ecosystem.id, slug: ecosystem.slug, ecosystems: byName, organisations }) : []
  })
}
