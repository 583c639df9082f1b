import { type Block, blocksOf, getVersion } from '../documents/index.ts'
import type { Db } from '../platform/db.ts'

/** The text of a version, in order, and where each block stands in it. */
export interface VersionText {
  readonly id: string
  readonly number: number
  readonly blocks: readonly Block[]
  readonly positions: ReadonlyMap<string, number>
  readonly headings: readonly (Block & { readonly position: number })[]
  readonly letters: number
}

const kept = new Map<string, VersionText>()
/** About thirty megabytes, however long the texts are. */
const mostLetters = 5_000_000
let held = 0

/** A version never changes, so the texts last read are kept. */
export async function textOfVersion(db: Db, versionId: string): Promise<VersionText> {
  const known = kept.get(versionId)
  if (known) {
    kept.delete(versionId)
    kept.set(versionId, known)
    return known
  }
  const blocks = await blocksOf(db, versionId)
  const made: VersionText = {
    id: versionId,
    number: (await getVersion(db, versionId)).number,
    blocks,
    positions: new Map(blocks.map(({ id }, position) => [id as string, position])),
    headings: blocks.flatMap((block, position) => (block.kind === 'heading' ? [{ ...block, position }] : [])),
    letters: blocks.reduce((sum, { source, html, text }) => sum + source.length + html.length + text.length, 0),
  }
  if (!kept.has(versionId)) {
    held += made.letters
    kept.set(versionId, made)
  }
  for (const [oldest, { letters }] of kept) {
    if (held <= mostLetters) break
    kept.delete(oldest)
    held -= letters
  }
  return made
}
