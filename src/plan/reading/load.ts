import { lstat, readdir, readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Problem } from '../../kernel/problem.ts'
import type { RstFiles } from '../../platform/rst.ts'

export const planArchiveRefused = {
  slug: 'plan-archive-refused',
  status: 422,
  it: `Il piano non si può accettare: {reason, select,
    absent {la cartella non si può aprire}
    unreadable {non è un archivio zip integro}
    path {un percorso esce dalla cartella}
    link {contiene un collegamento simbolico}
    encrypted {l’archivio è cifrato}
    many {contiene troppi file}
    large {i testi sono troppo grandi}
    encoding {un testo non è in UTF-8}
    other {un file compare due volte}
  } ({entry}). Preparalo di nuovo con i soli testi e riprova.`,
  en: `The plan cannot be accepted: {reason, select,
    absent {the folder cannot be opened}
    unreadable {it is not a sound zip archive}
    path {a path leaves the folder}
    link {it holds a symbolic link}
    encrypted {the archive is encrypted}
    many {it holds too many files}
    large {the texts are too large}
    encoding {a text is not UTF-8}
    other {a file stands twice}
  } ({entry}). Make it again with the texts only and try again.`,
} as const

type Refusal = 'absent' | 'unreadable' | 'path' | 'link' | 'encrypted' | 'many' | 'large' | 'encoding' | 'twice'

export const planLimits = { entries: 2_000, fileBytes: 1_000_000, totalBytes: 4_000_000, depth: 12 }

const textual = /\.(?:rst|txt|csv|inc)$/i

/** The plan's texts in a folder, pictures and hidden folders left aside. Nothing outside it is read. */
export async function loadPlanFolder(directory: string): Promise<RstFiles> {
  const files = new Gathering()
  const visit = async (path: string, depth: number): Promise<void> => {
    if (depth > planLimits.depth) throw refusal('many', path)
    for (const item of (await readdir(posix.join(directory, path), { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = posix.join(path, item.name)
      files.count(inner)
      if (item.isSymbolicLink()) throw refusal('link', inner)
      if (item.name.startsWith('.')) continue
      if (item.isDirectory()) await visit(inner, depth + 1)
      if (!item.isFile() || !textual.test(item.name)) continue
      const { size } = await lstat(posix.join(directory, inner))
      files.mustFit(inner, size)
      files.add(inner, await readFile(posix.join(directory, inner)))
    }
  }
  await visit('.', 0).catch((error: unknown) => {
    throw error instanceof Problem ? error : refusal('absent', 'piano')
  })
  return files.done()
}

/** The plan's texts in a zip archive. A single folder around everything is taken off. */
export async function loadPlanZip(archive: Buffer): Promise<RstFiles> {
  const files = new Gathering()
  let zip: ZipFile | null = null
  try {
    zip = await fromBufferPromise(archive, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true })
    if (zip.entryCount > planLimits.entries) throw refusal('many', String(zip.entryCount))
    for await (const entry of zip.eachEntry()) await takeEntry(zip, entry, files)
  } catch (error) {
    if (error instanceof Problem) throw error
    throw refusal(/relative path|absolute path|invalid characters/.test(String(error)) ? 'path' : 'unreadable', 'zip')
  } finally {
    zip?.close()
  }
  return withoutTopFolder(files.done())
}

async function takeEntry(zip: ZipFile, entry: Entry, files: Gathering): Promise<void> {
  const name = entry.fileName
  files.count(name)
  if (name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\\') || name.split('/').includes('..')) throw refusal('path', name)
  const unixMode = (entry.externalFileAttributes >>> 16) & 0o170000
  if (unixMode === 0o120000) throw refusal('link', name)
  if (entry.isEncrypted()) throw refusal('encrypted', name)
  if (name.endsWith('/') || !textual.test(name) || name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')) return
  files.mustFit(name, entry.uncompressedSize)
  const chunks: Buffer[] = []
  let size = 0
  // The sizes an archive declares may lie: the bytes that come out are counted too.
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    size += chunk.length
    files.mustFit(name, size)
    chunks.push(chunk)
  }
  files.add(name, Buffer.concat(chunks))
}

class Gathering {
  private readonly texts = new Map<string, string>()
  private entries = 0
  private bytes = 0

  count(name: string): void {
    if (++this.entries > planLimits.entries) throw refusal('many', name)
  }

  mustFit(name: string, size: number): void {
    if (size > planLimits.fileBytes || this.bytes + size > planLimits.totalBytes) throw refusal('large', name)
  }

  add(name: string, bytes: Buffer): void {
    if (this.texts.has(name)) throw refusal('twice', name)
    this.bytes += bytes.length
    try {
      this.texts.set(name, new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    } catch {
      throw refusal('encoding', name)
    }
  }

  /** By path, so that the order in which a disk or an archive lists them never counts. */
  done(): RstFiles {
    return new Map([...this.texts].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}

function withoutTopFolder(files: RstFiles): RstFiles {
  const tops = new Set([...files.keys()].map((path) => (path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : '')))
  const [top = ''] = tops
  return tops.size === 1 ? new Map([...files].map(([path, text]) => [path.slice(top.length), text])) : files
}

function refusal(reason: Refusal, entry: string): Problem {
  return new Problem(planArchiveRefused, { reason, entry: entry.slice(0, 200) })
}
