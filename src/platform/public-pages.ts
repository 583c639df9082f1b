import { createHash, createHmac } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { Ctx, Env } from './http.ts'
import { contentSecurityPolicy } from './security-headers.ts'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

interface Kept {
  readonly until: number
  readonly headers: Record<string, string>
  readonly bodies: { br: Buffer; gzip: Buffer; identity: Buffer }
}

export interface PublicPages {
  /** Stands outermost, and answers from memory what it has just answered to somebody else. */
  readonly fromMemory: MiddlewareHandler<Env>
}

const mostPages = 500

/**
 * A public page is the same for every anonymous reader, so it carries an ETag, may be kept by a shared cache, and is
 * kept here for a moment (never longer than `seconds`), compressed once. No session, no cookie, no token: anything
 * that tells readers apart takes the request past this. The nonce of such a page is derived from its content with the
 * secret, so that the same content is the same bytes on every process and nobody can foretell it.
 */
export function publicPages(secret: string, seconds: number): PublicPages {
  const kept = new Map<string, Kept>()
  return {
    fromMemory: async (c, next) => {
      if (!isPublicRead(c)) {
        await next()
        if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-store')
        return
      }
      const hit = kept.get(c.req.url)
      if (hit && hit.until > performance.now()) {
        replace(c, answer(c, hit))
        return
      }
      await next()
      if (c.res.status !== 200 || !isPage(c.res)) return
      if (c.res.headers.has('set-cookie') || c.res.headers.has('cache-control')) return
      const page = await seal(secret, c, seconds)
      if (seconds > 0) {
        if (kept.size >= mostPages) kept.delete(kept.keys().next().value as string)
        kept.set(c.req.url, page)
      }
      replace(c, answer(c, page))
    },
  }
}

/** Without this Hono would carry the headers of the former response, the former nonce among them, over the new ones. */
function replace(c: Ctx, response: Response): void {
  c.res = undefined
  c.res = response
}

function isPublicRead(c: Ctx): boolean {
  return (c.req.method === 'GET' || c.req.method === 'HEAD') && !c.req.header('cookie') && !c.req.header('authorization')
}

function isPage(response: Response): boolean {
  return /^(text\/html|application\/json|application\/atom\+xml)/.test(response.headers.get('content-type') ?? '')
}

async function seal(secret: string, c: Ctx, seconds: number): Promise<Kept> {
  const { nonce } = c.var.reader
  const text = await c.res.text()
  const parts = text.split(nonce)
  const digest = createHash('sha256').update(parts.join('')).digest('base64url')
  const lasting = createHmac('sha256', secret).update(digest).digest('base64url').slice(0, 22)
  const identity = Buffer.from(parts.join(lasting))
  const headers: Record<string, string> = Object.fromEntries(c.res.headers)
  headers['content-security-policy'] = contentSecurityPolicy(lasting)
  headers['cache-control'] = 'public, max-age=0, s-maxage=5, stale-while-revalidate=30'
  headers.etag = `W/"${digest.slice(0, 27)}"`
  headers.vary = 'Cookie, Authorization, Accept-Encoding'
  const [br, gz] = await Promise.all([
    compressBrotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
    compressGzip(identity, { level: 6 }),
  ])
  return { until: performance.now() + seconds * 1000, headers, bodies: { br, gzip: gz, identity } }
}

function answer(c: Ctx, page: Kept): Response {
  if (c.req.header('if-none-match') === page.headers.etag) {
    const { 'content-type': _, ...headers } = page.headers
    return new Response(null, { status: 304, headers })
  }
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
  const body = page.bodies[encoding]
  const headers: Record<string, string> = { ...page.headers, 'content-length': String(body.length) }
  if (encoding !== 'identity') headers['content-encoding'] = encoding
  return new Response(body as Uint8Array<ArrayBuffer>, { headers })
}
