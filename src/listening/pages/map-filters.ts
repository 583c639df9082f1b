import { paths, withQuery } from '../../charter/paths.ts'
import type { StakeholderKind } from '../rules/stakeholders.ts'

/** What the address says: filters that can be shared. */
export interface MapFilters {
  readonly kind: StakeholderKind | undefined
  readonly heard: boolean | undefined
  readonly interest: number | undefined
  readonly influence: number | undefined
}

export function addressOf(slug: string, { kind, heard, interest, influence }: MapFilters): string {
  return withQuery(paths.stakeholders(slug), {
    ...(kind ? { tipo: kind } : {}),
    ...(heard === undefined ? {} : { ascoltati: heard ? 'si' : 'no' }),
    ...(interest ? { interesse: String(interest) } : {}),
    ...(influence ? { influenza: String(influence) } : {}),
  })
}
