import type { MiddlewareHandler } from 'hono'
import { paths } from '../charter/paths.ts'
import type { Env } from './http.ts'

/** The policy under which a page's scripts run: only those that carry its nonce, and what they load. Forms are sent here alone. */
function contentSecurityPolicy(nonce: string, path: string): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    // The form that lets somebody in is redirected to their identity provider, wherever that is.
    ...(path === paths.signIn ? [] : ["form-action 'self'"]),
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

export function securityHeaders(): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next()
    const headers = c.res.headers
    if (!headers.has('content-security-policy'))
      headers.set('content-security-policy', contentSecurityPolicy(c.var.reader.nonce, c.req.path))
    headers.set('x-content-type-options', 'nosniff')
    if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'strict-origin-when-cross-origin')
    headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', c.req.path.startsWith('/api/') ? 'cross-origin' : 'same-origin')
    headers.set('x-request-id', c.var.requestId)
    if (c.var.config.baseUrl.startsWith('https://')) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
}
