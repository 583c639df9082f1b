import type { MiddlewareHandler } from 'hono'
import type { Ctx, Env } from './http.ts'
import { KeptPages } from './kept-pages.ts'
import { type Drawing, drawing, type Frame, type Pieced, wholeText } from './pieces.ts'
import { answerWith, type Sealed, seal, weightOf } from './sealed-pages.ts'

/** What is known of a public page while it is asked for. */
interface Asked {
  /** How the page was drawn last, at this address. */
  readonly last: Drawn | undefined
  revision?: string
  drawing?: Drawing
  /** Nothing it shows has changed since it was drawn last. */
  same?: boolean
}

interface Drawn {
  readonly page: Sealed
  readonly revision: string
  readonly frame: Frame | undefined
}

const asked = new WeakMap<Ctx, Asked>()
/** As long as a page drawn is looked for; whether it still holds is asked of the database every time. */
const drawnSeconds = 600

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
  const drawn = new KeptPages<Drawn>(drawnSeconds)
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
        replace(c, await answerWith(c, hit))
        return
      }
      const about: Asked = { last: drawn.get(address) }
      asked.set(c, about)
      await next()
      if (c.res.headers.has('cache-control')) return
      if (c.res.status !== 200 || !isPage(c.res) || c.res.headers.has('set-cookie')) {
        c.res.headers.set('cache-control', 'no-store')
        return
      }
      const lasting = lifetimes.get(c)
      const page = about.same && about.last ? about.last.page : seal(secret, c, about.drawing ?? (await asItIs(c)), lasting)
      kept.keep(address, page, weightOf(page), lasting)
      if (about.revision !== undefined)
        drawn.keep(address, { page, revision: about.revision, frame: about.drawing?.frame ?? about.last?.frame }, weightOf(page))
      replace(c, await answerWith(c, page))
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

/**
 * Draws a page, unless nothing it shows changed since it was drawn last. `revision` says all that it depends on besides its
 * address, and is read before what is drawn: at worst a page is kept under a revision older than itself, and drawn again.
 */
export async function drawOnce(c: Ctx, revision: string, draw: () => Promise<Pieced>): Promise<Response> {
  const about = asked.get(c)
  const { nonce } = c.var.reader
  if (!about) return c.html(wholeText(await drawing(await draw(), nonce)))
  about.revision = revision
  about.same = about.last?.revision === revision
  // The page itself is put in place outside, sealed.
  if (!about.same) about.drawing = await drawing(await draw(), nonce, about.last?.frame)
  return c.html('')
}

async function asItIs(c: Ctx): Promise<Drawing> {
  return { pieces: [], frame: { html: await c.res.text(), nonce: c.var.reader.nonce, revision: '' } }
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
