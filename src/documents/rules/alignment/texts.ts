import { pairBlocks } from './align.ts'
import { movedIn } from './matches.ts'
import type { Alignable, Pairing } from './pairing.ts'
import { type Places, runsOf } from './runs.ts'
import { mapWords } from './word-map.ts'
import { type Word, wordsIn } from './words.ts'

/** How many words of its own a copied sentence needs. */
const enoughOwn = 3

export interface Place {
  readonly block: number
  readonly word: number
}

/** The two texts, and where each word of the first stands in the second. */
export class Texts {
  readonly pairing: Pairing
  readonly #moved: ReadonlySet<number>
  readonly #words = { before: new Map<number, Word[]>(), after: new Map<number, Word[]>() }
  readonly #places = new Map<number, readonly (Place | null)[]>()

  constructor(before: readonly Alignable[], after: readonly Alignable[]) {
    this.pairing = pairBlocks(before, after)
    this.#moved = movedIn(this.pairing)
  }

  text(block: number): string {
    return this.pairing.before[block]?.text ?? ''
  }

  later(block: number): string {
    return this.pairing.after[block]?.text ?? ''
  }

  hasMoved(block: number, there: number): boolean {
    return this.pairing.partner[block] !== there || this.#moved.has(block)
  }

  words(block: number): readonly Word[] {
    return kept(this.#words.before, block, () => wordsIn(this.text(block)))
  }

  laterWords(block: number): readonly Word[] {
    return kept(this.#words.after, block, () => wordsIn(this.later(block)))
  }

  /** A long sequence found nowhere else says more than a few words in the block that went on. */
  places(block: number): readonly (Place | null)[] {
    return kept(this.#places, block, () => {
      const { before, partner } = this.pairing
      const there = partner[block] ?? -1
      const words = before[block]?.words ?? []
      const within = there >= 0 ? this.#within(block, there) : null
      return words.map((_, at) => {
        const proved = this.pairing.placeOf(block, at)
        const word = within?.[at] ?? -1
        if (word >= 0 && (proved === null || proved.block === there) && !this.pairing.isForeign(block, there, word))
          return { block: there, word }
        return proved
      })
    })
  }

  /** A sentence that was copied elsewhere is its own only if it goes on with words that were not. */
  #within(block: number, there: number): Places {
    const { before, after } = this.pairing
    const words = before[block]?.words ?? []
    const places = mapWords(words, after[there]?.words ?? [])
    if (before[block]?.text === after[there]?.text) return places
    for (const run of runsOf(places)) {
      const own = words.slice(run.before, run.before + run.length).filter((_, step) => !this.pairing.isCopied(block, run.before + step))
      if (own.length < Math.min(enoughOwn, run.length)) places.fill(-1, run.before, run.before + run.length)
    }
    return places
  }
}

function kept<Value>(map: Map<number, Value>, key: number, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
