import { createHash } from 'node:crypto'
import { type Id, isId, newId } from '../kernel/id.ts'
import { notFound, Problem } from '../kernel/problem.ts'
import type { Db } from './db.ts'
import { type Given, mustBeAllowed } from './files/check.ts'
import { attachment, safeName } from './files/download.ts'
import { extensionOf, fileKinds } from './files/kinds.ts'
import { type Ctx, router } from './http.ts'

export { fileLimit, fileMissing, megabyte } from './files/check.ts'
export { documentKinds, type FileKind, fileKinds } from './files/kinds.ts'

const own = (db: Db) => db.$pickTables<'file' | 'filePart'>()

export type FileId = Id<'file'>

export interface StoredFile {
  readonly id: FileId
  /** The room that keeps it, and says who may read it. */
  readonly room: string
  /** How it is called when somebody saves it. On the server it has no name but its id. */
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
  /** Anybody may read it. Otherwise the room that keeps it is asked. */
  readonly open: boolean
}

export interface Incoming extends Given {
  readonly room: string
  /** What the browser says it is. Kept out of every decision: many are wrong in good faith. */
  readonly declaredType?: string | undefined
  readonly open?: boolean
  readonly now: Date
}

const partSize = 256 * 1024

/** Checks a file by its content and keeps it. What is refused says what to do. */
export async function keepFile(tx: Db, incoming: Incoming): Promise<StoredFile> {
  const { room, bytes, open = false, now } = incoming
  const kind = await mustBeAllowed(incoming)
  const { type, extensions } = fileKinds[kind]
  const [usual] = extensions
  const given = extensionOf(incoming.name)
  const name = safeName(incoming.name, (extensions as readonly string[]).includes(given) ? given : usual)
  const id = newId<'file'>()
  const sha256 = createHash('sha256').update(bytes).digest()
  await own(tx).insertInto('file').values({ id, room, name, type, size: bytes.length, sha256, open, createdAt: now }).execute()
  for (let at = 0; at < bytes.length; at += partSize)
    await own(tx)
      .insertInto('filePart')
      .values({ fileId: id, position: at / partSize, bytes: bytes.subarray(at, at + partSize) })
      .execute()
  return { id, room, name, type, size: bytes.length, sha256: sha256.toString('hex'), open }
}

/** The file of a form's field, as the browser sent it; null when nothing was chosen. */
export async function readUpload(
  c: Ctx,
  field: string,
): Promise<(Pick<Incoming, 'bytes' | 'name' | 'declaredType'> & { readonly field: string }) | null> {
  const body = await c.req.parseBody({ all: true })
  const [sent] = [body[field]].flat()
  if (!(sent instanceof File) || (sent.size === 0 && sent.name === '')) return null
  return { bytes: Buffer.from(await sent.arrayBuffer()), name: sent.name, declaredType: sent.type, field }
}

/** What is known of some files, for links to them: by id, without their content. */
export async function filesOf(db: Db, ids: readonly string[]): Promise<Map<string, StoredFile>> {
  if (ids.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('file')
    .select(['id', 'room', 'name', 'type', 'size', 'sha256', 'open'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, { ...row, id: row.id as FileId, sha256: row.sha256.toString('hex') }]))
}

/** The whole content, for what is made of it on the server. */
export async function readFile(db: Db, id: string): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of partsOf(db, id)) parts.push(part)
  return Buffer.concat(parts)
}

/** Makes a file readable by anybody, or by nobody but those its room lets in. */
export async function openFile(tx: Db, id: string, open: boolean): Promise<void> {
  await own(tx).updateTable('file').set({ open }).where('id', '=', id).execute()
}

export async function forgetFile(tx: Db, id: string): Promise<void> {
  await own(tx).deleteFrom('file').where('id', '=', id).execute()
}

/** One part at a time: a reader who is slow holds a quarter of a megabyte, not ten. */
async function* partsOf(db: Db, id: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position += 1) {
    const part = await own(db)
      .selectFrom('filePart')
      .select('bytes')
      .where('fileId', '=', id)
      .where('position', '=', position)
      .executeTakeFirst()
    if (!part) return
    yield part.bytes
  }
}

/** Says whether whoever asks may read a file that is not open to all. */
export type MayRead = (c: Ctx, file: StoredFile) => boolean | Promise<boolean>

/** `GET /file/:id`: always a download, never a page. Each room says who reads the files that it keeps closed. */
export function fileRoutes({ mayRead = {} }: { readonly mayRead?: Readonly<Record<string, MayRead>> } = {}) {
  const routes = router()
  routes.get('/file/:id', async (c) => {
    const id = c.req.param('id')
    const file = isId(id) ? (await filesOf(c.var.db, [id])).get(id) : undefined
    // Whoever may not read it is not told that it exists.
    if (!file || !(file.open || (await mayRead[file.room]?.(c, file)))) throw new Problem(notFound)
    const headers = headersOf(file)
    if (c.req.header('if-none-match') === headers.etag) return sent(c, new Response(null, { status: 304, headers }))
    return sent(c, new Response(streamOf(c.var.db, file.id), { headers: { ...headers, 'content-length': String(file.size) } }))
  })
  return routes
}

/** No cookie leaves from here, not even one that drops another. */
function sent(c: Ctx, response: Response): Response {
  c.res = undefined
  c.res = response
  return response
}

function headersOf(file: StoredFile): Record<string, string> {
  return {
    'content-type': file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type,
    'content-disposition': attachment(file.name),
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': file.open ? 'public, max-age=300' : 'private, no-store',
    etag: `"${file.sha256.slice(0, 32)}"`,
  }
}

function streamOf(db: Db, id: string): ReadableStream<Uint8Array> {
  const parts = partsOf(db, id)
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
    cancel: () => void parts.return(undefined),
  })
}
