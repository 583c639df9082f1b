import { createHash } from 'node:crypto'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import { filesOf, keepFile } from '../../platform/files.ts'
import type { Desk } from '../../platform/http.ts'
import type { Picture, Reading } from '../reading/index.ts'
import type { DraftBlock, ParsedBlock } from '../rules/blocks.ts'
import { draftOf } from '../store/draft.ts'
import { type BlockChange, diffVersions } from '../text/diff.ts'
import { continuing, importBlocks } from './write.ts'

export const draftMovedOn = {
  slug: 'draft-changed-since-preview',
  status: 409,
  it: 'Da quando hai visto l’anteprima qualcuno ha scritto nella bozza. Guarda di nuovo che cosa cambierebbe, poi conferma.',
  en: 'Somebody has written in the draft since you saw the preview. Look again at what would change, then confirm.',
} as const satisfies ProblemKind

/** The words for pictures that the document leaves without, by their place among its pictures. */
export type Alts = Readonly<Record<number, string>>

export interface ImportPreview {
  readonly reading: Reading
  /** What stands now, and what would. */
  readonly before: readonly DraftBlock[]
  readonly after: readonly DraftBlock[]
  readonly changes: readonly BlockChange[]
  /** Of the draft that somebody saw before confirming. */
  readonly fingerprint: string
}

/** What taking a document in would do, without doing it. */
export async function previewImport(db: Db, documentId: string, reading: Reading, alts: Alts = {}): Promise<ImportPreview> {
  const before = await draftOf(db, documentId)
  const parsed = await withPictures(db, before, reading, alts, async () => '00000000-0000-7000-8000-000000000000')
  const after = continuing(before, parsed)
  return { reading, before, after, changes: diffVersions(before, after), fingerprint: fingerprintOf(before) }
}

/** Takes a document in: what goes on keeps its ids, what the draft said stays in its history. */
export async function importDocument(
  desk: Desk,
  documentId: string,
  reading: Reading,
  { alts = {}, confirmed }: { readonly alts?: Alts; readonly confirmed?: string },
): Promise<DraftBlock[]> {
  return importBlocks(desk, documentId, async (tx, before) => {
    if (confirmed !== undefined && fingerprintOf(before) !== confirmed) throw new Problem(draftMovedOn)
    return withPictures(tx, before, reading, alts, async ({ bytes, name }) => {
      const { id } = await keepFile(tx, { room: 'documents', bytes, name, allowed: ['png', 'jpeg'], now: desk.now })
      return id
    })
  })
}

function fingerprintOf(draft: readonly DraftBlock[]): string {
  return createHash('sha256')
    .update(JSON.stringify(draft.map(({ id, revision }) => [id, revision])))
    .digest('hex')
}

/** Each figure with its file: the one that the draft has already, when it is the same picture. Without words it stays out. */
async function withPictures(
  db: Db,
  before: readonly DraftBlock[],
  { blocks, pictures }: Reading,
  alts: Alts,
  keep: (picture: Picture) => Promise<string>,
): Promise<ParsedBlock[]> {
  const files = await filesOf(
    db,
    before.flatMap(({ data }) => (data.fileId ? [data.fileId] : [])),
  )
  const known = new Map([...files.values()].map(({ id, sha256 }) => [sha256, id as string]))
  const parsed: ParsedBlock[] = []
  for (const { picture: at, kind, level, source, data } of blocks) {
    const picture = at === undefined ? undefined : pictures[at]
    if (at === undefined || !picture) {
      parsed.push({ kind, level, source, ...(data ? { data } : {}) })
      continue
    }
    const alt = altOf(picture, alts[at])
    if (alt === '') continue
    const sha256 = createHash('sha256').update(picture.bytes).digest('hex')
    const fileId = known.get(sha256) ?? (await keep(picture))
    known.set(sha256, fileId)
    parsed.push({ kind, level, source, data: { fileId, alt } })
  }
  return parsed
}

export const altOf = (picture: Picture, given: string | undefined): string => (given?.trim() || picture.alt).slice(0, 500)
