import type { BlockData, DocumentKind, ParsedBlock } from '../../documents/index.ts'

/** A text of an ecosystem and its life. */
export interface SampleText {
  /** The body whose group writes it: it names the deeds too. */
  readonly body: string
  readonly ecosystem: string
  readonly kind: DocumentKind
  readonly title: string
  readonly titleEn: string
  /** Who writes, and with which role. */
  readonly writer: string
  readonly begunOn: string
  readonly writtenOn: string
  readonly blocks: readonly SampleBlock[]
  readonly comments?: readonly SampleComment[]
  readonly frozen?: { readonly on: string; readonly note: string }
  /** The name of the deed by which the group decided to adopt it, and when it was published. */
  readonly adopted?: { readonly decision: string; readonly on: string }
}

export interface SampleBlock {
  readonly kind: ParsedBlock['kind']
  readonly level: number
  readonly source: string
  readonly place?: BlockData['place']
  readonly about?: BlockData['about']
  /** Needs that it answers, by the names that listening gives them. */
  readonly needs?: readonly string[]
  /** Databases and systems that it speaks of. */
  readonly systems?: readonly string[]
}

/** Said of the block in this place of the text, from 0. */
export interface SampleComment {
  readonly block: number
  readonly by: string
  readonly on: string
  readonly text: string
  readonly answers?: readonly { readonly by: string; readonly on: string; readonly text: string }[]
}

export const heading = (level: number, source: string): SampleBlock => ({ kind: 'heading', level, source })
export const paragraph = (source: string): SampleBlock => ({ kind: 'paragraph', level: 0, source })
export const listed = (...sources: readonly string[]): SampleBlock[] => sources.map((source) => ({ kind: 'list-item', level: 1, source }))
/** A block that speaks of databases and systems. */
export const about = (block: SampleBlock, ...systems: readonly string[]): SampleBlock => ({ ...block, systems })
export const objective = (source: string, ...needs: readonly string[]): SampleBlock => ({ kind: 'objective', level: 0, source, needs })
export const intervention = (source: string, ...needs: readonly string[]): SampleBlock => ({
  kind: 'intervention',
  level: 0,
  source,
  needs,
})

type Place = NonNullable<BlockData['place']>
type About = NonNullable<BlockData['about']>

/** Things of a perimeter: where they stand, and what they are. */
export const stands = (place: Place, about: About, ...sources: readonly string[]): SampleBlock[] =>
  sources.map((source) => ({ kind: 'perimeter-item', level: 0, source, place, about }))

export const textKey = (body: string, kind: DocumentKind) => `${body}/text/${kind}`
export const versionKey = (body: string, kind: DocumentKind, number = 1) => `${textKey(body, kind)}/version-${number}`
