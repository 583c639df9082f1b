import type { Deed } from '../history.ts'

/** Where listening happens, and who keeps it. */
export interface Listening {
  readonly body: string
  readonly slug: string
  readonly secretary: NonNullable<Deed['by']>
  readonly organisations: ReadonlyMap<string, string>
}
