import { paths } from '../../charter/paths.ts'
import { laws, type Place } from '../../charter/policy.ts'
import { type OpenedConsultation, placeOfConsultation, receiptNumber, titleIn } from '../../consultations/index.ts'
import { type Block, blocksOf } from '../../documents/index.ts'
import { nameIn, namesOfEcosystems } from '../../ecosystems/index.ts'
import { grantsInEcosystem, namesOfPeople } from '../../identity/index.ts'
import type { Ctx } from '../../platform/http.ts'
import type { Step } from '../../ui/breadcrumbs.tsx'
import { openedConsultation } from '../actions/gather.ts'
import type { Answerable } from '../store/queue.ts'

/** The consultation that a page of answers is about, with its ecosystem and the text consulted upon. */
export interface Around {
  readonly consultation: OpenedConsultation
  readonly place: Place
  readonly title: string
  readonly ecosystem: { readonly slug: string; readonly name: string }
  readonly blocks: readonly Block[]
}

export async function aroundConsultation(c: Ctx, id: string): Promise<Around> {
  const { db, reader } = c.var
  const consultation = await openedConsultation(db, id)
  const names = (await namesOfEcosystems(db, [consultation.ecosystemId])).get(consultation.ecosystemId)
  return {
    consultation,
    place: placeOfConsultation(consultation),
    title: titleIn(reader.lang, consultation),
    ecosystem: { slug: names?.slug ?? '', name: names ? nameIn(reader.lang, names) : '' },
    blocks: await blocksOf(db, consultation.versionId),
  }
}

export function trailIn({ consultation, title, ecosystem }: Around, ...crumbs: readonly Step[]): Step[] {
  return [
    { label: ecosystem.name, to: paths.ecosystem(ecosystem.slug) },
    { label: title, to: paths.consultation(consultation.id) },
    ...crumbs,
  ]
}

/** The sections of a text: each heading with what stands under it, down to the next. */
export interface SectionOfText {
  readonly id: string
  readonly title: string
  readonly level: number
}

export function headingsIn(blocks: readonly Block[]): SectionOfText[] {
  return blocks.filter(({ kind }) => kind === 'heading').map(({ id, text, level }) => ({ id, title: text, level }))
}

/** A block as a choice: its number in the text, and how it begins. */
export function blockLabel(blocks: readonly Block[], id: string): string {
  const at = blocks.findIndex((block) => block.id === id)
  const block = blocks[at]
  if (!block) return id
  const start = block.text.length > 90 ? `${block.text.slice(0, 90).trimEnd()}…` : block.text
  return `§ ${at + 1}. ${start}`
}

export const numberOf = ({ number, receivedAt }: Pick<Answerable, 'number' | 'receivedAt'>): string => receiptNumber({ number, receivedAt })

/** Who prepares the answers: names of people, for those who work on them and nobody else. */
export async function namesAssigned(c: Ctx, items: readonly Answerable[]): Promise<Map<string, string>> {
  const ids = items.flatMap(({ assignedTo }) => assignedTo ?? [])
  return named(await namesOfPeople(c.var.db, ids))
}

/** Whoever was erased has no name any more. */
const named = (names: ReadonlyMap<string, string | null>) =>
  new Map([...names].flatMap(([id, name]) => (name ? [[id, name] as const] : [])))

/** Whoever works on the answers of an ecosystem: those it can be asked of, by name. */
export async function teamOf(c: Ctx, { consultation }: Around): Promise<{ id: string; name: string }[]> {
  const { db, today, reader } = c.var
  const grants = await grantsInEcosystem(db, consultation.ecosystemId, today)
  const ids = grants.filter(({ role }) => laws['answers.prepare'].roles.some((one) => one === role)).map(({ personId }) => personId)
  const names = named(await namesOfPeople(db, ids))
  return [...names].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name, reader.lang))
}
