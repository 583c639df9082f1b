import { createHash, createHmac } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Ctx } from './http.ts'
import { around, type Drawing } from './pieces.ts'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)
const compress = {
  br: (bytes: Buffer) => compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes: Buffer) => compressGzip(bytes, { level: 6 }),
}
type Encoding = keyof typeof compress

/** A page as it is sent to every anonymous reader. */
export interface Sealed {
  readonly headers: Record<string, string>
  readonly identity: Buffer
  readonly packed: { [encoding in Encoding]?: Promise<Buffer> }
}

/** The nonce with which it was drawn gives way to one that its content decides; none stands in its pieces. */
export function seal(secret: string, c: Ctx, { frame, pieces }: Drawing, seconds: number | undefined): Sealed {
  const sides = around(frame.html).map((side) => side.split(frame.nonce))
  const hash = createHash('sha256')
  for (const side of sides) hash.update(side.join('')).update(';')
  for (const piece of pieces) hash.update(piece.digest)
  const digest = hash.digest('base64url')
  const lasting = createHmac('sha256', secret).update(digest).digest('base64url').slice(0, 22)
  const [before, ...after] = sides.map((side) => Buffer.from(side.join(lasting)))
  const identity = Buffer.concat([...(before ? [before] : []), ...pieces.map(({ bytes }) => bytes), ...after])
  const headers: Record<string, string> = Object.fromEntries(c.res.headers)
  headers['content-security-policy'] = headers['content-security-policy']?.replaceAll(c.var.reader.nonce, lasting) ?? ''
  headers['cache-control'] =
    seconds === undefined ? 'public, max-age=0, s-maxage=5, stale-while-revalidate=30' : `public, max-age=0, s-maxage=${seconds}`
  headers.etag = `W/"${digest.slice(0, 27)}"`
  headers.vary = 'Cookie, Authorization, Accept-Encoding'
  return { headers, identity, packed: {} }
}

/** As much as a kept page may come to weigh: compressed, a page of words is less than a quarter of itself. */
export function weightOf({ identity }: Sealed): number {
  return Math.ceil(identity.length * 1.5)
}

export async function answerWith(c: Ctx, page: Sealed): Promise<Response> {
  if (isKnown(c.req.header('if-none-match'), page.headers.etag)) {
    const { 'content-type': _, ...headers } = page.headers
    return new Response(null, { status: 304, headers })
  }
  const encoding = encodingFor(c.req.header('accept-encoding') ?? '')
  const body = encoding === 'identity' ? page.identity : await packed(page, encoding)
  const headers: Record<string, string> = { ...page.headers, 'content-length': String(body.length) }
  if (encoding !== 'identity') headers['content-encoding'] = encoding
  return new Response(body as Uint8Array<ArrayBuffer>, { headers })
}

/** Tags are compared weakly (RFC 9110, 13.1.2): a cache that recompressed the page may have made them strong or weak. */
function isKnown(asked: string | undefined, tag: string | undefined): boolean {
  if (asked === undefined || tag === undefined) return false
  const opaque = (one: string) => one.trim().replace(/^W\//, '')
  return asked.trim() === '*' || asked.split(',').some((one) => opaque(one) === opaque(tag))
}

/** Compressed once, and only in the ways that somebody asks for. */
function packed(page: Sealed, encoding: Encoding): Promise<Buffer> {
  page.packed[encoding] ??= compress[encoding](page.identity)
  return page.packed[encoding]
}

function encodingFor(accepted: string): Encoding | 'identity' {
  const welcome = accepted.split(',').flatMap((one) => {
    const [name = '', quality = ''] = one.split(';')
    return /^\s*q=0(\.0*)?\s*$/.test(quality) ? [] : [name.trim().toLowerCase()]
  })
  return (['br', 'gzip'] as const).find((one) => welcome.includes(one)) ?? 'identity'
}
