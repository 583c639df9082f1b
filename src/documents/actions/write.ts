import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { type Db, transact } from '../../platform/db.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { alignBlocks } from '../rules/alignment/align.ts'
import { type Block, blockKinds, type DraftBlock, longest, most, mustBeFew, type ParsedBlock } from '../rules/blocks.ts'
import * as store from '../store/draft.ts'
import { blocksOf } from '../store/versions.ts'
import { isSame } from '../text/diff.ts'
import { type Base, blockFrom, draftChanged, type Merged, mergeSection } from '../text/merge.ts'
import { soundBlock } from '../text/sound.ts'
import { splitBlocks } from '../text/split.ts'
import { gatherDocument, gatherVersion } from './gather.ts'

const BlockInput = z.object({
  kind: z.enum(blockKinds),
  level: z.coerce.number().int().min(0).max(9).default(0),
  source: z.string().max(longest * 2),
  data: z.record(z.string(), z.unknown()).default({}),
})

/** A section as it comes back, with the revisions of the blocks that whoever writes began from. */
export const SectionForm = z.object({
  base: z.array(z.object({ id: z.uuid(), revision: z.number().int().min(1) })).max(most),
  blocks: z.array(BlockInput.extend({ id: z.uuid().nullable().default(null) })).max(most),
})

export const ImportForm = z.object({ blocks: z.array(BlockInput).min(1).max(most) })

export type SectionInput = z.output<typeof SectionForm>

/** What would become of the draft, without saving it: also for the page that shows a clash. */
export async function mergeInto(
  db: Db,
  documentId: string,
  section: string,
  input: SectionInput,
): Promise<Merged & { readonly before: DraftBlock[] }> {
  const before = await store.draftOf(db, documentId)
  const known = await store.revisionsAt(db, documentId, input.base)
  const sent = input.blocks.map((block, at) => ({ ...soundBlock(block as ParsedBlock, `source-${at}`), id: block.id }))
  return { before, ...mergeSection(before, section, known as ReadonlyMap<string, Base>, splitBlocks(sent)) }
}

/** Whatever is saved stays in the history. Of two people who changed the same block, the second is told, and chooses. */
export async function writeSection(desk: Desk, documentId: string, section: string, input: SectionInput): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { document, place } = await gatherDocument(tx, documentId)
    const { before, after, clashes } = await mergeInto(tx, documentId, section, input)
    const permit = allow(desk, 'documents.write', place)

    if (clashes.length > 0) throw new Problem(draftChanged, { count: clashes.length })

    await store.saveDraft(tx, documentId, before, after, { authorId: permit.actorId, at: desk.now })
    await record(tx, permit, documentId, { documentId, about: document.kind, ...tally(before, after) })
  })
}

/** What the draft would be with a text in its place: blocks that go on keep their ids, found by what they say. */
export function continuing(before: readonly DraftBlock[], parsed: readonly ParsedBlock[]): DraftBlock[] {
  mustBeFew(parsed.length)
  const incoming = parsed.map((block) => blockFrom(soundBlock(block), newId<'block'>(), 1))
  // What was just read has no ids: those given above to what may be new prove nothing.
  const unnamed = incoming.map(({ kind, text }) => ({ id: null, kind, text }))
  const origin = new Map(alignBlocks(before, unnamed).map((match) => [match.after, match.before]))
  return incoming.map((block, at) => {
    const former = before[origin.get(at) ?? -1]
    if (!former) return block
    return isSame(former, block) ? former : { ...block, id: former.id, revision: former.revision + 1 }
  })
}

/** The whole text anew; `parsed` may be made of the draft as it stands when the text comes in. */
export async function importBlocks(
  desk: Desk,
  documentId: string,
  parsed: readonly ParsedBlock[] | ((tx: Db, before: readonly DraftBlock[]) => Promise<readonly ParsedBlock[]>),
): Promise<DraftBlock[]> {
  return transact(desk.db, async (tx) => {
    const { document, place } = await gatherDocument(tx, documentId)
    const before = await store.draftOf(tx, documentId)
    const permit = allow(desk, 'documents.import', place)

    const after = continuing(before, typeof parsed === 'function' ? await parsed(tx, before) : parsed)

    await store.saveDraft(tx, documentId, before, after, { authorId: permit.actorId, at: desk.now })
    await record(tx, permit, documentId, { documentId, about: document.kind, ...tally(before, after) })
    return after
  })
}

/** Makes the draft say again what a version says. What the draft said stays in its history. */
export async function restoreVersion(desk: Desk, versionId: string): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { document, version, place } = await gatherVersion(tx, versionId)
    const before = await store.draftOf(tx, document.id)
    const wanted = await blocksOf(tx, versionId)
    const last = await store.lastRevisions(
      tx,
      document.id,
      wanted.map(({ id }) => id),
    )
    const permit = allow(desk, 'documents.write', place)

    const after = again(before, wanted, last)

    await store.saveDraft(tx, document.id, before, after, { authorId: permit.actorId, at: desk.now })
    await record(tx, permit, document.id, {
      documentId: document.id,
      about: document.kind,
      restored: version.number,
      ...tally(before, after),
    })
  })
}

function again(before: readonly DraftBlock[], wanted: readonly Block[], last: ReadonlyMap<string, number>): DraftBlock[] {
  const old = new Map(before.map((block) => [block.id, block]))
  return wanted.map((block) => {
    const present = old.get(block.id)
    return present && isSame(present, block) ? present : { ...block, revision: (last.get(block.id) ?? 0) + 1 }
  })
}

/** One block as it was at a revision: in its place when it is still there, at the end when it had been removed. */
export async function restoreBlock(desk: Desk, documentId: string, blockId: string, revision: number): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { document, place } = await gatherDocument(tx, documentId)
    const before = await store.draftOf(tx, documentId)
    const wanted = (await store.revisionsAt(tx, documentId, [{ id: blockId, revision }])).get(blockId)
    const last = await store.lastRevisions(tx, documentId, [blockId])
    const permit = allow(desk, 'documents.write', place)

    if (!wanted) throw new Problem(notFound, { block: blockId, revision })
    const { kind, level, source, data } = wanted
    const block = blockFrom({ kind, level, source, data }, wanted.blockId, (last.get(blockId) ?? 0) + 1)
    const there = before.some(({ id }) => id === blockId)
    const after = there ? before.map((one) => (one.id === blockId ? block : one)) : [...before, block]
    mustBeFew(after.length)

    await store.saveDraft(tx, documentId, before, after, { authorId: permit.actorId, at: desk.now })
    await record(tx, permit, documentId, { documentId, about: document.kind, ...tally(before, after) })
  })
}

function tally(before: readonly DraftBlock[], after: readonly DraftBlock[]): { written: number; removed: number } {
  const old = new Map(before.map(({ id, revision }) => [id, revision]))
  const staying = new Set(after.map(({ id }) => id))
  return {
    written: after.filter(({ id, revision }) => old.get(id) !== revision).length,
    removed: before.filter(({ id }) => !staying.has(id)).length,
  }
}
