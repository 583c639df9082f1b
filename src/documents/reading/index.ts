import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { mustBeAllowed } from '../../platform/files/check.ts'
import { extensionOf } from '../../platform/files/kinds.ts'
import { type FileKind, megabyte } from '../../platform/files.ts'
import { readDocx } from './docx.ts'
import type { Reading } from './gathering.ts'
import { readMarkdown } from './markdown.ts'
import { readOdt } from './odt.ts'
import { mustBeOpen } from './office.ts'
import { readRst } from './rst.ts'

export { type Loss, losses, type Picture, type ReadBlock, type Reading, type Told } from './gathering.ts'

export const documentEmpty = {
  slug: 'document-file-empty',
  status: 422,
  it: 'In questo file non c’è testo: se è una scansione, serve il documento da cui è nata.',
  en: 'There is no text in this file: if it is a scan, the document it was made from is needed.',
} as const satisfies ProblemKind

export const documentTooLong = {
  slug: 'document-file-too-long',
  status: 422,
  it: 'Il testo è troppo lungo: al massimo {limit} MB di solo testo. Dividilo in più documenti.',
  en: 'The text is too long: {limit} MB of plain text at most. Split it into several documents.',
} as const satisfies ProblemKind

export const sourceKinds: readonly FileKind[] = ['docx', 'odt', 'markdown', 'text']
export const sourceLimit = 20 * megabyte
const textLimit = 4 * megabyte

/** A document in one of the formats that can be read, told by its content, as blocks and a report of what was lost. */
export async function readDocument(bytes: Buffer, name: string): Promise<Reading> {
  mustBeOpen(bytes)
  const rst = /^re?st$/.test(extensionOf(name))
  const given = { bytes, name: rst ? name.replace(/\.\w+$/, '.txt') : name, allowed: sourceKinds, limit: sourceLimit, field: 'file' }
  const reading = await readKind(await mustBeAllowed(given), bytes, name, rst)
  if (reading.blocks.length === 0) throw new Problem(documentEmpty, { field: 'file' })
  return reading
}

async function readKind(kind: FileKind, bytes: Buffer, name: string, rst: boolean): Promise<Reading> {
  if (kind === 'docx') return readDocx(bytes)
  if (kind === 'odt') return readOdt(bytes)
  if (bytes.length > textLimit) throw new Problem(documentTooLong, { field: 'file', limit: textLimit / megabyte })
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  return rst || isRst(text) ? readRst(text, name) : readMarkdown(text)
}

/** A directive, or a title underlined with what Markdown does not underline with. */
function isRst(text: string): boolean {
  return /^\.\. [a-z-]+::/m.test(text) && !/^#{1,6} /m.test(text)
}
