import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newId } from '../kernel/id.ts'
import { continuing } from './actions/write.ts'
import { readDocument } from './reading/index.ts'
import type { DraftBlock, ParsedBlock } from './rules/blocks.ts'
import { blockFrom } from './text/merge.ts'
import { soundBlock } from './text/sound.ts'

const h = (source: string): ParsedBlock => ({ kind: 'heading', level: 1, source })
const p = (source: string): ParsedBlock => ({ kind: 'paragraph', level: 0, source })
const draftOf = (blocks: readonly ParsedBlock[]): DraftBlock[] => blocks.map((block) => blockFrom(soundBlock(block), newId<'block'>(), 1))

/** Where each block of the text that comes in was before; null for a new one. */
function origins(before: readonly ParsedBlock[], incoming: readonly ParsedBlock[]): (number | null)[] {
  const old = draftOf(before)
  const places = new Map(old.map(({ id }, at) => [id, at]))
  return continuing(old, incoming).map(({ id }) => places.get(id) ?? null)
}

const [a, b, c, d, e] = [
  'La prenotazione dei musei statali passa da un servizio comune a tutti.',
  'Le guide turistiche si iscrivono in un registro tenuto dalle regioni.',
  'I biglietti gratuiti si chiedono in rete con la carta della cultura.',
  'Chi gestisce un luogo ne pubblica gli orari in un formato aperto.',
  'Ogni scheda di catalogo riceve un indirizzo che non cambia mai più.',
].map(p) as [ParsedBlock, ParsedBlock, ParsedBlock, ParsedBlock, ParsedBlock]
const rewritten = p('I biglietti gratuiti si chiedono in rete e allo sportello con la carta.')

describe('an imported text keeps the ids', () => {
  test('of what is equal, of what was rewritten in its place, and of what moved', () => {
    expect(origins([h('Titolo'), a, b, c, d], [d, h('Titolo'), a, b, rewritten])).toEqual([4, 0, 1, 2, 3])
  })

  test('of what moved and was rewritten, when both its neighbours moved with it', () => {
    const [one, two] = [h('Il perimetro dei luoghi della cultura'), h('La strategia per i prossimi tre anni')]
    expect(origins([one, a, b, c, d, two, e], [one, a, two, e, b, rewritten, d])).toEqual([0, 1, 5, 6, 2, 3, 4])
  })

  test('but not when it moved alone: what is alike is not the same', () => {
    const [one, two] = [h('Il perimetro dei luoghi della cultura'), h('La strategia per i prossimi tre anni')]
    expect(origins([one, a, c, b, two, d, e], [one, a, b, two, d, rewritten, e])).toEqual([0, 1, 3, 4, 5, null, 6])
  })

  test('but not when two blocks could each be the one rewritten', () => {
    expect(origins([h('Titolo'), a, c, c, b], [h('Titolo'), a, rewritten, b])).toEqual([0, 1, null, 4])
  })

  test('of sentences that recur, told apart by the heading they stand under', () => {
    const text = ['A', 'B', 'C'].flatMap((name) => [h(`Linea ${name}`), p('Output.'), p('Tempi: entro dicembre.')])
    expect(origins(text, [...text.slice(0, 3), ...text.slice(6)])).toEqual([0, 1, 2, 6, 7, 8])
  })

  test('and never gives one twice', () => {
    const [same, other] = [p('stessa'), p('altra')]
    const kept = origins([same, same, other], [same, other, same, same]).filter((at) => at !== null)
    expect(new Set(kept).size).toBe(kept.length)
  })

  test('five thousand blocks, two thirds of them recurring, in little time', () => {
    const text = Array.from({ length: 5000 }, (_, at) => p(at % 3 === 0 ? `Linea d’azione numero ${at}` : `Tempi: entro l’anno ${at % 7}.`))
    const began = performance.now()
    expect(origins(text, text).every((from, at) => from === at)).toBe(true)
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

const plan = '../shared/data/plan-2019-2021'

describe.skipIf(!existsSync(plan))('the real plan, whose paragraphs recur', () => {
  test('taken in again without a section, keeps nearly all its ids and never gives an id to another text', async () => {
    const chapters = (await readdir(plan)).filter((name) => /^\d.*\.rst$/.test(name))
    for (const name of chapters) {
      const { blocks } = await readDocument(await readFile(join(plan, name)), name)
      const text = blocks.filter(({ kind }) => kind !== 'figure')
      expect(origins(text, text), name).toEqual(text.map((_, at) => at))

      const headings = text.flatMap(({ kind }, at) => (kind === 'heading' ? [at] : []))
      const [from = 0, to = text.length] = headings.slice(Math.floor(headings.length / 2))
      const kept = text.flatMap((_, at) => (at >= from && at < to ? [] : [at]))
      const found = origins(
        text,
        kept.map((at) => text[at] as ParsedBlock),
      )
      for (const [at, origin] of found.entries())
        if (origin !== null) expect(text[origin]?.source, `${name} ${at}`).toBe(text[kept[at] as number]?.source)
      expect(found.filter((origin, at) => origin === kept[at]).length / kept.length, name).toBeGreaterThan(0.97)
    }
  })
})
