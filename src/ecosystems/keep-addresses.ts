import type { MiddlewareHandler } from 'hono'
import { inLang } from '../charter/paths.ts'
import { Problem } from '../kernel/problem.ts'
import type { Env } from '../platform/http.ts'

/** An address that an ecosystem had once leads to the one it has: for good when reading, as it came when acting. */
export function keepAddresses(): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next()
    const moved = c.error instanceof Problem ? c.error.facts.movedTo : undefined
    if (typeof moved !== 'string') return
    const path = c.req.path.replace(/(\/(?:ecosistemi|ecosystems)\/)[^/]+/, (_, root: string) => root + encodeURIComponent(moved))
    const { search } = new URL(c.req.url)
    const reading = c.req.method === 'GET' || c.req.method === 'HEAD'
    c.res = c.redirect(inLang(c.var.reader.lang, path) + search, reading ? 301 : 308)
  }
}
