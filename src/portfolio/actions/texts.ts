import { z } from 'zod'
import {
  abouts,
  createDocument,
  type DraftBlock,
  draftOf,
  ownRange,
  type ParsedBlock,
  places,
  start,
  writeSection,
} from '../../documents/index.ts'
import { getEcosystem, listEcosystems, nameIn } from '../../ecosystems/index.ts'
import { bodiesOf } from '../../groups/index.ts'
import type { Lang } from '../../kernel/lang.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { say } from '../../kernel/words.ts'
import { needsByIds } from '../../listening/index.ts'
import { many, optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { textWords } from '../messages/texts.ts'
import { mustAllBeHere, relationOf } from '../rules/perimeter.ts'

export const PerimeterForm = z.object({
  source: prose(2000),
  place: z.enum(places),
  about: z.enum(abouts),
  /** The other ecosystem, for a relation. */
  ecosystemId: optional(z.uuid()).default(null),
})

export const AnswerForm = z.object({
  source: prose(2000),
  /** The needs that the objective or the intervention answers. */
  needs: many(z.uuid()).default([]),
})

interface Where {
  readonly documentId: string
  readonly ecosystemId: string
  /** The block to change, with the revision it was read at; null for a new one. */
  readonly at: { readonly id: string; readonly revision: number } | null
}

/** Writes one thing that is inside, at the border or outside. The room that keeps the text permits, saves and records. */
export async function writePerimeterItem(desk: Desk, where: Where, input: z.output<typeof PerimeterForm>): Promise<void> {
  const { source, place, about } = input
  const known = (await listEcosystems(desk.db, desk.today)).map(({ id }) => id)
  const ecosystemId = relationOf(about, input.ecosystemId, where.ecosystemId, known)
  return write(desk, where, {
    kind: 'perimeter-item',
    level: 0,
    source,
    data: { place, about, ...(ecosystemId ? { ecosystemId } : {}) },
  })
}

export async function writeAnswer(
  desk: Desk,
  where: Where,
  kind: 'objective' | 'intervention',
  { source, needs }: z.output<typeof AnswerForm>,
): Promise<void> {
  const ids = [...new Set(needs)]
  mustAllBeHere(ids, await needsByIds(desk.db, ids), where.ecosystemId)
  return write(desk, where, { kind, level: 0, source, data: { refs: ids.map((id) => ({ kind: 'need', id })) } })
}

export function removeItem(desk: Desk, where: Where & { readonly at: { readonly id: string; readonly revision: number } }): Promise<void> {
  return write(desk, where, null)
}

/** Puts a block at the end of the draft, in the place of one, or takes it away: through the section where it stands. */
async function write(desk: Desk, { documentId, at }: Where, block: ParsedBlock | null): Promise<void> {
  const draft = await draftOf(desk.db, documentId)
  const section = sectionWith(draft, at?.id ?? null)
  const there = section.blocks.map((one) => ({ ...inputOf(one), id: one.id as string | null }))
  const base = section.blocks.map(({ id, revision }) => ({ id: id as string, revision: id === at?.id ? at.revision : revision }))
  const data = { ...block?.data }
  const blocks = at
    ? there.flatMap((one) => (one.id !== at.id ? [one] : block ? [{ ...block, data, id: at.id as string | null }] : []))
    : block
      ? [...there, { ...block, data, id: null }]
      : there
  return writeSection(desk, documentId, section.key, { base, blocks })
}

const inputOf = ({ kind, level, source, data }: DraftBlock) => ({ kind, level, source, data: { ...data } })

/** The section in which a block stands; for a new one, the last. */
function sectionWith(draft: readonly DraftBlock[], id: string | null): { readonly key: string; readonly blocks: readonly DraftBlock[] } {
  const at = id === null ? draft.length - 1 : draft.findIndex((one) => one.id === id)
  if (id !== null && at < 0) throw new Problem(notFound, { block: id })
  const heading = draft.slice(0, at + 1).findLast(({ kind }) => kind === 'heading')
  const key = heading ? heading.id : start
  const { from, to } = ownRange(draft, key) ?? { from: 0, to: 0 }
  return { key, blocks: draft.slice(from, to) }
}

/** Begins the draft of the perimeter or of the vision; the working group, where there is one, works on it. */
export async function beginText(desk: Desk, slug: string, kind: 'perimeter' | 'vision'): Promise<void> {
  const ecosystem = await getEcosystem(desk.db, slug, desk.today)
  const bodies = await bodiesOf(desk.db, [ecosystem.id], desk.today)
  const group = bodies.findLast((one) => one.kind === 'working-group' && one.state === 'in-office')
  const title = (lang: Lang) => say(lang, textWords, `documentTitle.${kind}`, { name: nameIn(lang, ecosystem) })
  await createDocument(desk, slug, { kind, titleIt: title('it'), titleEn: title('en'), bodies: group ? [group.id] : [] })
}
