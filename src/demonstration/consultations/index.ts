import type { EcosystemView } from '../../ecosystems/index.ts'
import type { OrganisationKind } from '../../organisations/index.ts'
import type { Deed } from '../history.ts'
import { cultureConsultation, livesOfCultureConsultation, organisationsOnCulture } from './culture.ts'

/** The organisations that wrote in consultations, and of what kind they are. */
export const writingOrganisations: ReadonlyMap<string, OrganisationKind> = new Map(organisationsOnCulture)

/** The strategy of culture, open to everybody since 15 June 2020, with what was written on it and what was answered. */
export function livesOfConsultations(ecosystems: readonly EcosystemView[], organisations: ReadonlyMap<string, string>): Deed[] {
  const culture = ecosystems.find(({ nameIt }) => nameIt === cultureConsultation.ecosystem)
  return culture ? livesOfCultureConsultation(culture, organisations) : []
}
