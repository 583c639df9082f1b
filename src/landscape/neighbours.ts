import type { State } from '../charter/states.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import type { Db } from '../platform/db.ts'

type Told = { readonly lang: Lang; readonly today: Day }

/** A text that speaks of a system. */
export interface SpeakingText {
  readonly title: string
  readonly path: string
  /** The words of the block that speaks of it. */
  readonly text: string
}

/** A project or a service as it is today. */
export interface LivingProject {
  readonly id: string
  readonly title: string
  readonly path: string
  readonly state: { readonly state: State; readonly label: string }
  readonly withdrawn: boolean
}

/** What the rooms beside and above tell this one. */
export interface Neighbours {
  /** The texts that everybody reads and that speak of a system: those in force, and those in consultation. */
  readonly texts: (db: Db, systemId: string, reader: Told) => Promise<readonly SpeakingText[]>
  /** The drafts that speak of it. */
  readonly drafts: (db: Db, systemId: string, reader: Told) => Promise<readonly SpeakingText[]>
  readonly projectsById: (db: Db, ids: readonly string[], reader: Told) => Promise<ReadonlyMap<string, LivingProject>>
  readonly suggestProjects: (db: Db, ecosystemId: string, words: string, reader: Told) => Promise<readonly LivingProject[]>
}
