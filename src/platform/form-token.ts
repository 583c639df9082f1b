import { createHmac, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { malformed, Problem, type ProblemKind } from '../kernel/problem.ts'
import type { Env } from './http.ts'

export const foreignForm = {
  slug: 'foreign-form',
  status: 403,
  it: 'Il modulo non viene da questa pagina, o è rimasto aperto oltre la fine della sessione. Ricarica la pagina e rimandalo: quello che hai scritto è ancora nel modulo precedente.',
  en: 'The form does not come from this page, or stayed open past the end of your session. Reload the page and send it again: what you wrote is still in the previous form.',
} as const satisfies ProblemKind

/** The token that comes back with every form: it proves that the form was ours and of this session. */
export function formToken(secret: string, sessionKey: string): string {
  return createHmac('sha256', secret).update(`form:${sessionKey}`).digest('base64url')
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses a changing request that was not sent by one of our own forms: by its Origin, and by its token. */
export function ownFormsOnly(): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (safe.has(c.req.method) || c.req.path.startsWith('/api/')) return next()
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    if (origin !== undefined && origin !== new URL(c.var.config.baseUrl).origin) throw new Problem(foreignForm)
    if (site !== undefined && site !== 'same-origin') throw new Problem(foreignForm)
    const form = await c.req.parseBody({ all: true }).catch(() => {
      throw new Problem(malformed)
    })
    const token = form._csrf
    if (typeof token !== 'string' || !equal(token, formToken(c.var.config.secret, c.var.sessionKey))) throw new Problem(foreignForm)
    await next()
  }
}
