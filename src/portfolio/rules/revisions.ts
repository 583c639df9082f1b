import type { Day } from '../../kernel/day.ts'
import type { Project } from './projects.ts'

/** What a project said at a time. */
export type Content = Omit<Project, 'id' | 'ecosystemId' | 'revision' | 'addedOn'>

export interface Revision {
  readonly number: number
  readonly day: Day
  readonly content: Content
}

export function contentOf({ id, ecosystemId, revision, addedOn, ...content }: Project): Content {
  return content
}

export type Part = keyof Content

/** The parts that differ, in the order in which a project tells them. */
export function changedParts(before: Content, after: Content): Part[] {
  return (Object.keys(after) as Part[]).filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
}
