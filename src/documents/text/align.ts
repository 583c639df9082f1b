import { diffArrays } from 'diff'
import type { BlockId, BlockKind } from '../rules/blocks.ts'

export interface Alignable {
  readonly kind: BlockKind
  readonly level: number
  readonly text: string
}

/** How alike two blocks must be, from 0 to 1, for one to be taken as the other rewritten. */
const alike = 0.5

/**
 * For each incoming block the id of the block that it continues, or null for a new one. Equal texts in the same order
 * and section first; then, between two of those, blocks rewritten; last a text moved elsewhere, if it stands only once.
 */
export function align(existing: readonly (Alignable & { readonly id: BlockId })[], incoming: readonly Alignable[]): (BlockId | null)[] {
  const ids: (BlockId | null)[] = incoming.map(() => null)
  const taken = new Set<BlockId>()
  const give = (at: number, old: (typeof existing)[number]) => {
    ids[at] = old.id
    taken.add(old.id)
  }
  for (const [from, to] of pairsInOrder(keysWithin(existing), keysWithin(incoming))) give(to, existing[from] as (typeof existing)[number])
  fillGaps(existing, incoming, ids, give, (olds, news) => pairsInOrder(olds.map(keyOf), news.map(keyOf)))
  fillGaps(existing, incoming, ids, give, rewritten)

  const left = new Map<string, (typeof existing)[number] | null>()
  for (const old of existing) if (!taken.has(old.id)) left.set(keyOf(old), left.has(keyOf(old)) ? null : old)
  const coming = new Map<string, number>()
  incoming.forEach((block, at) => {
    if (ids[at] === null) coming.set(keyOf(block), coming.has(keyOf(block)) ? -1 : at)
  })
  for (const [key, at] of coming) {
    const old = left.get(key)
    if (old && at >= 0) give(at, old)
  }
  return ids
}

const keyOf = ({ kind, text }: Alignable) => `${kind} ${text}`

/** A sentence that recurs is told from its twins by the heading it stands under. */
function keysWithin(blocks: readonly Alignable[]): string[] {
  let heading = ''
  return blocks.map((block) => {
    if (block.kind === 'heading') heading = block.text
    return `${heading}\n${keyOf(block)}`
  })
}

function pairsInOrder(before: readonly string[], after: readonly string[]): [number, number][] {
  const pairs: [number, number][] = []
  let from = 0
  let to = 0
  for (const { added, removed, count, value } of diffArrays([...before], [...after])) {
    const length = count ?? value.length
    if (removed) from += length
    else if (added) to += length
    else for (let at = 0; at < length; at += 1) pairs.push([from++, to++])
  }
  return pairs
}

/** Between two blocks already paired, pairs what is left on both sides. */
function fillGaps<Old extends Alignable & { readonly id: BlockId }>(
  existing: readonly Old[],
  incoming: readonly Alignable[],
  ids: readonly (BlockId | null)[],
  give: (at: number, old: Old) => void,
  pairing: (olds: readonly Old[], news: readonly Alignable[]) => readonly [number, number][],
): void {
  const placeOf = new Map(existing.map(({ id }, at) => [id, at]))
  let oldFrom = 0
  let newFrom = 0
  for (let at = 0; at <= incoming.length; at += 1) {
    const id = ids[at]
    const anchor = at === incoming.length ? existing.length : id ? (placeOf.get(id) ?? null) : null
    if (anchor === null) continue
    const olds = existing.slice(oldFrom, anchor)
    const news = incoming.slice(newFrom, at)
    if (olds.length > 0 && news.length > 0) {
      const start = newFrom
      for (const [from, to] of pairing(olds, news)) give(start + to, olds[from] as Old)
    }
    oldFrom = anchor + 1
    newFrom = at + 1
  }
}

/** Each block with the first one after it, in order, that is of the same kind and alike. Looks only a little ahead. */
function rewritten(olds: readonly Alignable[], news: readonly Alignable[]): [number, number][] {
  const pairs: [number, number][] = []
  const bags = olds.map(({ text }) => bagOf(text))
  let from = 0
  news.forEach((block, to) => {
    const bag = bagOf(block.text)
    let best = -1
    let score = alike
    for (let at = from; at < Math.min(olds.length, from + 40); at += 1) {
      if (olds[at]?.kind !== block.kind) continue
      const likeness = likenessOf(bags[at] as Bag, bag)
      if (likeness > score) {
        best = at
        score = likeness
      }
    }
    if (best < 0) return
    pairs.push([best, to])
    from = best + 1
  })
  return pairs
}

type Bag = Map<string, number>

function bagOf(text: string): Bag {
  const bag: Bag = new Map()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

/** The share of words in common (Dice). */
function likenessOf(a: Bag, b: Bag): number {
  const size = (bag: Bag) => [...bag.values()].reduce((sum, count) => sum + count, 0)
  const common = [...a].reduce((sum, [word, count]) => sum + Math.min(count, b.get(word) ?? 0), 0)
  const whole = size(a) + size(b)
  return whole === 0 ? 0 : (2 * common) / whole
}
