import { fileTypeFromBuffer } from 'file-type'
import { isSound } from './archive.ts'

interface Kind {
  readonly type: string
  /** The first one is given to files whose name has none. */
  readonly extensions: readonly [string, ...string[]]
}

/** The files that can be kept, by what is inside them. */
export const fileKinds = {
  pdf: { type: 'application/pdf', extensions: ['pdf'] },
  odt: { type: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  odp: { type: 'application/vnd.oasis.opendocument.presentation', extensions: ['odp'] },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  pptx: { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', extensions: ['pptx'] },
  png: { type: 'image/png', extensions: ['png'] },
  jpeg: { type: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  text: { type: 'text/plain', extensions: ['txt', 'text'] },
  markdown: { type: 'text/markdown', extensions: ['md', 'markdown'] },
  csv: { type: 'text/csv', extensions: ['csv'] },
  calendar: { type: 'text/calendar', extensions: ['ics'] },
} as const satisfies Record<string, Kind>

export type FileKind = keyof typeof fileKinds

/** What acts, minutes and the papers of a meeting come as. */
export const documentKinds: readonly FileKind[] = [
  'pdf',
  'odt',
  'docx',
  'ods',
  'xlsx',
  'odp',
  'pptx',
  'png',
  'jpeg',
  'text',
  'markdown',
  'csv',
]

const kindsByType = new Map<string, FileKind>(Object.entries(fileKinds).map(([kind, { type }]) => [type, kind as FileKind]))

/** Archives, and so able to hold more than they show. */
const zipped: ReadonlySet<FileKind> = new Set(['odt', 'ods', 'odp', 'docx', 'xlsx', 'pptx'])

/** What the bytes are, whatever the file is called; null for what is not known, is damaged, or is two things at once. */
export async function kindOf(bytes: Buffer, name: string): Promise<FileKind | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (!found) return textKind(bytes, name)
  const kind = kindsByType.get(found.mime)
  if (!kind) return null
  if (zipped.has(kind)) return (await isSound(bytes)) ? kind : null
  return isWhole(kind, bytes) && !holdsAnother(bytes) ? kind : null
}

/** It ends as its kind ends: what hides another file usually appends it. */
function isWhole(kind: FileKind, bytes: Buffer): boolean {
  const tail = bytes.subarray(-2048)
  if (kind === 'pdf') return bytes.subarray(0, 5).toString('latin1') === '%PDF-' && tail.includes('%%EOF')
  if (kind === 'png') return bytes.subarray(-8, -4).toString('latin1') === 'IEND'
  if (kind === 'jpeg') return bytes.subarray(-64).includes(Buffer.from([0xff, 0xd9]))
  return true
}

const endOfArchive = Buffer.from('PK\u0005\u0006', 'latin1')
const startOfDirectory = Buffer.from('PK\u0001\u0002', 'latin1')
const page = /<(?:!doctype|html|head|body|script|svg|iframe)[\s>]/i

/** An archive or a page inside a file of another kind. */
function holdsAnother(bytes: Buffer): boolean {
  if (page.test(bytes.subarray(0, 4096).toString('latin1'))) return true
  const end = bytes.subarray(-66_000).lastIndexOf(endOfArchive)
  return end >= 0 && bytes.includes(startOfDirectory)
}

/** Text has no signature: it is text if it can be read as such, and is not a page or a program's source for a browser. */
function textKind(bytes: Buffer, name: string): FileKind | null {
  const text = readText(bytes)
  if (text === null || page.test(text.slice(0, 65_536)) || /^\s*<\?(?:xml|php)/i.test(text) || text.startsWith('#!')) return null
  if (/^\uFEFF?BEGIN:VCALENDAR\r?\n/.test(text)) return 'calendar'
  const extension = extensionOf(name)
  if (extension === 'csv') return 'csv'
  return extension === 'md' || extension === 'markdown' ? 'markdown' : 'text'
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what no text holds.
const unprintable = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/

function readText(bytes: Buffer): string | null {
  if (bytes.length === 0) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return unprintable.test(text) ? null : text
  } catch {
    return null
  }
}

export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}
