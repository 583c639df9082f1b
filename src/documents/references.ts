import type { State } from '../charter/states.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import type { Db } from '../platform/db.ts'
import type { Block, Reference } from './rules/blocks.ts'

/** A thing of another room as it is today. */
export interface LivingReference extends Reference {
  readonly title: string
  readonly path: string
  readonly state?: { readonly state: State; readonly label: string } | undefined
}

/** Told by the rooms that keep needs, projects, services, databases and systems: they stand beside or above this one. */
export interface References {
  resolve(db: Db, refs: readonly Reference[], reader: { readonly lang: Lang; readonly today: Day }): Promise<readonly LivingReference[]>
  /** What a writer may mean by some words, for choosing. */
  suggest?(
    db: Db,
    ecosystemId: string,
    words: string,
    reader: { readonly lang: Lang; readonly today: Day },
  ): Promise<readonly LivingReference[]>
}

export const noReferences: References = { resolve: async () => [] }

export const keyOfRef = ({ kind, id }: Reference) => `${kind}:${id}`

/** Whatever the blocks of a page speak of, as it is today, by kind and id. */
export async function livingIn(
  db: Db,
  references: References,
  blocks: readonly Block[],
  reader: { readonly lang: Lang; readonly today: Day },
): Promise<Map<string, LivingReference>> {
  const asked = new Map(blocks.flatMap(({ data }) => (data.refs ?? []).map((ref) => [keyOfRef(ref), ref] as const)))
  if (asked.size === 0) return new Map()
  return new Map((await references.resolve(db, [...asked.values()], reader)).map((ref) => [keyOfRef(ref), ref]))
}

const mostTold = 100

/** What blocks speak of in words, once each, for where there are no links: 'Anagrafe nazionale: in servizio'. */
export async function livingInWords(
  db: Db,
  references: References,
  refs: readonly Reference[],
  reader: { readonly lang: Lang; readonly today: Day },
): Promise<readonly string[]> {
  const asked = new Map(refs.map((ref) => [keyOfRef(ref), ref]))
  if (asked.size === 0) return []
  const living = await references.resolve(db, [...asked.values()].slice(0, mostTold), reader)
  return living.map(({ title, state }) => (state ? `${title}: ${state.label}` : title))
}
