import type { Block } from '../../documents/index.ts'
import { isId } from '../../kernel/id.ts'
import type { Ctx } from '../../platform/http.ts'
import { KeptDrawings } from '../../platform/kept-drawings.ts'
import type { Answers, AnswerTold } from '../answers-told.ts'
import { type By, signaturesOf } from '../people.ts'
import { type OpenedConsultation, titleIn } from '../rules/consultation.ts'
import { type Annotation, annotationsOf } from '../store/annotations.ts'
import { type Note, notesOf } from '../store/notes.ts'
import { type BlockTally, blockTallies } from '../store/tallies.ts'
import { textOfVersion, type VersionText } from '../version-text.ts'
import { type Around, type CountedOpen, ecosystemOf } from './around.tsx'

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
  readonly version: VersionText
  readonly filters: Filters
  readonly parts: readonly Part[]
  /** Null when the whole text is shown. */
  readonly part: Part | null
  readonly isLong: boolean
  readonly blocks: readonly Numbered[]
  readonly tallies: ReadonlyMap<string, BlockTally>
  /** How many contributions fill a meter. */
  readonly fullHeat: number
  /** How many contributions each part holds. */
  readonly heatOfPart: (part: Part) => number
  readonly received: number
  readonly answered: number
  /** How many times the names and the answers that stand beside the words changed. */
  readonly elsewhere: number
}

/** A few of the contributions on some blocks, with all that is shown of them. */
export interface Said {
  readonly notes: ReadonlyMap<string, readonly Note[]>
  readonly annotations: ReadonlyMap<string, Annotation>
  readonly by: By
  readonly answers: ReadonlyMap<string, AnswerTold>
}

/** What stands around the text and is not counted with it, kept until a name or an answer changes. */
const surroundings = new KeptDrawings<Pick<Around, 'ecosystem'> & Pick<Reading, 'answered'>>(({ ecosystem }) => ecosystem.name.length + 100)

export async function gather(c: Ctx, answers: Answers, { consultation, received, elsewhere }: CountedOpen): Promise<Reading> {
  const { db, reader } = c.var
  const { id, versionId } = consultation
  const { ecosystem, answered } = await surroundings.once(`${reader.lang} ${id}`, String(elsewhere), async () => ({
    ecosystem: await ecosystemOf(c, consultation),
    answered: await answers.answered(db, id),
  }))
  const version = await textOfVersion(db, versionId)
  const { headings, positions } = version
  const filters = filtersIn(c.req.query())
  const parts = partsOf(headings, version.blocks.length)
  const isLong = version.blocks.length > longest
  const part = parts.find((one) => one.id === filters.parte) ?? (isLong ? (parts[0] ?? null) : null)
  const shown = part ?? { from: 0, to: version.blocks.length }
  const blocks = version.blocks.slice(shown.from, shown.to)
  const tallies = await blockTallies(db, id)
  return {
    whole: { consultation, ecosystem, title: titleIn(reader.lang, consultation) },
    version,
    filters,
    parts,
    part,
    isLong,
    blocks: numbered(blocks, shown.from, headings),
    tallies,
    fullHeat: fullHeat(blocks.map((block) => tallies.get(block.id)?.visible ?? 0)),
    heatOfPart: heatByPart(parts, tallies, positions),
    received,
    answered,
    elsewhere,
  }
}

/** What was said on some of the blocks. */
export async function hear(c: Ctx, answers: Answers, { whole, filters, answered }: Reading, blockIds: readonly string[]): Promise<Said> {
  const { db, reader } = c.var
  const { id } = whole.consultation
  const notes = await notesOf(db, {
    consultationId: id,
    blockIds,
    each: notesEach,
    contributorKind: kindOf(filters.chi),
    order: filters.ordine,
  })
  const ids = notes.map((note) => note.id)
  const words = notes.filter(({ onWords }) => onWords).map((note) => note.id)
  return {
    notes: Map.groupBy(notes, ({ blockId }) => blockId),
    annotations: await annotationsOf(db, id, words),
    by: await signaturesOf(db, reader.lang, notes),
    answers: answered > 0 ? await answers.to(db, reader.lang, id, ids) : new Map(),
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

/** A round number not below the largest, so that one more contribution seldom changes the meters of all the blocks. */
export function fullHeat(counts: readonly number[]): number {
  const hottest = Math.max(1, ...counts)
  const power = 10 ** Math.floor(Math.log10(hottest))
  return power * ([1, 2, 3, 4, 5, 6, 8].find((step) => step * power >= hottest) ?? 10)
}

function heatByPart(parts: readonly Part[], tallies: ReadonlyMap<string, BlockTally>, positions: ReadonlyMap<string, number>) {
  const counts = parts.map(() => 0)
  for (const [block, { visible }] of tallies) {
    const position = positions.get(block)
    const at = position === undefined ? -1 : parts.findIndex(({ from, to }) => position >= from && position < to)
    if (at >= 0) counts[at] = (counts[at] ?? 0) + visible
  }
  return (part: Part) => counts[parts.indexOf(part)] ?? 0
}
