import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asBlocks, begin, type Chance, edit, editNames, newSentence, sentences } from '../../test-edits.ts'
import { judge } from '../../test-judge.ts'
import { alignBlocks } from './align.ts'
import { carrier, type Fate, type Passage } from './carry.ts'
import type { Alignable } from './pairing.ts'

const paragraph = (text: string, id: string | null = null): Alignable => ({ id, kind: 'paragraph', text })
const heading = (text: string, id: string | null = null): Alignable => ({ id, kind: 'heading', text })

const needs = 'Ogni museo pubblica la propria scheda una sola volta, nel sistema nazionale.'
const reads = 'Gli altri sistemi la leggono attraverso un’interfaccia pubblica e non ne chiedono un’altra.'
const ends = 'Il gruppo di lavoro adotta il documento con un atto pubblicato sul sito.'
const first = heading('Visione')
const second = heading('Perimetro')

function fateOf(before: readonly Alignable[], after: readonly Alignable[], block: number, quote?: string): Fate {
  const start = quote === undefined ? null : (before[block]?.text.indexOf(quote) ?? 0)
  return carrier(before, after)({ block, start, end: start === null || quote === undefined ? null : start + quote.length })
}

const quoted = (after: readonly Alignable[], { block, start, end }: Passage) => after[block]?.text.slice(start ?? 0, end ?? undefined)

describe('words that somebody spoke of', () => {
  test('stay the same when a sentence comes before them', () => {
    const after = [paragraph(`Prima una frase nuova. ${needs} ${reads}`)]
    const fate = fateOf([paragraph(`${needs} ${reads}`)], after, 0, 'una sola volta')
    expect(fate).toMatchObject({ state: 'same' })
    if (fate.state === 'same') expect(quoted(after, fate.place)).toBe('una sola volta')
  })

  test('move with their paragraph', () => {
    const before = [first, paragraph(needs), paragraph(reads), second, paragraph(ends)]
    const after = [first, paragraph(reads), second, paragraph(ends), paragraph(needs)]
    expect(fateOf(before, after, 1, 'una sola volta')).toMatchObject({ state: 'moved', place: { block: 4, start: 38 } })
  })

  test('are told changed, with what took the place of some', () => {
    const after = [paragraph(`${needs.replace('una sola volta', 'almeno una volta')} ${reads}`)]
    const fate = fateOf([paragraph(`${needs} ${reads}`)], after, 0, 'la propria scheda una sola volta')
    expect(fate).toMatchObject({ state: 'changed' })
    if (fate.state === 'changed') expect(quoted(after, fate.place)).toBe('la propria scheda almeno una volta')
  })

  test('are an orphan’s when nothing of them is left', () => {
    expect(fateOf([paragraph(needs), paragraph(reads)], [paragraph(reads)], 0)).toEqual({ state: 'orphan' })
  })

  test('never pass to another sentence that shares a formula', () => {
    const before = [paragraph(`${needs} Le regole valgono ai sensi dell’articolo 64 del Codice.`)]
    const after = [paragraph(`${needs} Il tavolo decide entro marzo, sentite le regioni e i comuni, ai sensi dell’articolo 64 del Codice.`)]
    expect(fateOf(before, after, 0, 'ai sensi dell’articolo 64').state).toBe('ambiguous')
  })
})

describe('a sentence that recurs', () => {
  const before = [first, paragraph(needs), paragraph(ends), second, paragraph(reads), paragraph(ends)]

  test('is told from its twin by what stands around it', () => {
    const after = [second, paragraph(reads), paragraph(ends), first, paragraph(needs), paragraph(ends)]
    expect(fateOf(before, after, 2)).toMatchObject({ place: { block: 5 } })
    expect(fateOf(before, after, 5)).toMatchObject({ place: { block: 2 } })
  })

  test('leaves an orphan when it goes, though its twin stays', () => {
    const after = [first, paragraph(needs), second, paragraph(reads), paragraph(ends)]
    expect(fateOf(before, after, 2)).toEqual({ state: 'orphan' })
    expect(fateOf(before, after, 5)).toMatchObject({ state: 'same', place: { block: 4 } })
  })

  test('is left to a person when nothing tells which one remained', () => {
    const twice = [first, paragraph(ends), paragraph(ends), paragraph(needs)]
    expect(fateOf(twice, [first, paragraph(ends), paragraph(needs)], 1)).toMatchObject({ state: 'ambiguous', offered: [{ block: 1 }] })
  })

  test('is known by its id where the server gave one', () => {
    const twice = [paragraph(ends, 'a'), paragraph(ends, 'b')]
    expect(fateOf(twice, [paragraph(ends, 'b')], 1)).toMatchObject({ state: 'same', place: { block: 0 } })
    expect(fateOf(twice, [paragraph(ends, 'b')], 0)).toEqual({ state: 'orphan' })
  })
})

test('blocks are aligned: same, changed, moved, added, removed', () => {
  const before = [first, paragraph(needs), paragraph(ends), second, paragraph(reads)]
  const after = [first, paragraph(`${needs} E resta aperta.`), second, paragraph('Nuovo del tutto.'), paragraph(reads)]
  expect(alignBlocks(before, after).map(({ kind, before, after }) => [kind, before, after])).toEqual([
    ['same', 0, 0],
    ['changed', 1, 1],
    ['same', 3, 2],
    ['added', null, 3],
    ['same', 4, 4],
    ['removed', 2, null],
  ])
})

/** The same numbers for the same seed: a text, its edits and what is spoken of are told apart by nothing else. */
function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Sections with some paragraphs that recur and that all end alike. */
function textOf(chance: Chance) {
  const sentence = () => newSentence(chance).trim()
  const recurring = [sentence(), sentence()]
  const section = () => [
    { kind: 'heading', text: sentence() },
    ...Array.from({ length: 2 + chance(4) }, () => ({ kind: 'paragraph', text: `${sentence()} ${sentence()} ${sentence()}` })),
    { kind: 'paragraph', text: recurring[chance(2)] ?? '' },
  ]
  return Array.from({ length: 4 }, section).flat()
}

test.each([true, false])('whatever is done to a text, nothing is attached to what was not spoken of (with ids: %j)', (withIds) => {
  const script = fc.array(fc.constantFrom(...editNames), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), script, (seed, names) => {
      const chance = chanceOf(seed)
      const source = textOf(chance)
      const start = begin(source)
      const after = edit(start, names, chance)
      const carry = carrier(asBlocks(start, withIds), asBlocks(after, withIds))
      const verdict = judge(source, after)
      for (const [block, { text }] of source.entries()) {
        const all = sentences(text)
        const [from, to] = all[chance(all.length)] ?? [0, 0]
        for (const passage of [
          { block, start: null, end: null },
          { block, start: from, end: to },
        ]) {
          const fate = carry(passage)
          expect({ passage, fate, wrong: verdict(passage, fate).wrong }).toMatchObject({ wrong: false })
        }
      }
    }),
    { seed: 51, numRuns: 400 },
  )
})
