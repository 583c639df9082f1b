import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export type BlockId = Id<'block'>

export const blockKinds = [
  'heading',
  'paragraph',
  'list-item',
  'table',
  'figure',
  'footnote',
  'perimeter-item',
  'objective',
  'intervention',
] as const
export type BlockKind = (typeof blockKinds)[number]

export interface Block {
  /** Given by the server; lives through versions. */
  readonly id: BlockId
  readonly kind: BlockKind
  /** Heading 1 to 4; depth of a list item, from 1; otherwise 0. */
  readonly level: number
  /** Markdown: inline for all kinds but tables, which are whole. */
  readonly source: string
  /** Made of the source when it was written, and cleaned. */
  readonly html: string
  /** Plain text, NFC, exactly the text that the HTML shows: what selectors, diffs and search count in. */
  readonly text: string
  /** The structured part, as the kind's schema has it. */
  readonly data: BlockData
}

/** A block of the working draft: its revision grows with every change. */
export interface DraftBlock extends Block {
  readonly revision: number
}

/** A thing of another room that a block speaks of: its title and state are asked when the page is shown. */
export interface Reference {
  readonly kind: string
  readonly id: string
}

export interface BlockData {
  readonly refs?: readonly Reference[] | undefined
  /** Perimeter items. */
  readonly place?: (typeof places)[number] | undefined
  readonly about?: (typeof abouts)[number] | undefined
  readonly ecosystemId?: string | undefined
  /** Figures. */
  readonly fileId?: string | undefined
  readonly alt?: string | undefined
  /** List items that are numbered. */
  readonly ordered?: boolean | undefined
  /** Footnotes: what the text calls them by, as in [^1]. */
  readonly label?: string | undefined
}

export const places = ['inside', 'border', 'outside'] as const
export const abouts = ['subjects', 'services', 'processes', 'data', 'territories', 'ecosystems'] as const

/** What somebody writes: the rest is given or made by the server. */
export interface ParsedBlock {
  readonly kind: BlockKind
  readonly level: number
  readonly source: string
  readonly data?: BlockData
}

/** How long one block may be, and how many a document may hold. */
export const longest = 20_000
export const most = 5000

export const blockEmpty = {
  slug: 'block-empty',
  status: 422,
  it: 'Un blocco è vuoto: scrivi il suo testo, oppure toglilo.',
  en: 'A block is empty: write its text, or remove it.',
} as const satisfies ProblemKind

export const blockTooLong = {
  slug: 'block-too-long',
  status: 422,
  it: 'Un blocco supera {maximum} caratteri: dividilo in più paragrafi.',
  en: 'A block is longer than {maximum} characters: split it into paragraphs.',
} as const satisfies ProblemKind

export const blockUnkeepable = {
  slug: 'block-unkeepable',
  status: 422,
  it: 'Ci sono caratteri che non si possono conservare: riscrivi il testo a mano.',
  en: 'Some characters cannot be kept: type the text again.',
} as const satisfies ProblemKind

export const blockMisshapen = {
  slug: 'block-misshapen',
  status: 422,
  it: 'I dati di un blocco non corrispondono al suo tipo ({detail}): correggili.',
  en: 'The data of a block do not fit its kind ({detail}): correct them.',
} as const satisfies ProblemKind

export const notThere = {
  slug: 'block-gone',
  status: 404,
  it: 'Questo blocco non è più nella bozza: qualcuno l’ha tolto. Lo ritrovi nella storia della bozza.',
  en: 'This block is no longer in the draft: somebody removed it. You find it in the draft’s history.',
} as const satisfies ProblemKind

export const tooManyBlocks = {
  slug: 'too-many-blocks',
  status: 422,
  it: 'Un documento può avere al massimo {maximum} blocchi: dividilo in più documenti.',
  en: 'A document may have at most {maximum} blocks: split it into several documents.',
} as const satisfies ProblemKind

export function mustBeFew(count: number): void {
  if (count > most) throw new Problem(tooManyBlocks, { maximum: most })
}
