import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Env } from './http.ts'

/** A room's JSON routes. What a schema refuses is thrown, and told by the one problem handler. */
export function apiRouter(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw result.error
    },
  })
}

export const ProblemJson = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z.record(z.string(), z.string()).optional(),
  })
  .openapi('Problem')

/** The answer every route can give when it refuses (RFC 9457). */
export const refused = {
  default: { description: 'Refused: what happened and what to do', content: { 'application/problem+json': { schema: ProblemJson } } },
} as const

export const PageQuery = z.object({
  cursor: z.string().max(500).optional().openapi({ description: 'Where the page begins: `next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** One page of a collection: its items, and the cursor of the next page, null at the end. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

export function body<Schema extends z.ZodType>(schema: Schema) {
  return { body: { required: true, content: { 'application/json': { schema } } } }
}
