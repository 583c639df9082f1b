import { createHash, createHmac } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { Ctx, Env } from './http.ts'
import { KeptPages } from './kept-pages.ts'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

interface Sealed {
  readonly headers: Record<string, string>
  readonly bodies: { br: Buffer; gzip: Buffer; identity: Buffer }
}

export interface PublicPages {
  /** Stands outermost, and answers from memory what it has just answered to somebody else. */
  readonly fromMemory: MiddlewareHandler<Env>
}

/**
 * A public page is the same for every anonymous reader, so it carries an ETag, may be kept by a shared cache, and is
 * kept here for a moment (never longer than `seconds`), compressed once. No session, no cookie, no token: anything
 * that tells readers apart takes the request past this. The nonce of such a page is derived from its content with the
 * secret, so that the same content is the same bytes on every process and nobody can foretell it. What is refused, or
 * only leads elsewhere, is kept by nobody: tomorrow the address may answer.
 */
export function publicPages(secret: string, seconds: number): PublicPages {
  const kept = new KeptPages<Sealed>(seconds)
  return {
    fromMemory: async (c, next) => {
      if (!isPublicRead(c)) {
        await next()
        if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-store')
        return
      }
      // The host is left out: one page is not many because somebody calls the site by many names.
      const address = c.req.url.slice(c.req.url.indexOf('/', c.req.url.indexOf('://') + 3))
      const hit = kept.get(address)
      if (hit) {
        replace(c, answer(c, hit))
        return
      }
      await next()
      if (c.res.headers.has('cache-control')) return
      if (c.res.status !== 200 || !isPage(c.res) || c.res.headers.has('set-cookie')) {
        c.res.headers.set('cache-control', 'no-store')
        return
      }
      const page = await seal(secret, c)
      kept.keep(
        address,
        page,
        Object.values(page.bodies).reduce((sum, { length }) => sum + length, 0),
        lifetimes.get(c),
      )
      replace(c, answer(c, page))
    },
  }
}

const lifetimes = new WeakMap<Ctx, number>()

/**
 * A page that may have to lose something at once (a text hidden by moderation) says for how many seconds it may be
 * kept: here, and by a shared cache, one after the other. Nobody serves it stale while asking for a new one.
 */
export function freshFor(c: Ctx, seconds: number): void {
  lifetimes.set(c, seconds)
}

/** Without this Hono would carry the headers of the former response, the former nonce among them, over the new ones. */
function replace(c: Ctx, response: Response): void {
  c.res = undefined
  c.res = response
}

function isPublicRead(c: Ctx): boolean {
  const { method } = c.req
  return (method === 'GET' || method === 'HEAD') && c.req.header('cookie') === undefined && c.req.header('authorization') === undefined
}

function isPage(response: Response): boolean {
  return /^(text\/html|application\/json|application\/atom\+xml)/.test(response.headers.get('content-type') ?? '')
}

async function seal(secret: string, c: Ctx): Promise<Sealed> {
  const { nonce } = c.var.reader
  const text = await c.res.text()
  const parts = text.split(nonce)
  const digest = createHash('sha256').update(parts.join('')).digest('base64url')
  const lasting = createHmac('sha256', secret).update(digest).digest('base64url').slice(0, 22)
  const identity = Buffer.from(parts.join(lasting))
  const headers: Record<string, string> = Object.fromEntries(c.res.headers)
  headers['content-security-policy'] = headers['content-security-policy']?.replaceAll(nonce, lasting) ?? ''
  const seconds = lifetimes.get(c)
  headers['cache-control'] =
    seconds === undefined ? 'public, max-age=0, s-maxage=5, stale-while-revalidate=30' : `public, max-age=0, s-maxage=${seconds}`
  headers.etag = `W/"${digest.slice(0, 27)}"`
  headers.vary = 'Cookie, Authorization, Accept-Encoding'
  const [br, gz] = await Promise.all([
    compressBrotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
    compressGzip(identity, { level: 6 }),
  ])
  return { headers, bodies: { br, gzip: gz, identity } }
}

function answer(c: Ctx, page: Sealed): Response {
  if (isKnown(c.req.header('if-none-match'), page.headers.etag)) {
    const { 'content-type': _, ...headers } = page.headers
    return new Response(null, { status: 304, headers })
  }
  const encoding = encodingFor(c.req.header('accept-encoding') ?? '')
  const body = page.bodies[encoding]
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

function encodingFor(accepted: string): keyof Sealed['bodies'] {
  const welcome = accepted.split(',').flatMap((one) => {
    const [name = '', quality = ''] = one.split(';')
    return /^\s*q=0(\.0*)?\s*$/.test(quality) ? [] : [name.trim().toLowerCase()]
  })
  return (['br', 'gzip'] as const).find((one) => welcome.includes(one)) ?? 'identity'
}
