import type { Gap } from './gaps.ts'
import type { Pairing, Read } from './pairing.ts'

/** How alike two blocks must be besides standing in the same place, and by how much more than any other there. */
const alike = 0.4
const clearly = 0.2
/** A gap so large was written anew: nothing in it is guessed. */
const largestGap = 400

/** Where copies were made, only both neighbours tell the first one, and never against its id. */
export function isOwn(pairing: Pairing, before: number, after: number): boolean {
  return pairing.isUncopied(before) || (pairing.areBetween(before, after) && pairing.mayBePlaced(before, after))
}

/** Blocks written again in their place: alike, and clearly more than any other of the gap. */
export function pairAlike(pairing: Pairing, { before, after }: Gap): boolean {
  if (before.length * after.length > largestGap) return false
  const likeness = before.map((at) => after.map((there) => likenessOf(pairing, at, there)))
  let last = -1
  let found = false
  for (const [row, at] of before.entries()) {
    const values = likeness[row] as readonly number[]
    const best = values.indexOf(Math.max(...values))
    const value = values[best] ?? 0
    const rivals = [
      ...values.filter((_, column) => column !== best),
      ...likeness.filter((_, other) => other !== row).map((line) => line[best] ?? 0),
    ]
    if (best <= last || value < alike || rivals.some((rival) => rival > value - clearly)) continue
    pairing.pair(at, after[best] as number)
    last = best
    found = true
  }
  return found
}

/** Moved and written again: both its neighbours moved with it, and nothing else came between them. */
export function pairBetween(pairing: Pairing): boolean {
  let found = false
  for (const at of pairing.before.keys()) {
    const [above, below] = [pairing.partner[at - 1] ?? -1, pairing.partner[at + 1] ?? -1]
    const there = above + 1
    if (above < 0 || below !== there + 1 || !pairing.isFree(at, there)) continue
    if (pairing.before[at]?.kind === 'heading' || likenessOf(pairing, at, there, true) < alike) continue
    pairing.pair(at, there)
    found = true
  }
  return found
}

/** The share of words in common (Dice); none of blocks that cannot be each other, or where copies make it a guess. */
function likenessOf(pairing: Pairing, before: number, after: number, isPlaced = false): number {
  const old = pairing.before[before] as Read
  const fresh = pairing.after[after] as Read
  if (old.kind !== fresh.kind || !pairing.mayBePlaced(before, after)) return 0
  // What still stands word for word, or stood already, was not written again.
  if (pairing.isKnown(old) || pairing.isKnown(fresh)) return 0
  if (pairing.isRepeated(old, fresh) && !pairing.areBetween(before, after)) return 0
  if (!isOwn(pairing, before, after)) return 0
  if (!isPlaced && old.kind !== 'heading' && !pairing.areUnderOne(before, after)) return 0
  const counts = new Map<string, number>()
  for (const word of old.words) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of fresh.words) {
    const left = counts.get(word) ?? 0
    if (left > 0) common += 1
    counts.set(word, left - 1)
  }
  const whole = old.words.length + fresh.words.length
  return whole === 0 ? 0 : (2 * common) / whole
}
