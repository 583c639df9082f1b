import canonicalize from 'canonicalize'
import { diffWordsWithSpace } from 'diff'
import type { Block } from '../rules/blocks.ts'

/** A piece of text, as the `diff` library tells it. */
export interface Part {
  readonly value: string
  readonly added?: boolean
  readonly removed?: boolean
}

export type BlockChange =
  | { readonly kind: 'same'; readonly before: Block; readonly after: Block }
  | { readonly kind: 'moved'; readonly before: Block; readonly after: Block }
  /** `words` tells its words; `moved` when it stands elsewhere too. */
  | { readonly kind: 'changed'; readonly before: Block; readonly after: Block; readonly moved: boolean; readonly words: readonly Part[] }
  | { readonly kind: 'added'; readonly before: null; readonly after: Block }
  | { readonly kind: 'removed'; readonly before: Block; readonly after: null }

/** What became of each block, in the order of the later text; what was removed stands where it was. */
export function diffVersions(before: readonly Block[], after: readonly Block[]): BlockChange[] {
  const later = new Map(after.map((block, at) => [block.id, at]))
  const former = new Map(before.map((block) => [block.id, block]))
  const kept = before.filter(({ id }) => later.has(id))
  const still = inPlace(kept.map(({ id }) => later.get(id) as number))
  const steady = new Set(kept.filter((_, at) => still.has(at)).map(({ id }) => id))

  const changes: BlockChange[] = []
  let passed = 0
  const removedBefore = (id: string | null) => {
    for (; passed < before.length && before[passed]?.id !== id; passed += 1) {
      const block = before[passed] as Block
      if (!later.has(block.id)) changes.push({ kind: 'removed', before: block, after: null })
    }
  }
  for (const block of after) {
    const old = former.get(block.id)
    if (old && steady.has(block.id)) removedBefore(block.id)
    if (!old) changes.push({ kind: 'added', before: null, after: block })
    else changes.push(changeOf(old, block, !steady.has(block.id)))
  }
  removedBefore(null)
  return changes
}

function changeOf(before: Block, after: Block, moved: boolean): BlockChange {
  if (!isSame(before, after)) return { kind: 'changed', before, after, moved, words: wordsChanged(before.text, after.text) }
  return moved ? { kind: 'moved', before, after } : { kind: 'same', before, after }
}

/** Same kind, level, words and data. */
export function isSame(
  a: Pick<Block, 'kind' | 'level' | 'source' | 'data'>,
  b: Pick<Block, 'kind' | 'level' | 'source' | 'data'>,
): boolean {
  return a.kind === b.kind && a.level === b.level && a.source === b.source && canonicalize(a.data) === canonicalize(b.data)
}

/** Word by word; two texts that have nothing in common are told whole rather than searched for long. */
export function wordsChanged(before: string, after: string): Part[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: 2000, timeout: 200 })
  return (
    parts?.map(({ value, added, removed }) => ({ value, ...(added ? { added } : {}), ...(removed ? { removed } : {}) })) ?? [
      { value: before, removed: true },
      { value: after, added: true },
    ]
  )
}

/** The places of the longest run that kept its order: whatever is outside it moved. */
function inPlace(positions: readonly number[]): Set<number> {
  const tails: number[] = []
  const previous: number[] = []
  positions.forEach((position, at) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((positions[tails[middle] as number] as number) < position) low = middle + 1
      else high = middle
    }
    previous[at] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = at
  })
  const run = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] as number) run.add(at)
  return run
}

/** How many blocks were added, removed, changed and moved. */
export function countChanges(changes: readonly BlockChange[]): Record<'added' | 'removed' | 'changed' | 'moved', number> {
  const count = (kind: BlockChange['kind']) => changes.filter((change) => change.kind === kind).length
  return { added: count('added'), removed: count('removed'), changed: count('changed'), moved: count('moved') }
}
