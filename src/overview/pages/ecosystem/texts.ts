import { type Block, blocksOf, type DocumentFact, type DocumentKind } from '../../../documents/index.ts'
import type { Db } from '../../../platform/db.ts'

/** What the published perimeter and vision of an ecosystem say first; what is not published says nothing. */
export interface Texts {
  readonly inside: Excerpt
  readonly outside: Excerpt
  readonly objectives: Excerpt
  readonly perimeter: boolean
  readonly vision: boolean
}

export interface Excerpt {
  readonly first: readonly string[]
  /** How many more there are. */
  readonly more: number
}

const fewItems = 3

/** In at most two statements. */
export async function textsOf(db: Db, documents: readonly DocumentFact[]): Promise<Texts> {
  const published = (kind: DocumentKind) => documents.find((one) => one.kind === kind)?.published ?? null
  const perimeter = published('perimeter')
  const vision = published('vision')
  const items = perimeter ? await blocksOf(db, perimeter.id) : []
  const aims = vision ? await blocksOf(db, vision.id) : []
  const at = (place: string) => items.filter(({ kind, data }) => kind === 'perimeter-item' && data.place === place)
  return {
    inside: excerpt(at('inside'), fewItems),
    outside: excerpt(at('outside'), fewItems),
    objectives: excerpt(
      aims.filter(({ kind }) => kind === 'objective'),
      1,
    ),
    perimeter: perimeter !== null,
    vision: vision !== null,
  }
}

const excerpt = (blocks: readonly Block[], most: number): Excerpt => ({
  first: blocks.slice(0, most).map(({ text }) => text),
  more: Math.max(0, blocks.length - most),
})
