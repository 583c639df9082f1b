import type { ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import pg from 'pg'
import { ZodError } from 'zod'
import { busy, conflict, invalidInput, malformed, notFound, Problem, tell, tooLarge } from '../kernel/problem.ts'
import { noConnection } from './db.ts'
import { fieldErrors } from './form.ts'
import type { Ctx, Env } from './http.ts'

/** Draws a refusal, or a failure of ours when `problem` is null, as a page. */
export type DrawProblem = (c: Ctx, problem: Problem | null) => Parameters<Ctx['html']>[0] | Promise<string>

/** Everything thrown ends here: a Problem is told, anything else is a bug, logged, and told without detail. */
export function problemHandler(draw: DrawProblem): ErrorHandler<Env> {
  return async (error, c) => {
    const problem = asProblem(error, c)
    if (!problem || problem.kind === busy)
      c.var.log?.error({ err: error, requestId: c.var.requestId }, problem ? 'overloaded' : 'unexpected error')
    if (problem?.kind === busy) c.header('retry-after', '5')
    const status = (problem?.kind.status ?? 500) as ContentfulStatusCode
    if (c.req.path.startsWith('/api/'))
      return c.body(JSON.stringify(problemJson(c, problem)), status, { 'content-type': 'application/problem+json' })
    return c.html(await draw(c, problem), status)
  }
}

function problemJson(c: Ctx, problem: Problem | null) {
  if (!problem) return { type: '/problems/internal', title: 'internal', status: 500, requestId: c.var.requestId }
  const { slug, status } = problem.kind
  return {
    ...problem.facts,
    type: `/problems/${slug}`,
    title: slug,
    status,
    detail: tell(c.var.reader.lang, problem),
    instance: c.req.path,
  }
}

/** What the database or the framework refuses for bad input is a refusal too, never a failure of ours. */
function asProblem(error: Error, c: Ctx): Problem | null {
  if (error instanceof Problem) return error
  if (error instanceof ZodError) return new Problem(invalidInput, { errors: fieldErrors(c.var.reader?.lang ?? 'it', error) })
  if (error instanceof HTTPException) return new Problem(error.status === 413 ? tooLarge : malformed, { limit: '1 MB' })
  if (error instanceof pg.DatabaseError && error.code) {
    if (error.code === '22P02') return new Problem(notFound)
    if (error.code.startsWith('22')) return new Problem(malformed)
    if (['23505', '23P01', '40001', '40P01'].includes(error.code)) return new Problem(conflict)
    // Cancelled for taking too long, waiting for a lock, no connection left, the database being restarted.
    if (['57014', '55P03', '53300', '57P03'].includes(error.code)) return new Problem(busy)
  }
  if (error.message === noConnection) return new Problem(busy)
  return null
}
