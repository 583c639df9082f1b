import { createHmac, timingSafeEqual } from 'node:crypto'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { CookieOptions } from 'hono/utils/cookie'
import { z } from 'zod'
import type { Config } from '../platform/config.ts'
import type { Ctx } from '../platform/http.ts'

type CookieName = 'session' | 'sign-in'

// A cookie called __Host-… can only come from this very host over https: no neighbouring site can plant one.
const nameOf = (config: Config, name: CookieName) => (isSecure(config) ? `__Host-${name}` : name)
const isSecure = (config: Config) => config.baseUrl.startsWith('https://')

// No Max-Age: closing the browser forgets the session; the limits that count are kept by the server.
function optionsOf(config: Config): CookieOptions {
  return { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(config) }
}

export function readCookie(c: Ctx, name: CookieName): string | undefined {
  return getCookie(c, nameOf(c.var.config, name))
}

export function writeCookie(c: Ctx, name: CookieName, value: string): void {
  setCookie(c, nameOf(c.var.config, name), value, optionsOf(c.var.config))
}

export function dropCookie(c: Ctx, name: CookieName): void {
  deleteCookie(c, nameOf(c.var.config, name), optionsOf(c.var.config))
}

const Attempt = z.strictObject({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  until: z.number(),
})

/** What must be known when the provider sends the person back. It travels in a signed cookie, so nothing is stored for whoever never returns. */
export type Attempt = z.output<typeof Attempt>

function sign(config: Config, text: string): string {
  return createHmac('sha256', config.secret).update(`sign-in:${text}`).digest('base64url')
}

export function sealAttempt(config: Config, attempt: Attempt): string {
  const text = Buffer.from(JSON.stringify(attempt)).toString('base64url')
  return `${text}.${sign(config, text)}`
}

/** Null when the cookie is missing, altered, or older than its term. */
export function openAttempt(config: Config, cookie: string | undefined, now: Date): Attempt | null {
  const [text = '', signature = ''] = cookie?.split('.') ?? []
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(config, text))]
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const attempt = Attempt.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  return attempt.until > now.getTime() ? attempt : null
}
