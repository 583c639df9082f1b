import type { MiddlewareHandler } from 'hono'
import { malformed, Problem } from '../kernel/problem.ts'
import type { Env } from './http.ts'

const deepest = 32

/** Refuses JSON that is broken, or nested too deep, before anything walks it. */
export function soundJson(): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (/\bjson\b/i.test(c.req.header('content-type') ?? '')) mustBeSound(await c.req.text())
    await next()
  }
}

function mustBeSound(text: string): void {
  if (text === '') return
  if (isTooDeep(text)) throw new Problem(malformed, { deepest })
  try {
    JSON.parse(text)
  } catch {
    throw new Problem(malformed)
  }
}

/** Deeper than anything that people or programs send in good faith. */
export function isTooDeep(json: string): boolean {
  return depthOf(json) > deepest
}

/** How deep the brackets go, those inside strings left out. */
function depthOf(json: string): number {
  let depth = 0
  let most = 0
  let quoted = false
  for (let at = 0; at < json.length && most <= deepest; at += 1) {
    const sign = json[at]
    if (sign === '"') quoted = !quoted
    else if (quoted && sign === '\\') at += 1
    else if (!quoted && (sign === '[' || sign === '{')) most = Math.max(most, ++depth)
    else if (!quoted && (sign === ']' || sign === '}')) depth -= 1
  }
  return most
}
