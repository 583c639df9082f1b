import type { Alignable } from './rules/alignment/pairing.ts'

/** A stretch of text that knows where it comes from: `block` of the first text, from unit `at`; null for what is new. */
export interface Piece {
  readonly text: string
  readonly from: { readonly block: number; readonly at: number } | null
  /** Copied: the first one may stand elsewhere still. */
  readonly copy: boolean
}

export interface Edited {
  readonly id: string
  readonly kind: string
  readonly pieces: readonly Piece[]
}

export type Chance = (below: number) => number

export const textOf = ({ pieces }: Pick<Edited, 'pieces'>): string => pieces.map(({ text }) => text).join('')

export function begin(blocks: readonly Omit<Alignable, 'id'>[]): Edited[] {
  return blocks.map(({ kind, text }, block) => ({ id: `b${block}`, kind, pieces: [{ text, from: { block, at: 0 }, copy: false }] }))
}

/** The edited text as it is compared: with the ids that the server keeps, or as a file read anew, without. */
export function asBlocks(edited: readonly Edited[], withIds: boolean): Alignable[] {
  return edited.map((block) => ({ id: withIds ? block.id : null, kind: block.kind, text: textOf(block) }))
}

let fresh = 0
const newId = () => `new${fresh++}`
const written = (text: string): Piece => ({ text, from: null, copy: false })
const copied = (piece: Piece): Piece => ({ ...piece, copy: true })

function cut(pieces: readonly Piece[], from: number, to: number): Piece[] {
  let passed = 0
  return pieces.flatMap((piece) => {
    const start = Math.max(0, from - passed)
    const end = Math.min(piece.text.length, to - passed)
    passed += piece.text.length
    if (end <= start) return []
    return [{ ...piece, text: piece.text.slice(start, end), from: piece.from && { ...piece.from, at: piece.from.at + start } }]
  })
}

export function sentences(text: string): [number, number][] {
  const ends = [...text.matchAll(/[.;]\s+/g)].map((found) => found.index + found[0].length)
  const starts = [0, ...ends.filter((end) => end < text.length)]
  return starts.map((start, at) => [start, starts[at + 1] ?? text.length])
}

const vocabulary =
  'servizio piattaforma ente comune regione dati cittadino impresa rete museo turismo sanità accesso misura progetto tavolo gruppo norma regola tempo'.split(
    ' ',
  )
const joints = ['il', 'la', 'di', 'e', 'per', 'con', 'dei', 'nel', 'che', 'una']

export function newSentence(chance: Chance): string {
  const words = Array.from({ length: 6 + chance(14) }, (_, at) => {
    const from = at % 2 === 0 ? joints : vocabulary
    return from[chance(from.length)] ?? ''
  })
  return `${words.join(' ').replace(/^./, (letter) => letter.toUpperCase())}. `
}

interface Editing {
  readonly blocks: Edited[]
  readonly chance: Chance
}

const isProse = ({ kind }: Edited) => kind === 'paragraph'

/** Some block of prose, and one of its sentences. */
function pick({ blocks, chance }: Editing) {
  const prose = blocks.flatMap((block, at) => (isProse(block) && textOf(block).length > 0 ? [at] : []))
  const at = prose[chance(prose.length)]
  if (at === undefined) return null
  const block = blocks[at] as Edited
  const all = sentences(textOf(block))
  const [start, end] = all[chance(all.length)] ?? [0, 0]
  return { at, block, start, end }
}

function replace(blocks: Edited[], at: number, start: number, end: number, put: readonly Piece[]): void {
  const block = blocks[at] as Edited
  const pieces = [...cut(block.pieces, 0, start), ...put, ...cut(block.pieces, end, Infinity)]
  if (pieces.every(({ text }) => text.trim() === '')) blocks.splice(at, 1)
  else blocks[at] = { ...block, pieces }
}

function sectionsIn(blocks: readonly Edited[]): [number, number][] {
  const heads = blocks.flatMap(({ kind }, at) => (kind === 'heading' ? [at] : []))
  return heads.map((head, at) => [head, heads[at + 1] ?? blocks.length])
}

const edits = {
  insertSentence(editing: Editing) {
    const place = pick(editing)
    if (place) replace(editing.blocks, place.at, place.start, place.start, [written(newSentence(editing.chance))])
  },
  copySentence(editing: Editing) {
    const from = pick(editing)
    const to = pick(editing)
    if (from && to)
      replace(editing.blocks, to.at, to.start, to.start, [...cut(from.block.pieces, from.start, from.end).map(copied), written(' ')])
  },
  deleteSentence(editing: Editing) {
    const place = pick(editing)
    if (place) replace(editing.blocks, place.at, place.start, place.end, [])
  },
  moveSentence(editing: Editing) {
    const from = pick(editing)
    if (!from) return
    const taken = cut(from.block.pieces, from.start, from.end)
    replace(editing.blocks, from.at, from.start, from.end, [])
    const to = pick(editing)
    if (to) replace(editing.blocks, to.at, to.start, to.start, [...taken, written(' ')])
  },
  /** One to four words become others. */
  rewordSentence(editing: Editing) {
    const place = pick(editing)
    if (!place) return
    const found = [
      ...textOf(place.block)
        .slice(place.start, place.end)
        .matchAll(/\p{L}+/gu),
    ]
    const first = editing.chance(Math.max(1, found.length))
    const last = Math.min(found.length - 1, first + editing.chance(4))
    const [from, to] = [found[first], found[last]]
    if (!from || !to) return
    const words = vocabulary[editing.chance(vocabulary.length)] ?? ''
    replace(editing.blocks, place.at, place.start + from.index, place.start + to.index + to[0].length, [written(words)])
  },
  /** A sentence taken out and another written in its place. */
  replaceSentence(editing: Editing) {
    const place = pick(editing)
    if (place) replace(editing.blocks, place.at, place.start, place.end, [written(newSentence(editing.chance))])
  },
  insertBlock({ blocks, chance }: Editing) {
    const text = `${newSentence(chance)}${newSentence(chance)}`.trim()
    blocks.splice(chance(blocks.length + 1), 0, { id: newId(), kind: 'paragraph', pieces: [written(text)] })
  },
  deleteBlock({ blocks, chance }: Editing) {
    if (blocks.length > 3) blocks.splice(chance(blocks.length), 1)
  },
  /** Takes away one of the blocks that recur. */
  deleteTwin({ blocks, chance }: Editing) {
    const counts = new Map<string, number>()
    for (const block of blocks) counts.set(textOf(block), (counts.get(textOf(block)) ?? 0) + 1)
    const twins = blocks.flatMap((block, at) => ((counts.get(textOf(block)) ?? 0) > 1 ? [at] : []))
    const at = twins[chance(twins.length)]
    if (at !== undefined) blocks.splice(at, 1)
  },
  copyBlock({ blocks, chance }: Editing) {
    const block = blocks[chance(blocks.length)]
    if (block) blocks.splice(chance(blocks.length + 1), 0, { id: newId(), kind: block.kind, pieces: block.pieces.map(copied) })
  },
  moveBlock({ blocks, chance }: Editing) {
    const [block] = blocks.splice(chance(blocks.length), 1)
    if (block) blocks.splice(chance(blocks.length + 1), 0, block)
  },
  splitBlock(editing: Editing) {
    const place = pick(editing)
    if (!place || place.start === 0) return
    const { block, at, start } = place
    const rest = { id: newId(), kind: block.kind, pieces: cut(block.pieces, start, Infinity) }
    editing.blocks.splice(at, 1, { ...block, pieces: cut(block.pieces, 0, start) }, rest)
  },
  mergeBlocks(editing: Editing) {
    const place = pick(editing)
    const next = place && editing.blocks[place.at + 1]
    if (!next || !isProse(next)) return
    editing.blocks.splice(place.at, 2, { ...place.block, pieces: [...place.block.pieces, written(' '), ...next.pieces] })
  },
  swapSections({ blocks, chance }: Editing) {
    const sections = sectionsIn(blocks)
    const at = chance(Math.max(1, sections.length - 1))
    const [first, second] = [sections[at], sections[at + 1]]
    if (first && second) blocks.splice(first[0], second[1] - first[0], ...blocks.slice(...second), ...blocks.slice(...first))
  },
  renumber({ blocks }: Editing) {
    let number = 0
    for (const [at, block] of blocks.entries()) {
      if (block.kind !== 'heading') continue
      number += 1
      const told = /^\d+\.\s/.exec(textOf(block))?.[0].length ?? 0
      blocks[at] = { ...block, pieces: [written(`${number}. `), ...cut(block.pieces, told, Infinity)] }
    }
  },
} as const satisfies Record<string, (editing: Editing) => void>

export type Edit = keyof typeof edits
export const editNames = Object.keys(edits) as Edit[]

export function edit(blocks: readonly Edited[], script: readonly Edit[], chance: Chance): Edited[] {
  const editing = { blocks: [...blocks], chance }
  for (const name of script) edits[name](editing)
  return editing.blocks
}
