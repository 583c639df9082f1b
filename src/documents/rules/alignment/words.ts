/** A word of a text and where it stands, in UTF-16 units. What lies between words is never compared. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
}

const word = /[\p{L}\p{M}\p{N}]+/gu

export function wordsIn(text: string): Word[] {
  return [...text.matchAll(word)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    text: found[0].toLowerCase(),
  }))
}

export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

const sentenceEnd = /[.;:!?…]["”»’)]*\s+/gu

/** The sentence, or sentences, in which a stretch of text stands. */
export function sentenceAround(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  let from = 0
  for (const found of text.matchAll(sentenceEnd)) {
    const after = found.index + found[0].length
    if (after <= start) from = after
    else if (found.index + 1 >= end) return { start: from, end: found.index + 1 }
  }
  return { start: from, end: text.length }
}
