/** Two texts that share this part of their sequences of three words are nearly the same. */
export const nearEnough = 0.7
/** Of a text shorter than this, in words, only the very same is alike. */
const shortest = 8
const hashes = 64
const rows = 4

/** What is left of a text when only its words matter: no case, accents, punctuation or spaces. */
export function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Every sequence of three words, as a number of 32 bits. */
export function shingles(words: readonly string[]): Set<number> {
  const found = new Set<number>()
  for (let at = 0; at + 3 <= words.length; at += 1) found.add(fnv(`${words[at]} ${words[at + 1]} ${words[at + 2]}`))
  return found
}

function fnv(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The part that two sets share of all they hold (Jaccard, 1912). */
export function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const one of a) if (b.has(one)) shared += 1
  return shared / (a.size + b.size - shared)
}

/** As many mixings of 32 bits as there are hashes: the finaliser of MurmurHash3 over another odd number each time. */
function mixed(value: number, salt: number): number {
  let h = Math.imul(value ^ Math.imul(salt + 1, 0x9e3779b1), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * Sixteen numbers, of which two texts that are nearly the same very probably share one, and two that are not share
 * none (min-wise hashing in bands, Broder 1997). They only find candidates: whoever uses them compares the texts.
 */
export function bandsOf(words: readonly string[]): number[] {
  if (words.length < shortest) return []
  const set = shingles(words)
  const least = Array.from({ length: hashes }, (_, salt) => {
    let smallest = 0xffffffff
    for (const one of set) smallest = Math.min(smallest, mixed(one, salt))
    return smallest
  })
  return Array.from({ length: hashes / rows }, (_, band) => fnv(`${band}:${least.slice(band * rows, (band + 1) * rows).join(' ')}`) | 0)
}

export function areAlike(a: readonly string[], b: readonly string[]): boolean {
  if (a.join(' ') === b.join(' ')) return true
  if (a.length < shortest || b.length < shortest) return false
  return likeness(shingles(a), shingles(b)) >= nearEnough
}

const sentencesOf = (text: string, lang: string): string[] =>
  [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment.trim()).filter(Boolean)

export interface Said {
  readonly sentence: string
  readonly own: boolean
}

/** Each sentence of a text that is like many others, and whether it is its own: what most others do not say stays visible. */
export function ownSentences(text: string, others: readonly string[], lang: string): Said[] {
  const told = others.map((other) => new Set(sentencesOf(other, lang).map((one) => plainWords(one).join(' '))))
  return sentencesOf(text, lang).map((sentence) => {
    const plain = plainWords(sentence).join(' ')
    const shared = told.filter((one) => one.has(plain)).length
    return { sentence, own: plain !== '' && shared * 2 < told.length }
  })
}
