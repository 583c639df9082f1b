import type { PersonId } from '../../charter/policy.ts'
import type { Block, Fate, Passage } from '../../documents/index.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export const placeStates = ['same', 'moved', 'changed', 'ambiguous', 'orphan'] as const
export type PlaceState = (typeof placeStates)[number]

/** Part of a block's text, in UTF-16 units; without units the block whole. */
export interface Spot {
  readonly blockId: string
  readonly starts: number | null
  readonly ends: number | null
}

/** Where what a contribution speaks of stands in another version. */
export interface AnnotationPlace {
  readonly contributionId: string
  readonly versionId: string
  readonly state: PlaceState
  /** Null where it stands nowhere, or nobody can tell yet. */
  readonly spot: Spot | null
  /** In doubt: nothing is attached until a person has said where. */
  readonly waits: boolean
  readonly offered: readonly Spot[]
  readonly confirmedBy: PersonId | null
  readonly confirmedAt: Date | null
}

export type Carried = Pick<AnnotationPlace, 'state' | 'spot' | 'waits' | 'offered'>

/** A text of which less than this stayed is another one, until a person says that the comment still holds. */
const stayed = 0.75

/** What is written down of a comparison: the proved is attached, the doubtful waits for a person. */
export function placeOf(fate: Fate, passage: Passage, before: readonly Block[], after: readonly Block[]): Carried {
  const spotOf = ({ block, start, end }: Passage): Spot[] => {
    const there = after[block]
    return there ? [{ blockId: there.id, starts: start, ends: end }] : []
  }
  if (fate.state === 'orphan') return { state: 'orphan', spot: null, waits: false, offered: [] }
  const offered = (fate.state === 'ambiguous' ? fate.offered : [fate.place]).flatMap(spotOf)
  const [spot] = offered
  if (fate.state === 'ambiguous' || !spot) return { state: 'ambiguous', spot: null, waits: true, offered }
  if (fate.state !== 'changed') return { state: fate.state, spot, waits: false, offered: [] }
  const waits = likeness(wordsAt(before, passage), wordsAt(after, fate.place)) < stayed
  return { state: 'changed', spot, waits, offered: waits ? offered : [] }
}

function wordsAt(blocks: readonly Block[], { block, start, end }: Passage): string[] {
  const text = blocks[block]?.text ?? ''
  return text.slice(start ?? 0, end ?? text.length).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** How many of the words of the longer text are in the other too. */
export function likeness(before: readonly string[], after: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of before) left.set(word, (left.get(word) ?? 0) + 1)
  const shared = after.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  })
  return shared.length / Math.max(before.length, after.length, 1)
}

/** What a person can say of a comment: one of the places offered, a whole block, or that it stands nowhere. */
export const decisions = ['block', 'orphan'] as const

export const noPlaceChosen = {
  slug: 'no-place-chosen',
  status: 422,
  it: 'Scegli dove sta ora l’osservazione: uno dei passi proposti, un altro blocco del testo, oppure da nessuna parte.',
  en: 'Choose where the contribution stands now: one of the passages offered, another block of the text, or nowhere.',
} as const satisfies ProblemKind

export const notCarried = {
  slug: 'annotation-not-carried',
  status: 409,
  it: 'Questa osservazione non è ancora stata confrontata con la versione {number}: riprova tra un minuto.',
  en: 'This contribution has not been compared with version {number} yet: try again in a minute.',
} as const satisfies ProblemKind

/** What a person decided, in the same words as what a comparison proves. */
export function decided(choice: string, blockId: string | null, place: AnnotationPlace, after: readonly Block[], from: Spot): Carried {
  if (choice === 'orphan') return { state: 'orphan', spot: null, waits: false, offered: place.offered }
  const offered = /^\d{1,3}$/.test(choice) ? place.offered[Number(choice)] : undefined
  const block = after.find(({ id }) => id === blockId)
  const spot = offered ?? (choice === 'block' && block ? { blockId: block.id, starts: null, ends: null } : null)
  if (!spot) throw new Problem(noPlaceChosen, { field: choice === 'block' ? 'blockId' : 'choice' })
  const state = place.state === 'changed' || spot.blockId === from.blockId ? 'changed' : 'moved'
  return { state, spot, waits: false, offered: place.offered }
}
