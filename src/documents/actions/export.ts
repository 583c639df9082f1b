import { createHash } from 'node:crypto'
import type { Day } from '../../kernel/day.ts'
import { busy, Problem } from '../../kernel/problem.ts'
import { formatDay } from '../../kernel/words.ts'
import type { Db } from '../../platform/db.ts'
import { filesOf, readFile } from '../../platform/files.ts'
import { KeptPages } from '../../platform/kept-pages.ts'
import type { Paper } from '../../platform/papers.ts'
import type { Block } from '../rules/blocks.ts'
import { type Document, titleIn } from '../rules/documents.ts'
import type { Version } from '../rules/versions.ts'
import { blocksOf } from '../store/versions.ts'
import { type ExportFormat, formatOf, writePaper } from '../writing/export.ts'
import { paperParts } from '../writing/parts.ts'
import { exportWords } from '../writing/words.ts'

/** A version, and what stands around it, ready to be taken away. */
export interface Exported {
  readonly document: Document
  readonly version: Version
  readonly ecosystem: { readonly slug: string; readonly name: string }
  /** Where the version is on the site, in full. */
  readonly address: string
  /** What its blocks speak of, as it is on a day. */
  readonly about: { readonly on: Day; readonly things: readonly string[] }
}

/** Changes whenever a writer writes otherwise: a file made before is not the file made now. */
const edition = 3

/** Texts are in Italian, whoever reads: so are the words around them. */
const lang = 'it'

/** The tag of a file: the same version in the same state is the same file, to whoever asks. */
export function tagOf({ version, ecosystem, address, about }: Exported, format: ExportFormat): string {
  const { hash, number, adoptedOn, publishedOn } = version
  return createHash('sha256')
    .update(
      JSON.stringify([edition, format, hash, number, adoptedOn, publishedOn, ecosystem, address, about.things.length > 0 ? about : null]),
    )
    .digest('base64url')
    .slice(0, 27)
}

const kept = new KeptPages<Buffer>(3600)
const making = new Map<string, Promise<Buffer>>()
const mostAtOnce = 8

/** A version as a file. Whoever asks for what somebody else is waiting for waits for the same one. */
export async function exportVersion(db: Db, exported: Exported, format: ExportFormat): Promise<Buffer> {
  const tag = tagOf(exported, format)
  const found = kept.get(tag) ?? (await making.get(tag))
  if (found) return found
  if (making.size >= mostAtOnce) throw new Problem(busy)
  const work = write(db, exported, format).finally(() => making.delete(tag))
  making.set(tag, work)
  const bytes = await work
  kept.keep(tag, bytes, bytes.length)
  return bytes
}

async function write(db: Db, exported: Exported, format: ExportFormat): Promise<Buffer> {
  const { document, version, ecosystem } = exported
  const blocks = await blocksOf(db, version.id)
  const paper: Paper = {
    lang,
    title: titleIn(lang, version),
    author: ecosystem.name,
    date: version.frozenOn,
    facts: factsOf(exported),
    address: exported.address,
    parts: paperParts(blocks, { lang, pictures: await picturesOf(db, blocks) }),
  }
  return writePaper(format, paper, {
    name: document.kind,
    work: `/akn/it/doc/${document.begunOn}/${document.id}`,
    number: version.number,
    begunOn: document.begunOn,
    frozenOn: version.frozenOn,
    adoptedOn: version.adoptedOn,
    publishedOn: version.publishedOn,
    authorId: ecosystem.slug,
  })
}

function factsOf({ version, ecosystem, address, about }: Exported): Paper['facts'] {
  const words = exportWords[lang]
  const { number, frozenOn, adoptedOn, publishedOn, hash } = version
  const day = (label: string, on: Version['adoptedOn']) => (on ? [{ label, value: formatDay(lang, on) }] : [])
  return [
    { label: words.ecosystem, value: ecosystem.name },
    { label: words.version, value: String(number) },
    ...day(words.frozen, frozenOn),
    ...day(words.adopted, adoptedOn),
    ...day(words.published, publishedOn),
    { label: words.address, value: address },
    { label: words.hash, value: hash },
    ...(about.things.length > 0 ? [{ label: `${words.about} ${formatDay(lang, about.on)}`, value: about.things.join('; ') }] : []),
  ]
}

const mostPictures = 100

/** The pictures of a text, by file. */
async function picturesOf(db: Db, blocks: readonly Block[]): Promise<Map<string, { bytes: Buffer; type: string }>> {
  const ids = blocks.flatMap(({ data }) => (data.fileId ? [data.fileId] : [])).slice(0, mostPictures)
  const pictures = new Map<string, { bytes: Buffer; type: string }>()
  for (const [id, { room, type }] of await filesOf(db, ids))
    if (room === 'documents' && /^image\/(?:png|jpeg)$/.test(type)) pictures.set(id, { bytes: await readFile(db, id), type })
  return pictures
}

/** How the file is called when somebody saves it. */
export function fileNameOf({ version }: Exported, format: ExportFormat): string {
  const title = titleIn(lang, version)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
  return `${title || 'documento'}-v${version.number}.${formatOf(format).extension}`
}
