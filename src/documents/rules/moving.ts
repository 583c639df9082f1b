import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { type Block, notThere } from './blocks.ts'
import { flatten, keyOf, ownRange, sectionsOf, start } from './sections.ts'

/** What is moved, counted from a block, and after which block it goes; null: before all others. */
export interface Move {
  readonly blockId: string
  /** A heading takes along all its section, sub-sections included. */
  readonly whole: boolean
  readonly count: number
  readonly after: string | null
}

export const nowhereToMove = {
  slug: 'block-place-gone',
  status: 422,
  it: 'Il blocco dopo cui mettere il testo non c’è più: scegli un altro posto.',
  en: 'The block to put the text after is no longer there: choose another place.',
} as const satisfies ProblemKind

export const movedIntoItself = {
  slug: 'block-moved-into-itself',
  status: 422,
  it: 'Il posto scelto fa parte di ciò che sposti: scegline uno fuori.',
  en: 'The place you chose is part of what you are moving: choose one outside it.',
} as const satisfies ProblemKind

/** From which block to before which one a move takes. */
export function stretchMoved(blocks: readonly Block[], { blockId, whole, count }: Omit<Move, 'after'>): { from: number; to: number } {
  const from = blocks.findIndex(({ id }) => id === blockId)
  if (from < 0) throw new Problem(notThere, { block: blockId })
  const section = whole ? flatten(sectionsOf(blocks)).find(({ heading }) => heading?.id === blockId) : undefined
  return { from, to: Math.min(blocks.length, from + (section?.count ?? count)) }
}

/** The text with a part of it in another place: nothing is rewritten, no id changes. */
export function moved<Of extends Block>(blocks: readonly Of[], move: Move): Of[] {
  const { from, to } = stretchMoved(blocks, move)
  const taken = blocks.slice(from, to)
  if (taken.some(({ id }) => id === move.after)) throw new Problem(movedIntoItself, { field: 'after' })
  const rest = [...blocks.slice(0, from), ...blocks.slice(to)]
  const before = rest.findIndex(({ id }) => id === move.after)
  if (move.after !== null && before < 0) throw new Problem(nowhereToMove, { field: 'after' })
  return rest.toSpliced(before + 1, 0, ...taken)
}

/** Before which block a section ends, sub-sections included. */
export function endOfSection(blocks: readonly Block[], headingId: string): number {
  const section = flatten(sectionsOf(blocks)).find(({ heading }) => heading?.id === headingId)
  if (!section) throw new Problem(nowhereToMove, { field: 'after' })
  return section.from + section.count
}

/** A place of a section where something can go. */
export interface Destination {
  readonly after: string | null
  readonly how: 'first' | 'heading' | 'block' | 'end'
  readonly block: Block | null
  /** Counted as the section's form counts them. */
  readonly number: number
}

/** In which section a block stands: a heading, in the one that holds it or before it. */
export function sectionHolding(blocks: readonly Block[], blockId: string): string {
  const at = blocks.findIndex(({ id }) => id === blockId)
  return blocks.slice(0, Math.max(at, 0)).findLast(({ kind }) => kind === 'heading')?.id ?? start
}

/** Every place of a section but those that what moves takes up. */
export function destinationsIn(blocks: readonly Block[], key: string, move: Omit<Move, 'after'>): Destination[] {
  const own = ownRange(blocks, key)
  if (!own) return []
  const taken = stretchMoved(blocks, move)
  const free = (at: number) => at < taken.from || at >= taken.to
  const places = blocks.slice(own.from, own.to).flatMap((block, index): Destination[] => {
    if (!free(own.from + index)) return []
    return [{ after: block.id, how: block.kind === 'heading' ? 'heading' : 'block', block, number: index + 1 }]
  })
  const whole = flatten(sectionsOf(blocks)).find((section) => keyOf(section) === key && section.heading)
  const last = whole ? whole.from + whole.count - 1 : -1
  const end = last >= own.to && free(last) ? [{ after: blocks[last]?.id ?? null, how: 'end' as const, block: null, number: 0 }] : []
  const first = key === start && taken.from > 0 ? [{ after: null, how: 'first' as const, block: null, number: 0 }] : []
  return [...first, ...places, ...end]
}
