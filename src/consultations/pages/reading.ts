import { type Block, getVersion, type Version } from '../../documents/index.ts'
import { isId } from '../../kernel/id.ts'
import type { Ctx } from '../../platform/http.ts'
import type { Answers, AnswerTold } from '../answers-told.ts'
import { type By, signaturesOf } from '../people.ts'
import type { OpenedConsultation } from '../rules/consultation.ts'
import type { Contribution } from '../rules/contributions.ts'
import { type Annotation, annotationsOf } from '../store/annotations.ts'
import { notesOf } from '../store/notes.ts'
import { heatOf, numbersOf } from '../store/tallies.ts'
import { textOfVersion } from '../version-text.ts'
import { type Around, around } from './around.tsx'

/** A longer text is read one part at a time, so that no page holds it whole. */
export const longest = 150
export const notesEach = 3

export interface Part {
  readonly id: string | null
  readonly title: string | null
  readonly from: number
  readonly to: number
}

export interface Numbered {
  readonly block: Block
  /** Paragraphs are numbered over the whole text; titles are not. */
  readonly number: number | null
}

export interface Filters {
  readonly parte: string | undefined
  readonly chi: 'persone' | 'organizzazioni' | undefined
  readonly ordine: 'supported' | undefined
}

export interface Reading {
  readonly whole: Around<OpenedConsultation>
  readonly version: Version
  readonly filters: Filters
  readonly parts: readonly Part[]
  /** Null when the whole text is shown. */
  readonly part: Part | null
  readonly isLong: boolean
  readonly blocks: readonly Numbered[]
  readonly heat: ReadonlyMap<string, number>
  /** How many contributions each part holds. */
  readonly heatOfPart: (part: Part) => number
  readonly received: number
  readonly answered: number
  readonly notes: ReadonlyMap<string, readonly Contribution[]>
  readonly annotations: ReadonlyMap<string, Annotation>
  readonly by: By
  readonly answers: ReadonlyMap<string, AnswerTold>
}

export async function gather(c: Ctx, answers: Answers, consultation: OpenedConsultation): Promise<Reading> {
  const { db, reader } = c.var
  const filters = filtersIn(c.req.query())
  const whole = await around(c, consultation)
  const { id, versionId } = whole.consultation
  const version = await getVersion(db, versionId)
  const text = await textOfVersion(db, versionId)
  const { headings, positions } = text
  const parts = partsOf(headings, version.blocks)
  const isLong = version.blocks > longest
  const part = parts.find((one) => one.id === filters.parte) ?? (isLong ? (parts[0] ?? null) : null)
  const shown = part ?? { from: 0, to: version.blocks }
  const blocks = text.blocks.slice(shown.from, shown.to)
  const heat = await heatOf(db, id)
  const received = (await numbersOf(db, [id])).get(id)?.received ?? 0
  const { chi, ordine } = filters
  const notes = await notesOf(db, {
    consultationId: id,
    blockIds: blocks.flatMap((block) => (heat.get(block.id) ? [block.id as string] : [])),
    each: notesEach,
    contributorKind: kindOf(chi),
    order: ordine,
  })
  const words = notes.filter(({ target }) => target.kind === 'words').map((note) => note.id)
  return {
    whole,
    version,
    filters,
    parts,
    part,
    isLong,
    blocks: numbered(blocks, shown.from, headings),
    heat,
    heatOfPart: heatByPart(parts, heat, positions),
    received,
    answered: await answers.answered(db, id),
    notes: Map.groupBy(notes, ({ target }) => (target.kind === 'whole' ? '' : target.blockId)),
    annotations: await annotationsOf(db, id, words),
    by: await signaturesOf(db, reader.lang, notes),
    answers: await answers.to(
      db,
      reader.lang,
      id,
      notes.map((note) => note.id),
    ),
  }
}

const among = <Word extends string>(words: readonly Word[], text: string | undefined): Word | undefined =>
  words.find((word) => word === text)

export const kindOf = (chi: Filters['chi']) => chi && (chi === 'persone' ? 'person' : 'organisation')

export function filtersIn({ parte, chi, ordine }: Record<string, string>): Filters {
  return {
    parte: parte && isId(parte) ? parte : undefined,
    chi: among(['persone', 'organizzazioni'] as const, chi),
    ordine: among(['supported'] as const, ordine),
  }
}

type Headed = Block & { readonly position: number }

/** The text cut at the titles of the first level, what stands before them being a part too. */
export function partsOf(headings: readonly Headed[], blocks: number): Part[] {
  const top = Math.min(...headings.map(({ level }) => level))
  const heads = headings.filter(({ level }) => level === top)
  const parts: Part[] = heads.map(({ id, text, position }, at) => ({
    id,
    title: text,
    from: position,
    to: heads[at + 1]?.position ?? blocks,
  }))
  const first = heads[0]?.position ?? blocks
  return first > 0 ? [{ id: null, title: null, from: 0, to: first }, ...parts] : parts
}

function numbered(blocks: readonly Block[], from: number, headings: readonly Headed[]): Numbered[] {
  let number = from - headings.filter(({ position }) => position < from).length
  return blocks.map((block) => ({ block, number: block.kind === 'heading' ? null : ++number }))
}

function heatByPart(parts: readonly Part[], heat: ReadonlyMap<string, number>, positions: ReadonlyMap<string, number>) {
  const counts = parts.map(() => 0)
  for (const [block, count] of heat) {
    const position = positions.get(block)
    const at = position === undefined ? -1 : parts.findIndex(({ from, to }) => position >= from && position < to)
    if (at >= 0) counts[at] = (counts[at] ?? 0) + count
  }
  return (part: Part) => counts[parts.indexOf(part)] ?? 0
}
