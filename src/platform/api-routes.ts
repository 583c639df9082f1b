import { createRoute, z } from '@hono/zod-openapi'
import { body, json, refused } from './api.ts'

export const DayJson = z.iso.date()

export const Slug = z.object({ slug: z.string().max(200).openapi({ example: 'beni-culturali-e-turismo' }) })
export const ById = z.object({ id: z.uuid() })
export const Made = z.object({ id: z.uuid() }).openapi('Made')

export const secured = { security: [{ token: [] }] }

/** Something to read. */
export function reading<Path extends string, Params extends z.ZodObject, Answer extends z.ZodType>(
  tag: string,
  path: Path,
  summary: string,
  params: Params,
  answer: Answer,
  description: string,
) {
  return createRoute({
    method: 'get',
    path,
    tags: [tag],
    summary,
    request: { params },
    responses: { 200: json(answer, description), ...refused },
  })
}

/** An act that makes something, and answers with its id. */
export function making<Path extends string, Params extends z.ZodObject, Input extends z.ZodType>(
  tag: string,
  path: Path,
  summary: string,
  params: Params,
  input: Input,
) {
  return createRoute({
    method: 'post',
    path,
    tags: [tag],
    summary,
    ...secured,
    request: { params, ...body(input) },
    responses: { 201: json(Made, 'Done'), ...refused },
  })
}

/** An act that changes what is there. */
export function acting<Method extends 'post' | 'put' | 'patch', Path extends string, Params extends z.ZodObject, Input extends z.ZodType>(
  tag: string,
  method: Method,
  path: Path,
  summary: string,
  params: Params,
  input: Input,
) {
  return createRoute({
    method,
    path,
    tags: [tag],
    summary,
    ...secured,
    request: { params, ...body(input) },
    responses: { 204: { description: 'Recorded' }, ...refused },
  })
}

export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) })
