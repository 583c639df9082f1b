import type { Access, FactPrecision, Means, PlanPrecision, SystemKind } from '../../landscape/index.ts'

/** Italian, then English. */
type Told = readonly [it: string, en: string]

/** The databases and systems of an ecosystem, and what joins them: facts of public knowledge, in our words. */
export interface SampleLandscape {
  readonly ecosystem: string
  /** The group that writes them down, and who does it there; AGID where no group is constituted. */
  readonly group?: { readonly body: string; readonly keeper: string }
  readonly on: string
  readonly systems: readonly SampleSystem[]
  readonly joinedOn: string
  readonly interconnections: readonly SampleInterconnection[]
}

export interface SampleSystem {
  readonly key: string
  readonly kind: SystemKind
  readonly name: Told
  readonly acronym?: string
  readonly holder: string
  readonly says: Told
  readonly data: Told
  readonly personal: boolean
  readonly national?: boolean
  readonly access: Access
  /** The law or the page that says who may read it. */
  readonly rule?: string
  readonly page?: string
  readonly dataset?: string
  readonly since?: readonly [on: string, precision: FactPrecision]
  readonly retired?: { readonly on: string; readonly reason: string }
  /** Ecosystems that it concerns besides its own. */
  readonly also?: readonly string[]
}

export interface SampleInterconnection {
  readonly from: string
  readonly to: string
  readonly purpose: Told
  readonly data: Told
  readonly means?: Means
  readonly exists?: { readonly on: string; readonly precision: FactPrecision; readonly evidence: string }
  readonly planned?: readonly [on: string, precision: PlanPrecision]
  /** A project of the same group. */
  readonly project?: string
}

export const systemKey = (key: string) => `system/${key}`

/** A law, or an article of it, where everybody reads it. */
export const law = (urn: string) => `https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:${urn}`
export const cad = (article: string) => law(`decreto.legislativo:2005-03-07;82~art${article}`)

export const culture = 'Beni culturali e turismo'
export const finance = 'Finanza pubblica'
export const health = 'Sanità'
export const justice = 'Giustizia'
export const development = 'Sviluppo e sostenibilità'
export const welfare = 'Welfare'
export const agriculture = 'Agricoltura'
export const legality = 'Difesa, sicurezza e soccorso – Legalità'
