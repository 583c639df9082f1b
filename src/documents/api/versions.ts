import { createRoute, z } from '@hono/zod-openapi'
import { notFound, Problem } from '../../kernel/problem.ts'
import { apiRouter, json, refused } from '../../platform/api.ts'
import { acting, ById, listOf, making, reading } from '../../platform/api-routes.ts'
import { adoptVersion, declareFinal, FreezeForm, freezeDraft, publishVersion } from '../actions/versions.ts'
import { restoreVersion } from '../actions/write.ts'
import { aroundDocument, aroundVersion, type Neighbours } from '../pages/around.tsx'
import type { Version } from '../rules/versions.ts'
import { blocksOf } from '../store/versions.ts'
import { diffVersions } from '../text/diff.ts'
import { Adopting, Freezing } from './inputs.ts'
import { BlockJson, blockJson, ChangeJson, VersionJson, versionJson } from './schemas.ts'

const tag = 'Documents'
const Numbered = ById.extend({ number: z.string().regex(/^\d{1,9}$/) })
const Nothing = z.object({})

export function versionsApi(neighbours: Neighbours) {
  const api = apiRouter()

  api.openapi(
    reading(tag, '/documents/{id}/versions', 'The versions of a document', ById, listOf(VersionJson), 'Those that whoever asks may read'),
    async (c) => {
      const { versions } = await aroundDocument(c, neighbours)
      return c.json({ items: versions.map((version) => versionJson(version, c.var.today)) }, 200)
    },
  )

  api.openapi(
    reading(tag, '/documents/{id}/versions/{number}', 'A version', Numbered, VersionJson, 'Its days and the hash of its content'),
    async (c) => c.json(versionJson((await aroundVersion(c, neighbours)).version, c.var.today), 200),
  )

  api.openapi(
    reading(tag, '/documents/{id}/versions/{number}/blocks', 'The text of a version', Numbered, listOf(BlockJson), 'In order'),
    async (c) => {
      const { version } = await aroundVersion(c, neighbours)
      return c.json({ items: (await blocksOf(c.var.db, version.id)).map(blockJson) }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/documents/{id}/comparison',
      tags: [tag],
      summary: 'What changed between two versions',
      request: { params: ById, query: z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) }) },
      responses: { 200: json(listOf(ChangeJson), 'The blocks that are not the same, in the order of the later version'), ...refused },
    }),
    async (c) => {
      const { versions } = await aroundDocument(c, neighbours)
      const { from, to } = c.req.valid('query')
      const textOf = async (number: number) => {
        const found = versions.find((version) => version.number === number)
        if (!found) throw new Problem(notFound, { version: number })
        return blocksOf(c.var.db, (found as Version).id)
      }
      const changes = diffVersions(await textOf(from), await textOf(to))
      const items = changes.flatMap((change) => {
        const { kind, before, after } = change
        if (kind === 'same') return []
        const moved = kind === 'moved' || (kind === 'changed' && change.moved)
        const words = kind === 'changed' ? change.words : []
        return [{ kind, blockId: (after ?? before).id as string, moved, before: before?.text ?? null, after: after?.text ?? null, words }]
      })
      return c.json({ items }, 200)
    },
  )

  api.openapi(making(tag, '/documents/{id}/versions', 'Freeze the draft as a version', ById, Freezing), async (c) => {
    const { id } = await freezeDraft(c.var, c.req.valid('param').id, FreezeForm.parse(c.req.valid('json')))
    return c.json({ id }, 201)
  })

  api.openapi(acting(tag, 'post', '/documents/{id}/versions/{number}/final', 'Declare a version final', Numbered, Nothing), async (c) => {
    await declareFinal(c.var, (await aroundVersion(c, neighbours)).version.id)
    return c.body(null, 204)
  })

  api.openapi(
    acting(tag, 'post', '/documents/{id}/versions/{number}/adoption', 'Record its adoption by a decision', Numbered, Adopting),
    async (c) => {
      const { version } = await aroundVersion(c, neighbours)
      await adoptVersion(c.var, version.id, c.req.valid('json').decisionId, neighbours.findDecision)
      return c.body(null, 204)
    },
  )

  api.openapi(
    acting(tag, 'post', '/documents/{id}/versions/{number}/publication', 'Publish an adopted version', Numbered, Nothing),
    async (c) => {
      await publishVersion(c.var, (await aroundVersion(c, neighbours)).version.id, neighbours.findDecision)
      return c.body(null, 204)
    },
  )

  api.openapi(
    acting(tag, 'post', '/documents/{id}/versions/{number}/restoring', 'Bring a version back into the draft', Numbered, Nothing),
    async (c) => {
      await restoreVersion(c.var, (await aroundVersion(c, neighbours)).version.id)
      return c.body(null, 204)
    },
  )
  return api
}
