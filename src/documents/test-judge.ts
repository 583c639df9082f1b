import type { Fate, Passage } from './rules/alignment/carry.ts'
import { type Edited, type Piece, textOf } from './test-edits.ts'

export interface Verdict {
  readonly state: Fate['state']
  /** Attached to what is not the text that was spoken of. */
  readonly wrong: boolean
  /** At least half of what was spoken of is still there. */
  readonly survives: boolean
  /** In doubt, and the truth is among the places offered. */
  readonly offeredRight: boolean
}

interface Shares {
  own: number
  /** Letters of other passages: between the passage's own, and around them. */
  within: number
  around: number
}

/** How many letters of a stretch come from the passage, and how many from elsewhere in the first text. */
type Index = (block: number) => readonly Piece[]

/** Judges what became of a passage by where every letter of it really went. */
export function judge(before: readonly { readonly text: string }[], after: readonly Edited[]) {
  const originals = new Map<number, number>()
  for (const block of after)
    for (const { from, copy } of block.pieces) if (from && !copy) originals.set(from.block, (originals.get(from.block) ?? 0) + 1)
  const pieces: Index = (block) => after[block]?.pieces ?? []
  const placesOf = new Map<number, { block: number; piece: Piece }[]>()
  for (const [block, { pieces }] of after.entries())
    for (const piece of pieces)
      if (piece.from) placesOf.set(piece.from.block, [...(placesOf.get(piece.from.block) ?? []), { block, piece }])

  return (passage: Passage, fate: Fate): Verdict => {
    const text = before[passage.block]?.text ?? ''
    const [start, end] = [passage.start ?? 0, passage.end ?? text.length]
    const own = (piece: Piece) => overlap(piece, passage.block, start, end)
    const there = (placesOf.get(passage.block) ?? []).filter(({ piece }) => letters(own(piece)) > 0)
    const firsts = there.filter(({ piece }) => !piece.copy)
    const kept = firsts.reduce((sum, { piece }) => sum + letters(own(piece)), 0)
    const survives = kept > 0 && kept * 2 >= letters(text.slice(start, end))
    // A copy is the truth too, but only once most of the first one is gone.
    const truth = survives ? firsts : there
    const sharesOf = ({ block, start: from, end: to }: Passage): Shares => {
      const shares = { own: 0, within: 0, around: 0 }
      let passed = 0
      let waiting = 0
      for (const piece of pieces(block)) {
        const [first, last] = [Math.max(from ?? 0, passed) - passed, Math.min(to ?? Infinity, passed + piece.text.length) - passed]
        passed += piece.text.length
        if (last <= first || !piece.from) continue
        const part = { ...piece, text: piece.text.slice(first, last), from: { ...piece.from, at: piece.from.at + first } }
        const mine = truth.some((one) => one.piece === piece) ? letters(own(part)) : 0
        if (mine > 0) {
          if (shares.own === 0) shares.around += waiting
          else shares.within += waiting
          waiting = 0
        }
        shares.own += mine
        if (!piece.copy) waiting += letters(part.text) - mine
      }
      return { ...shares, around: shares.around + waiting }
    }
    const isTruth = (place: Passage) => {
      if (isTwinInPlace(before, after, passage.block, place.block)) return true
      const { own: mine, within, around } = sharesOf(place)
      return mine > 0 && around * 5 <= mine && within <= mine * 2
    }
    const attached = fate.state === 'same' || fate.state === 'moved' || fate.state === 'changed'
    const exact = (place: Passage) => {
      if (passage.start === null || place.start === null) return true
      return textOf(after[place.block] as Edited).slice(place.start, place.end ?? 0) === text.slice(start, end)
    }
    return {
      state: fate.state,
      wrong: attached && (!isTruth(fate.place) || (fate.state !== 'changed' && !exact(fate.place))),
      survives,
      offeredRight: fate.state === 'ambiguous' && fate.offered.some((place) => sharesOf(place).own > 0),
    }
  }
}

/** The same text between the same neighbours, where the first one stood: without ids no reader could tell it is another. */
function isTwinInPlace(before: readonly { readonly text: string }[], after: readonly Edited[], block: number, there: number): boolean {
  const isBeside = (step: number) =>
    before[block + step] === undefined || after[there + step]?.pieces.some(({ from }) => from?.block === block + step) === true
  return before[block]?.text === textOf(after[there] as Edited) && isBeside(-1) && isBeside(1)
}

function overlap({ text, from }: Piece, block: number, start: number, end: number): string {
  if (from?.block !== block) return ''
  return text.slice(Math.max(0, start - from.at), Math.max(0, end - from.at))
}

const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
