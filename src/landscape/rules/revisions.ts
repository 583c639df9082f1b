import type { Day } from '../../kernel/day.ts'
import type { Interconnection } from './interconnections.ts'
import type { System } from './systems.ts'

/** What a system, or an interconnection, said at a time. */
export type SystemContent = Omit<System, 'id' | 'ecosystemId' | 'revision' | 'addedOn'>
export type InterconnectionContent = Omit<Interconnection, 'id' | 'ecosystemId' | 'revision' | 'addedOn'>

export interface Revision<Content> {
  readonly number: number
  readonly day: Day
  readonly content: Content
}

interface Kept {
  readonly id: string
  readonly ecosystemId: string
  readonly revision: number
  readonly addedOn: Day
}

export function contentOf<Thing extends Kept>({ id, ecosystemId, revision, addedOn, ...content }: Thing) {
  return content
}

/** The parts that differ, in the order in which they are told. */
export function changedParts<Content extends object>(before: Content, after: Content): (keyof Content & string)[] {
  const parts = Object.keys(after) as (keyof Content & string)[]
  return parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
}
