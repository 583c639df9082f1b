import { createRoute, z } from '@hono/zod-openapi'
import { mustBeAble } from '../../charter/policy.ts'
import { Problem } from '../../kernel/problem.ts'
import { apiRouter, json, refused } from '../../platform/api.ts'
import { ById, secured } from '../../platform/api-routes.ts'
import { fileMissing, readUpload } from '../../platform/files.ts'
import { importDocument, previewImport } from '../actions/import.ts'
import type { Neighbours } from '../pages/around.tsx'
import { sendVersion } from '../pages/export.ts'
import { losses, readDocument } from '../reading/index.ts'
import { placeOfDocument } from '../rules/documents.ts'
import { getDocument } from '../store/documents.ts'
import { exportFormats, formatOf } from '../writing/export.ts'

const tag = 'Documents'

const LostJson = z.object({
  loss: z.enum(losses),
  near: z.string().openapi({ description: 'The words beside what was lost' }),
  section: z.string().nullable().openapi({ description: 'The heading above it' }),
  line: z.number().int().optional(),
})

const ImportJson = z
  .object({
    title: z.string().nullable().openapi({ description: 'The title found in the file; the document keeps its own' }),
    blocks: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    moved: z.number().int(),
    removed: z.number().int(),
    same: z.number().int(),
    lost: z.array(LostJson).openapi({ description: 'What was left out or made simpler' }),
  })
  .openapi('DocumentImport')

const files = Object.fromEntries(
  exportFormats.map((format) => [formatOf(format).type.split(';')[0] ?? '', { schema: z.string().openapi({ format: 'binary' }) }]),
)

const exporting = createRoute({
  method: 'get',
  path: '/documents/{id}/versions/{number}/export',
  tags: [tag],
  summary: 'A version as a file',
  description: 'Published versions are for everybody; the others for those who work on the document.',
  request: {
    params: ById.extend({ number: z.coerce.number().int().min(1) }),
    query: z.object({ format: z.enum(exportFormats).default('pdf') }),
  },
  responses: { 200: { description: 'The file', content: files }, 304: { description: 'The file you have' }, ...refused },
})

const importing = createRoute({
  method: 'post',
  path: '/documents/{id}/import',
  tags: [tag],
  summary: 'Take a text into the draft',
  description: 'DOCX, ODT, Markdown or reStructuredText. Blocks that go on keep their ids. With `dryRun` nothing changes.',
  ...secured,
  request: {
    params: ById,
    query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
    body: {
      required: true,
      content: { 'multipart/form-data': { schema: z.object({ file: z.any().openapi({ type: 'string', format: 'binary' }) }) } },
    },
  },
  responses: { 200: json(ImportJson, 'What changed, or would'), ...refused },
})

export function exchangeApi(neighbours: Neighbours) {
  const api = apiRouter()
  api.openapi(exporting, (c) => sendVersion(c, neighbours, c.req.valid('query').format) as never)
  api.openapi(importing, async (c) => {
    const { id } = c.req.valid('param')
    mustBeAble(c.var.actor, 'documents.import', placeOfDocument(await getDocument(c.var.db, id)))
    const file = await readUpload(c, 'file')
    if (!file) throw new Problem(fileMissing, { field: 'file' })
    const reading = await readDocument(file.bytes, file.name)
    const { changes, after } = await previewImport(c.var.db, id, reading)
    if (c.req.valid('query').dryRun === 'false') await importDocument(c.var, id, reading, {})
    const count = (kind: string) => changes.filter((change) => change.kind === kind).length
    const counts = {
      added: count('added'),
      changed: count('changed'),
      moved: count('moved'),
      removed: count('removed'),
      same: count('same'),
    }
    const unworded = reading.pictures.flatMap(({ name, alt }) =>
      alt === '' ? [{ loss: 'picture' as const, near: name, section: null }] : [],
    )
    return c.json({ title: reading.title, blocks: after.length, ...counts, lost: [...reading.told, ...unworded] }, 200)
  })
  return api
}
