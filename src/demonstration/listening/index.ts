import type { EcosystemView } from '../../ecosystems/index.ts'
import type { OrganisationKind } from '../../organisations/index.ts'
import type { Deed } from '../history.ts'
import { cultureListening } from './culture.ts'
import { developmentListening } from './development.ts'
import { livesOfListening } from './lives.ts'
import { financeListening } from './public-finance.ts'
import type { SampleListening } from './sample.ts'
import { welfareListening } from './welfare.ts'

export const sampleListening: readonly SampleListening[] = [cultureListening, financeListening, developmentListening, welfareListening]

/** The organisations on the maps, and of what kind they are where only these data tell. */
export const organisationsOnMaps: ReadonlyMap<string, OrganisationKind | null> = new Map(
  sampleListening.flatMap(({ stakeholders }) =>
    stakeholders.flatMap(({ organisation, as }) => (organisation ? [[organisation, as ?? null] as const] : [])),
  ),
)

/** Whom the priority ecosystems listened to up to 22 July 2020, and what they heard. */
export function livesOfListenings(ecosystems: readonly EcosystemView[], organisations: ReadonlyMap<string, string>): Deed[] {
  return sampleListening.flatMap((sample) => {
    const ecosystem = ecosystems.find(({ nameIt }) => nameIt === sample.ecosystem)
    return ecosystem ? livesOfListening(sample, { id: ecosystem.id, slug: ecosystem.slug, organisations }) : []
  })
}
