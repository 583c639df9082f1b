import type { ProjectKind } from '../../portfolio/index.ts'

export interface SamplePortfolio {
  readonly body: string
  readonly ecosystem: string
  /** Who adds to it: the rapporteur or the secretary of the group. */
  readonly keeper: string
  readonly projects: readonly SampleProject[]
}

export interface SampleProject {
  readonly key: string
  readonly kind: ProjectKind
  readonly title: string
  readonly titleEn: string
  readonly says: string
  readonly on: string
  readonly for: readonly ('citizens' | 'firms' | 'administrations')[]
  readonly owners: readonly string[]
  /** Expected start and end, then when it started and ended in fact. */
  readonly expected?: readonly [string, string]
  readonly started?: string
  readonly ended?: string
  readonly stopped?: { readonly on: string; readonly reason: string }
  readonly partOf?: string
  /** When it was told which needs it answers; the day after it was added unless told. */
  readonly needsOn?: string
  readonly fully?: readonly string[]
  readonly partly?: readonly string[]
}

export const projectKey = (body: string, key: string) => `${body}/project/${key}`
