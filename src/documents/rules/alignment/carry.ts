import type { Alignable } from './pairing.ts'
import { type Place, Texts } from './texts.ts'
import { hasWords, sentenceAround, type Word } from './words.ts'

/** Some words of a block, in UTF-16 units of its text; or, without units, the block whole. */
export interface Passage {
  readonly block: number
  readonly start: number | null
  readonly end: number | null
}

/**
 * What became of the words somebody spoke of. `same`, `moved` and `changed` are proved. In doubt nothing is attached:
 * `ambiguous` offers places to choose among, `orphan` says that the words are gone.
 */
export type Fate =
  | { readonly state: 'same' | 'moved' | 'changed'; readonly place: Passage }
  | { readonly state: 'ambiguous'; readonly offered: readonly Passage[] }
  | { readonly state: 'orphan' }

/** Which part of the words, and of the sentence around them, must still be there for a change to be believed. */
const mostly = 0.5
/** How many times longer the words may have grown. */
const grown = 2
/** A sentence shorter than that is read with what stands beside it. */
const manyWords = 8
/** Fewer words than these must be at least such a part of their new sentence. */
const scrap = 0.5
const stray = 0.2
const proofEnough = 12
const mostOffered = 10

/** Prepares to carry any number of passages from one text to the next. */
export function carrier(before: readonly Alignable[], after: readonly Alignable[]): (passage: Passage) => Fate {
  const texts = new Texts(before, after)
  return (passage) => {
    const text = before[passage.block]?.text ?? ''
    if (passage.start === null || passage.end === null) return carryWhole(texts, passage.block)
    if (!hasWords(text.slice(passage.start, passage.end))) return carryWhole(texts, passage.block)
    return carryWords(texts, { block: passage.block, start: passage.start, end: passage.end })
  }
}

function carryWhole(texts: Texts, block: number): Fate {
  const { partner } = texts.pairing
  const there = partner[block] ?? -1
  const place = { block: there, start: null, end: null }
  if (there >= 0 && texts.text(block) === texts.later(there)) return { state: texts.hasMoved(block, there) ? 'moved' : 'same', place }
  // Joined to another block, or with sentences from elsewhere, the whole would be more than what was spoken of.
  return carryWords(texts, { block, start: 0, end: texts.text(block).length })
}

interface Stretch {
  readonly block: number
  readonly start: number
  readonly end: number
}

function carryWords(texts: Texts, passage: Stretch): Fate {
  const { block, start, end } = passage
  const there = texts.pairing.partner[block] ?? -1
  if (there >= 0 && texts.text(block) === texts.later(there))
    return { state: texts.hasMoved(block, there) ? 'moved' : 'same', place: { block: there, start, end } }

  const all = texts.words(block)
  const own = indexesIn(all, start, end)
  const target = mainBlock(texts.places(block), own)
  if (target === null) return byQuote(texts, passage)
  const believed = isContextThere(texts, passage, target)
  const exact = exactPlace(texts, passage, target, own)
  if (exact && believed) return { state: texts.hasMoved(block, target) ? 'moved' : 'same', place: exact }

  const around = hull(texts, passage, target, own)
  const stayed = own.filter((at) => texts.places(block)[at]?.block === target).length
  const isLikely = believed && around !== null && stayed >= own.length * mostly && around.words <= own.length * grown + 3
  if (isLikely) return { state: 'changed', place: around.place }
  return { state: 'ambiguous', offered: [exact ?? around?.place ?? { block: target, start: null, end: null }] }
}

function indexesIn(words: readonly Word[], start: number, end: number): number[] {
  return words.flatMap((word, at) => (word.end > start && word.start < end ? [at] : []))
}

/** The block where most of the words went. */
function mainBlock(places: readonly (Place | null)[], own: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const at of own) {
    const place = places[at]
    if (place) counts.set(place.block, (counts.get(place.block) ?? 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best?.[0] ?? null
}

/** The sentence must be there too, and be more than a scrap of another: a formula that recurs in a new one is no proof. */
function isContextThere(texts: Texts, { block, start, end }: Stretch, target: number): boolean {
  const sentence = sentenceAround(texts.text(block), start, end)
  const around = widened(indexesIn(texts.words(block), sentence.start, sentence.end), texts.words(block).length)
  const places = texts.places(block)
  // Where some of it was copied, the words found in another block may be the copy.
  if (texts.pairing.partner[block] !== target && around.some((at) => texts.pairing.isCopied(block, at))) return false
  const stayed = around.flatMap((at) => (places[at]?.block === target ? [places[at].word] : []))
  if (stayed.length < around.length * mostly) return false
  // Some of it here and some there: nothing tells which is the one spoken of.
  const elsewhere = around.filter((at) => places[at] && places[at].block !== target).length
  if (elsewhere > stayed.length * stray) return false
  if (stayed.length >= proofEnough) return true
  const words = texts.laterWords(target)
  const later = sentenceAround(texts.later(target), words[Math.min(...stayed)]?.start ?? 0, words[Math.max(...stayed)]?.end ?? 0)
  return stayed.length >= indexesIn(words, later.start, later.end).length * scrap
}

/** A sentence of two words says little: those beside it speak too. */
function widened(words: readonly number[], all: number): number[] {
  const [first, last] = [words[0] ?? 0, words.at(-1) ?? 0]
  const more = Math.max(0, Math.ceil((manyWords - words.length) / 2))
  const from = Math.max(0, first - more)
  return Array.from({ length: Math.min(all - 1, last + more) - from + 1 }, (_, step) => from + step)
}

/** Where the very same characters stand around words that are proved. */
function exactPlace(texts: Texts, { block, start, end }: Stretch, target: number, own: readonly number[]): Passage | null {
  const quote = texts.text(block).slice(start, end)
  const starts = new Set<number>()
  for (const at of own) {
    const place = texts.places(block)[at]
    const word = texts.words(block)[at]
    const there = place?.block === target ? texts.laterWords(target)[place.word] : undefined
    if (word && there) starts.add(there.start - (word.start - start))
  }
  const [at, ...others] = [...starts].filter((from) => from >= 0 && texts.later(target).startsWith(quote, from))
  return at === undefined || others.length > 0 ? null : { block: target, start: at, end: at + quote.length }
}

/** From the first to the last word that is still there, with what replaced the words beside them. */
function hull(texts: Texts, { block }: Stretch, target: number, own: readonly number[]): { place: Passage; words: number } | null {
  const places = texts.places(block)
  const here = (at: number | undefined) => {
    const place = at === undefined ? null : places[at]
    return place?.block === target ? place.word : null
  }
  const found = own.map(here).filter((word) => word !== null)
  const [first, last] = [found[0], found.at(-1)]
  if (first === undefined || last === undefined || found.some((word, at) => at > 0 && word <= (found[at - 1] ?? 0))) return null
  const from = here(own[0]) === null ? replacedFrom(here((own[0] ?? 0) - 1), first) : first
  const to = here(own.at(-1)) === null ? replacedTo(here((own.at(-1) ?? 0) + 1), last) : last
  const words = texts.laterWords(target)
  const place = { block: target, start: words[from]?.start ?? 0, end: words[to]?.end ?? 0 }
  return { place, words: to - from + 1 }
}

/** Right after the word that stood before the passage, if that one is still there. */
function replacedFrom(neighbour: number | null, first: number): number {
  return neighbour !== null && neighbour < first ? neighbour + 1 : first
}

function replacedTo(neighbour: number | null, last: number): number {
  return neighbour !== null && neighbour > last ? neighbour - 1 : last
}

/** The words stand somewhere, but nothing proves that they are these: a person will tell. */
function byQuote(texts: Texts, { block, start, end }: Stretch): Fate {
  const quote = texts.text(block).slice(start, end)
  const { after, origin, before } = texts.pairing
  const offered: Passage[] = []
  for (const [there, { text }] of after.entries()) {
    // Where a block went on with the same text, its words are its own.
    const owner = origin[there] ?? -1
    if (owner >= 0 && owner !== block && before[owner]?.text.includes(quote)) continue
    for (let at = text.indexOf(quote); at >= 0 && offered.length < mostOffered; at = text.indexOf(quote, at + 1))
      offered.push({ block: there, start: at, end: at + quote.length })
  }
  return offered.length > 0 ? { state: 'ambiguous', offered } : { state: 'orphan' }
}
