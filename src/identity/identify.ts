import { type Actor, nobody } from '../charter/policy.ts'
import { Problem } from '../kernel/problem.ts'
import type { Ctx } from '../platform/http.ts'
import { dropCookie, readCookie } from './cookies.ts'
import { tokenRefused } from './rules/tokens.ts'
import { fingerprint, isSecret, isToken } from './secrets.ts'
import { findSession, touchSession } from './store/sessions.ts'
import { findBearer, touchToken } from './store/tokens.ts'

/** Who a request comes from. */
export interface Identified {
  readonly actor: Actor
  readonly name: string | null
  /** Ties form tokens to a session; 'anonymous' without one. */
  readonly sessionKey: string
}

export const anonymous: Identified = { actor: nobody, name: null, sessionKey: 'anonymous' }

const touchEvery = 60_000

/**
 * People come with the cookie of a session, programs with a personal token. The API never reads cookies, so that no
 * other site can make a browser act there; pages never read tokens. Anonymous requests reach no table.
 */
export async function identify(c: Ctx): Promise<Identified> {
  return c.req.path.startsWith('/api/') ? fromToken(c) : fromCookie(c)
}

async function fromCookie(c: Ctx): Promise<Identified> {
  const cookie = readCookie(c, 'session')
  if (cookie === undefined) return anonymous
  const { db, config, now, today } = c.var
  const idHash = fingerprint(cookie)
  const entered = isSecret(cookie) ? await findSession(db, idHash, { now, today, idleSeconds: config.sessionIdleSeconds }) : null
  if (!entered) {
    dropCookie(c, 'session')
    return anonymous
  }
  if (now.getTime() - entered.lastSeenAt.getTime() >= touchEvery) await touchSession(db, idHash, now)
  const { personId, name, grants } = entered
  return { actor: { id: personId, grants, onlyRooms: null }, name, sessionKey: idHash.toString('hex') }
}

async function fromToken(c: Ctx): Promise<Identified> {
  const authorization = c.req.header('authorization')
  if (authorization === undefined) return anonymous
  const { db, now, today } = c.var
  const [scheme = '', token = ''] = authorization.trim().split(/\s+/)
  const bearer = scheme.toLowerCase() === 'bearer' && isToken(token) ? await findBearer(db, fingerprint(token), today) : null
  if (!bearer) {
    c.header('www-authenticate', 'Bearer error="invalid_token"')
    throw new Problem(tokenRefused)
  }
  if (!bearer.lastUsedAt || now.getTime() - bearer.lastUsedAt.getTime() >= touchEvery) await touchToken(db, bearer.id, now)
  const { personId, name, grants, rooms } = bearer
  return { actor: { id: personId, grants, onlyRooms: rooms }, name, sessionKey: `token:${bearer.id}` }
}
