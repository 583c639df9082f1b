import type { EcosystemView } from '../../ecosystems/index.ts'
import type { OrganisationKind } from '../../organisations/index.ts'
import type { Deed } from '../history.ts'
import { livesOfAccessibilityGuide } from './culture/accessibility-guide.ts'
import { cultureConsultation, livesOfCultureConsultation, organisationsOnCulture } from './culture/index.ts'
import { livesOfDataDictionary } from './development/data-dictionary.ts'
import { financeConsultation, livesOfFinanceConsultation, organisationsOnFinance } from './finance/index.ts'
import { healthConsultation, livesOfHealthConsultation, organisationsOnHealth } from './health/index.ts'
import type { Place } from './lives.ts'

/** The organisations that wrote in consultations, and of what kind they are. */
export const writingOrganisations: ReadonlyMap<string, OrganisationKind> = new Map([
  ...organisationsOnCulture,
  ...organisationsOnFinance,
  ...organisationsOnHealth,
])

const samples: readonly (readonly [
  { readonly ecosystem: string },
  (place: Place, organisations: ReadonlyMap<string, string>) => Deed[],
])[] = [
  [healthConsultation, livesOfHealthConsultation],
  [cultureConsultation, livesOfCultureConsultation],
  [cultureConsultation, livesOfAccessibilityGuide],
  [financeConsultation, livesOfFinanceConsultation],
  [{ ecosystem: 'Sviluppo e sostenibilità' }, livesOfDataDictionary],
]

/**
 * Five of them: health's, concluded in 2019 and adopted; culture's, open and partly answered; public finance's, open and
 * just lengthened; one that culture is still preparing; and one of development's, suspended.
 */
export function livesOfConsultations(ecosystems: readonly EcosystemView[], organisations: ReadonlyMap<string, string>): Deed[] {
  return samples.flatMap(([{ ecosystem: name }, livesOf]) => {
    const ecosystem = ecosystems.find(({ nameIt }) => nameIt === name)
    return ecosystem ? livesOf(ecosystem, organisations) : []
  })
}
