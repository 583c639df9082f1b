import { isOwn, pairAlike, pairBetween } from './alike.ts'
import { type Gap, gapsOf } from './gaps.ts'
import { type Match, matchesOf } from './matches.ts'
import { steadyPart } from './order.ts'
import { type Alignable, Pairing, type Read } from './pairing.ts'

type KeyOf = (block: Read) => string
/** With its number first: an item may differ from the next by that alone. */
const keys: readonly KeyOf[] = [({ key }) => key, ({ unnumbered }) => unnumbered]

/** Words enough for a text to be told from any other by itself. */
const telling = 8
/** Words enough for a phrase that comes in again whole. */
const phrase = 4
/** Which part of a block's words must have gone, all proved, to the other one. */
const mostly = 0.5

/**
 * Which block of a text is which block of its next version. Proof is an id; or a text that stands once on both sides;
 * or a long sequence of words that does; or the place, between neighbours proved before. Texts repeat sentences, so
 * how alike two blocks are never decides alone: it only lets the place decide. What stays in doubt is not paired.
 */
export function alignBlocks(before: readonly Alignable[], after: readonly Alignable[]): Match[] {
  const pairing = pairBlocks(before, after)
  while (pairInOrder(pairing)) settle(pairing)
  // Last what moved alone: the very same phrase, once before and once after.
  if (pairByText(pairing, ({ words }, at) => words.length >= phrase && pairing.isUncopied(at))) settle(pairing)
  return matchesOf(pairing)
}

export function pairBlocks(before: readonly Alignable[], after: readonly Alignable[]): Pairing {
  const pairing = new Pairing(before, after)
  pairById(pairing)
  pairByText(pairing, ({ words }, at) => words.length >= telling && pairing.isUncopied(at))
  pairByWords(pairing)
  settle(pairing)
  return pairing
}

function settle(pairing: Pairing): void {
  for (let found = true; found; ) {
    found = pairByText(pairing, (_, at, there) => pairing.areBeside(at, there) && isOwn(pairing, at, there))
    for (const gap of gapsOf(pairing)) found = fill(pairing, gap) || found
    found = pairBetween(pairing) || found
  }
}

/**
 * A whole text that comes in again: what stands once on both sides, however short, and did not change its order; then,
 * between two of those, what stands once there. It says the very same in the same place: whoever reads sees no other.
 */
function pairInOrder(pairing: Pairing): boolean {
  const there = onlyOnes(pairing.after, ({ key }) => key)
  const only = [...onlyOnes(pairing.before, ({ key }) => key)].flatMap(([key, at]) => {
    const place = there.get(key) ?? -1
    return at >= 0 && place >= 0 && pairing.isFree(at, place) && pairing.mayBePlaced(at, place) ? [[at, place] as const] : []
  })
  const known = pairing.partner.flatMap((place, at) => (place >= 0 ? [[at, place] as const] : []))
  let found = pairSteady(
    pairing,
    [...known, ...only].sort(([one], [other]) => one - other),
  )
  for (const { before, after } of gapsOf(pairing)) {
    const places = onceIn(after, (at) => pairing.after[at]?.key ?? '')
    const equal = [...onceIn(before, (at) => pairing.before[at]?.key ?? '')].flatMap(([key, at]) => {
      const place = places.get(key) ?? -1
      return at >= 0 && place >= 0 && pairing.isFree(at, place) && pairing.mayBePlaced(at, place) ? [[at, place] as const] : []
    })
    found = pairSteady(pairing, equal) || found
  }
  return found
}

/** Those that kept their order, and are not paired yet. */
function pairSteady(pairing: Pairing, pairs: readonly (readonly [number, number])[]): boolean {
  const steady = steadyPart(pairs.map(([, place]) => place))
  const fresh = pairs.filter(([at, place], index) => steady.has(index) && pairing.isFree(at, place))
  for (const [at, place] of fresh) pairing.pair(at, place)
  return fresh.length > 0
}

function pairById(pairing: Pairing): void {
  const ids = new Map(pairing.after.flatMap(({ id }, at) => (id === null ? [] : [[id, at] as const])))
  for (const [at, { id }] of pairing.before.entries()) {
    const there = id === null ? undefined : ids.get(id)
    if (there !== undefined && pairing.isFree(at, there)) pairing.pair(at, there)
  }
}

/** Blocks whose text is the only one of its kind on both sides, with its number or without. */
function pairByText(pairing: Pairing, isProved: (block: Read, before: number, after: number) => boolean): boolean {
  let found = false
  for (const keyOf of keys) {
    const there = onlyOnes(pairing.after, keyOf)
    for (const [key, at] of onlyOnes(pairing.before, keyOf)) {
      const place = there.get(key) ?? -1
      if (at < 0 || place < 0 || !pairing.isFree(at, place) || !isProved(pairing.before[at] as Read, at, place)) continue
      pairing.pair(at, place)
      found = true
    }
  }
  return found
}

function onlyOnes(blocks: readonly Read[], keyOf: KeyOf): Map<string, number> {
  const found = new Map<string, number>()
  for (const [at, block] of blocks.entries()) found.set(keyOf(block), found.has(keyOf(block)) ? -1 : at)
  return found
}

/** Blocks most of whose words went to one another, in long sequences that nothing else has. */
function pairByWords(pairing: Pairing): void {
  const proved = pairing.shared.flatMap((counts, at) => [...counts].map(([there, count]) => ({ at, there, count })))
  for (const { at, there, count } of proved.sort((a, b) => b.count - a.count)) {
    const part = (block: Read | undefined) => count / (block?.words.length ?? 1)
    if (!pairing.isFree(at, there) || !pairing.isUncopied(at) || part(pairing.before[at]) < mostly || part(pairing.after[there]) < mostly)
      continue
    pairing.pair(at, there)
  }
}

function fill(pairing: Pairing, { before, after }: Gap): boolean {
  // Sections come before the whole: what they paired is no longer free here.
  if (before.some((at) => pairing.partner[at] !== -1) || after.some((at) => pairing.origin[at] !== -1)) return false
  const text = (block: Read | undefined) => block?.unnumbered
  const isEqual = (at: number, there: number) => text(pairing.before[at]) === text(pairing.after[there]) && isSafe(pairing, at, there)
  if (before.length === after.length && before.every((at, place) => isEqual(at, after[place] as number))) {
    for (const [place, at] of before.entries()) pairing.pair(at, after[place] as number)
    return true
  }
  return keys.some((keyOf) => pairEqual(pairing, { before, after }, keyOf)) || pairAlike(pairing, { before, after })
}

/** A text that recurs is told from its twins only where none was added or taken away, or by both its neighbours. */
function isSafe(pairing: Pairing, before: number, after: number): boolean {
  const block = pairing.before[before] as Read
  const isCounted = pairing.isAsMany(block) && pairing.isUncopied(before)
  const isPlaced = !pairing.isRepeated(block, block) || (pairing.areBeside(before, after) && pairing.isInCompany(before, after))
  return (isCounted && isPlaced) || (pairing.areBetween(before, after) && pairing.mayBePlaced(before, after))
}

/** Equal texts that stand once on each side of the gap. */
function pairEqual(pairing: Pairing, gap: Gap, keyOf: KeyOf): boolean {
  const there = onceIn(gap.after, (at) => keyOf(pairing.after[at] as Read))
  const pairs = [...onceIn(gap.before, (at) => keyOf(pairing.before[at] as Read))].flatMap(([key, at]) => {
    const place = there.get(key) ?? -1
    const paired = at >= 0 && place >= 0 && pairing.areUnderOne(at, place) && isSafe(pairing, at, place)
    return paired ? [[at, place] as const] : []
  })
  const steady = steadyPart(pairs.map(([, place]) => place))
  for (const [index, [at, place]] of pairs.entries()) if (steady.has(index)) pairing.pair(at, place)
  return steady.size > 0
}

function onceIn(places: readonly number[], keyOf: (at: number) => string): Map<string, number> {
  const found = new Map<string, number>()
  for (const at of places) found.set(keyOf(at), found.has(keyOf(at)) ? -1 : at)
  return found
}
