import { type Places, provedBySequences } from './runs.ts'
import { wordsIn } from './words.ts'

/** What is compared of a block. An id that stands on both sides is proof; a block just read has none. */
export interface Alignable {
  readonly id: string | null
  readonly kind: string
  readonly text: string
}

/** A block as it is compared: its words, what it says, and the heading it stands under. */
export interface Read extends Alignable {
  readonly words: readonly string[]
  /** Kind and text: equal keys are equal blocks. */
  readonly key: string
  /** The same without the number a heading or a point begins with. */
  readonly unnumbered: string
  /** -1 before the first heading. */
  readonly heading: number
}

/** Sequences so long, found once before and once after, prove where words went, wherever that is. */
const proof = 8

/** How far company is sought. */
const company = 10
/** A copy shows in sequences of so many words; a few of them recur by chance. */
const copyShows = 4
const few = 0.3
/** Blocks shorter than that are sought whole; a single word is everywhere. */
const shorter = [2, 3]

const numbering = /^\s*(?:\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]|\d+(?:\.\d+)+|\d+(?=\s+[\p{Lu}]))\s*/u

export function read(blocks: readonly Alignable[]): Read[] {
  let heading = -1
  return blocks.map(({ id, kind, text }, at) => {
    const under = heading
    if (kind === 'heading') heading = at
    const words = wordsIn(text).map((word) => word.text)
    return { id, kind, text, words, key: `${kind} ${text}`, unnumbered: `${kind} ${text.replace(numbering, '')}`, heading: under }
  })
}

/** Two texts being compared, and which block of one is which block of the other, as far as it is proved. */
export class Pairing {
  readonly before: readonly Read[]
  readonly after: readonly Read[]
  readonly partner: number[]
  readonly origin: number[]
  readonly #counts: { readonly before: ReadonlyMap<string, number>; readonly after: ReadonlyMap<string, number> }
  /** For each word of the later text, the block it is proved to come from. */
  readonly #origins: Int32Array
  /** For each sequence of a block: whether it was copied. */
  readonly #copied: readonly (readonly boolean[])[]
  /** How many words of a block went, each proved, to which block. */
  readonly shared: readonly ReadonlyMap<number, number>[]
  /** Where each word went, as (block, word); null where no long sequence proves it. */
  readonly #places: {
    readonly places: Places
    readonly starts: readonly number[]
    readonly blockOf: Int32Array
    readonly afterStarts: readonly number[]
  }

  constructor(before: readonly Alignable[], after: readonly Alignable[]) {
    this.before = read(before)
    this.after = read(after)
    this.partner = this.before.map(() => -1)
    this.origin = this.after.map(() => -1)
    this.#counts = {
      before: tally(this.before.map(({ unnumbered }) => unnumbered)),
      after: tally(this.after.map(({ unnumbered }) => unnumbered)),
    }
    const sizes = [copyShows, ...shorter]
    const all = (blocks: readonly Read[]) => tally(blocks.flatMap(({ words }) => sizes.flatMap((size) => sequencesOf(words, size))))
    const [former, later] = [all(this.before), all(this.after)]
    const isMore = (sequence: string) => (later.get(sequence) ?? 0) > (former.get(sequence) ?? 0)
    this.#copied = this.before.map(({ words }) =>
      sequencesOf(words, shorter.find((size) => size === words.length) ?? copyShows).map(isMore),
    )
    const starts = { before: startsOf(this.before), after: startsOf(this.after) }
    const flat = { before: this.before.flatMap(({ words }) => words), after: this.after.flatMap(({ words }) => words) }
    const places = provedBySequences(flat.before, flat.after, proof, starts).settled()
    const blockOf = Int32Array.from(this.after.flatMap(({ words }, at) => words.map(() => at)))
    this.#places = { places, starts: starts.before, blockOf, afterStarts: starts.after }
    this.#origins = new Int32Array(flat.after.length).fill(-1)
    for (const [at, { words }] of this.before.entries())
      for (let word = 0; word < words.length; word += 1) {
        const place = places[(starts.before[at] ?? 0) + word] ?? -1
        if (place >= 0 && !this.isCopied(at, word)) this.#origins[place] = at
      }
    this.shared = this.before.map((block, at) => {
      const there = new Map<number, number>()
      for (let word = 0; word < block.words.length; word += 1) {
        const place = this.placeOf(at, word)
        if (place) there.set(place.block, (there.get(place.block) ?? 0) + 1)
      }
      return there
    })
  }

  /** Where a long sequence proves that a word went, in whatever block. */
  placeOf(block: number, word: number): { readonly block: number; readonly word: number } | null {
    const { places, starts, blockOf, afterStarts } = this.#places
    if (this.isCopied(block, word)) return null
    const place = places[(starts[block] ?? 0) + word] ?? -1
    if (place < 0) return null
    const there = blockOf[place] ?? 0
    return { block: there, word: place - (afterStarts[there] ?? 0) }
  }

  /** The word of the later text is proved to come from another block. */
  isForeign(block: number, after: number, word: number): boolean {
    const origin = this.#origins[(this.#places.afterStarts[after] ?? 0) + word] ?? -1
    return origin >= 0 && origin !== block
  }

  pair(before: number, after: number): void {
    this.partner[before] = after
    this.origin[after] = before
  }

  isFree(before: number, after: number): boolean {
    return this.partner[before] === -1 && this.origin[after] === -1
  }

  /** Two ids that differ are two blocks, unless the words prove otherwise. */
  mayBePlaced(before: number, after: number): boolean {
    return this.before[before]?.id === null || this.after[after]?.id === null
  }

  /** The very same text stands on both sides. */
  isKnown({ unnumbered }: Read): boolean {
    return this.#counts.before.has(unnumbered) && this.#counts.after.has(unnumbered)
  }

  /** One of several equal texts, before or after. */
  isRepeated(old: Read, fresh: Read): boolean {
    return (this.#counts.before.get(old.unnumbered) ?? 0) > 1 || (this.#counts.after.get(fresh.unnumbered) ?? 0) > 1
  }

  /** Little of it was copied. Of what was, one copy may have been changed and the other not: nothing tells which is which. */
  isUncopied(block: number): boolean {
    const copied = this.#copied[block] ?? []
    return copied.filter(Boolean).length <= copied.length * few
  }

  /** The word stands in a sequence found more often after than before. */
  isCopied(block: number, word: number): boolean {
    const copied = this.#copied[block] ?? []
    for (let at = Math.max(0, word - copyShows + 1); at <= word; at += 1) if (copied[at]) return true
    return false
  }

  /** As many of it before as after: none was added, none taken away. */
  isAsMany({ unnumbered }: Read): boolean {
    return this.#counts.before.get(unnumbered) === this.#counts.after.get(unnumbered)
  }

  areBeside(before: number, after: number): boolean {
    return this.isPair(before - 1, after - 1) || this.isPair(before + 1, after + 1)
  }

  areBetween(before: number, after: number): boolean {
    return this.isPair(before - 1, after - 1) && this.isPair(before + 1, after + 1)
  }

  /** Another block of the section is still with it: a heading may be moved alone, and then proves nothing. */
  isInCompany(before: number, after: number): boolean {
    const [section, there] = [this.before[before]?.heading, this.after[after]?.heading]
    for (const step of [-1, 1]) {
      for (let at = before + step; Math.abs(at - before) <= company; at += step) {
        const block = this.before[at]
        if (!block || block.kind === 'heading' || block.heading !== section) break
        if (this.after[this.partner[at] ?? -1]?.heading === there) return true
      }
    }
    return false
  }

  /** The ends of the two texts correspond too. */
  private isPair(before: number, after: number): boolean {
    if (before < 0 || after < 0) return before < 0 && after < 0
    if (before >= this.before.length || after >= this.after.length) return before >= this.before.length && after >= this.after.length
    return this.partner[before] === after
  }

  /** Both stand under the same heading, or under headings that nothing pairs. */
  areUnderOne(before: number, after: number): boolean {
    const under = this.before[before]?.heading ?? -1
    const there = this.after[after]?.heading ?? -1
    if (under === -1 || there === -1) return under === there
    return this.partner[under] === there || (this.partner[under] === -1 && this.origin[there] === -1)
  }
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function sequencesOf(words: readonly string[], size: number): string[] {
  return words.slice(0, Math.max(0, words.length - size + 1)).map((_, at) => words.slice(at, at + size).join(' '))
}

function startsOf(blocks: readonly Read[]): number[] {
  let next = 0
  return blocks.map(({ words }) => {
    const start = next
    next += words.length
    return start
  })
}
