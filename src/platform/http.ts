import { type Context, Hono } from 'hono'
import type { Logger } from 'pino'
import type { Acting } from '../charter/policy.ts'
import type { Lang } from '../kernel/lang.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import type { Reader } from './reader.ts'

/** What every request carries. Made once in app.ts; actions take `c.var` as it is. */
export interface Env {
  Variables: Desk & {
    config: Config
    reader: Reader
    log: Logger
    requestId: string
    /** Ties form tokens to a session; 'anonymous' without one. */
    sessionKey: string
  }
}

/** What an action needs: the database, who acts, and when. */
export interface Desk extends Acting {
  readonly db: Db
}

export type Ctx = Context<Env>

/** A room's routes. Addresses are the Italian ones; the language prefix is read before routing. */
export function router(): Hono<Env> {
  return new Hono<Env>()
}

/** Splits '/en/piano' into the language and the address that rooms know. */
export function splitLang(path: string): { lang: Lang; path: string } {
  if (path === '/en' || path.startsWith('/en/')) return { lang: 'en', path: path.slice(3) || '/' }
  return { lang: 'it', path }
}

/** The outermost router: '/en/…' reaches the same routes as '/…'. */
export function rootRouter(): Hono<Env> {
  return new Hono<Env>({ getPath: (request) => splitLang(pathOf(request.url)).path })
}

export function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3)
  if (start < 0) return '/'
  const end = url.slice(start).search(/[?#]/)
  return end < 0 ? url.slice(start) : url.slice(start, start + end)
}
