import { blocksOf } from '../documents/index.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'
import type { Db } from '../platform/db.ts'
import type { Target } from './rules/contributions.ts'

export const noSuchBlock = {
  slug: 'no-such-block',
  status: 422,
  it: 'Questa parte non c’è nella versione in consultazione: torna al testo e sceglila di nuovo.',
  en: 'This part is not in the version consulted upon: go back to the text and choose it again.',
} as const satisfies ProblemKind

/** For each block of a version, the heading under which it stands: itself for a heading, null before the first. */
export type Sections = ReadonlyMap<string, string | null>

const kept = new Map<string, Sections>()
const mostKept = 100

/** A version never changes, so what is known of the last ones is kept. */
export async function sectionsOfVersion(db: Db, versionId: string): Promise<Sections> {
  const known = kept.get(versionId)
  if (known) return known
  const sections = new Map<string, string | null>()
  let heading: string | null = null
  for (const { id, kind } of await blocksOf(db, versionId)) {
    if (kind === 'heading') heading = id
    sections.set(id, heading)
  }
  for (const oldest of kept.keys()) if (kept.size >= mostKept) kept.delete(oldest)
  kept.set(versionId, sections)
  return sections
}

/** The heading that a contribution is listed under; refuses a block that is not of the version. */
export async function sectionOfTarget(db: Db, versionId: string, target: Target): Promise<string | null> {
  if (target.kind === 'whole') return null
  const section = (await sectionsOfVersion(db, versionId)).get(target.blockId)
  if (section === undefined) throw new Problem(noSuchBlock, { field: 'blockId' })
  return section
}
