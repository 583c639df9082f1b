/** For each word of one text, its place in another; -1 where nothing proves it. */
export type Places = Int32Array

const unknown = -1
const contested = -2

/** Collects claims "this word is that word"; a word claimed twice, from either side, is nobody's. */
export class Claims {
  readonly #to: Int32Array
  readonly #from: Int32Array

  constructor(before: number, after: number) {
    this.#to = new Int32Array(before).fill(unknown)
    this.#from = new Int32Array(after).fill(unknown)
  }

  claim(before: number, after: number): void {
    const to = this.#to[before]
    const from = this.#from[after]
    if (to === after) return
    if (to === unknown && from === unknown) {
      this.#to[before] = after
      this.#from[after] = before
      return
    }
    if (to !== undefined && to >= 0) this.#from[to] = contested
    if (from !== undefined && from >= 0) this.#to[from] = contested
    this.#to[before] = contested
    this.#from[after] = contested
  }

  contest(before: number): void {
    this.#to[before] = contested
  }

  settled(): Places {
    return this.#to.map((after) => (after >= 0 && (this.#from[after] ?? -1) >= 0 ? after : unknown))
  }
}

/**
 * Where each sequence of `size` words begins that occurs just once. Sequences never cross a block: `starts` are the
 * places where one begins.
 */
function onceOnly(words: readonly string[], starts: readonly number[], size: number): Map<string, number> {
  const found = new Map<string, number>()
  for (const [block, start] of starts.entries()) {
    const end = starts[block + 1] ?? words.length
    for (let at = start; at + size <= end; at += 1) {
      const sequence = words.slice(at, at + size).join(' ')
      found.set(sequence, found.has(sequence) ? contested : at)
    }
  }
  return found
}

/** Words proved by a sequence that occurs once before and once after, wherever it stands. */
export function provedBySequences(
  before: readonly string[],
  after: readonly string[],
  size: number,
  starts: { readonly before: readonly number[]; readonly after: readonly number[] } = { before: [0], after: [0] },
): Claims {
  const claims = new Claims(before.length, after.length)
  const there = onceOnly(after, starts.after, size)
  for (const [sequence, at] of onceOnly(before, starts.before, size)) {
    const place = there.get(sequence) ?? contested
    if (at < 0 || place < 0) continue
    for (let step = 0; step < size; step += 1) claims.claim(at + step, place + step)
  }
  return claims
}

/** Words that went on one after the other in both texts. */
export interface Run {
  readonly before: number
  readonly after: number
  length: number
}

export function runsOf(places: Places): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? unknown
    if (place < 0) continue
    const last = runs.at(-1)
    if (last && last.before + last.length === at && last.after + last.length === place) last.length += 1
    else runs.push({ before: at, after: place, length: 1 })
  }
  return runs
}
