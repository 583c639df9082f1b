import { z } from '@hono/zod-openapi'
import { malformed, Problem } from '../../kernel/problem.ts'
import { fileMissing, readUpload } from '../../platform/files.ts'
import type { Ctx } from '../../platform/http.ts'
import { otherChannels } from '../actions/enter.ts'
import { bulkFields } from '../bulk/mapping.ts'
import { type Import, importState, importStates, leftByUndo, stops } from '../rules/imports.ts'
import { FileJson, fileIn } from './schemas.ts'

const at = z.iso.datetime()

export const LineJson = z.object({
  line: z.number().int(),
  protocolNumber: z.string(),
  why: z.string().nullable().openapi({ description: 'Why it is refused, in the language of the request' }),
})

export const ReportJson = z
  .object({ taken: z.array(LineJson), known: z.array(LineJson), refused: z.array(LineJson) })
  .openapi('BulkReport', { description: 'Every line of the file: taken, there already, refused' })

export const ImportJson = z
  .object({
    id: z.uuid(),
    consultationId: z.uuid(),
    name: z.string(),
    channel: z.enum(otherChannels),
    state: z.enum(importStates),
    stopped: z.enum(stops).nullable().openapi({ description: 'Why it ended before its last line' }),
    total: z.number().int().openapi({ description: 'Lines of the file' }),
    position: z.number().int().openapi({ description: 'Lines looked at: entered, there already and refused' }),
    entered: z.number().int(),
    known: z.number().int(),
    refused: z.number().int(),
    removed: z.number().int().openapi({ description: 'Of those entered, taken out again with the whole file' }),
    left: z.number().int().openapi({ description: 'Of those entered, left by the undo because they have a published answer' }),
    begunAt: at,
    movedAt: at,
    endedAt: at.nullable(),
    undoneAt: at.nullable(),
  })
  .openapi('ContributionImport')

export function importJson(one: Import): z.output<typeof ImportJson> {
  const { id, consultationId, name, channel, stopped, total, position, entered, known, refused, removed } = one
  return {
    ...{ id, consultationId, name, channel, stopped, total, position, entered, known, refused, removed },
    state: importState(one),
    left: leftByUndo(one),
    begunAt: one.begunAt.toISOString(),
    movedAt: one.movedAt.toISOString(),
    endedAt: one.endedAt?.toISOString() ?? null,
    undoneAt: one.undoneAt?.toISOString() ?? null,
  }
}

const ColumnsJson = z
  .partialRecord(z.enum(bulkFields), z.string().max(1000))
  .openapi({ description: 'The name of the column that holds each thing; left out, it is guessed by the names' })

const Around = z.object({
  channel: z.enum(otherChannels),
  columns: ColumnsJson.optional(),
  dryRun: z.boolean().default(false).openapi({ description: 'Only tell what would happen' }),
})
const SentJson = Around.extend({ file: FileJson })

/** A form holds words: the columns as JSON, and 'true'. */
const SentForm = z.object({
  channel: z.enum(otherChannels),
  columns: z.string().max(20_000).optional().openapi({ description: 'As in JSON' }),
  dryRun: z.enum(['true', 'false']).optional(),
  file: z.any().openapi({ type: 'string', format: 'binary' }),
})

/** In JSON a small file; in a form one of up to 10 MB. Were it required, each of the two would be. */
export const sentBody = {
  body: { content: { 'application/json': { schema: SentJson }, 'multipart/form-data': { schema: SentForm } } },
}

export async function readSent(c: Ctx) {
  if (!c.req.header('content-type')?.startsWith('multipart/form-data')) {
    const { file, ...around } = SentJson.parse(await c.req.json())
    return { ...around, file: fileIn(file) }
  }
  const file = await readUpload(c, 'file')
  if (!file) throw new Problem(fileMissing, { field: 'file' })
  const { channel, columns, dryRun } = SentForm.parse(await c.req.parseBody())
  return { ...Around.parse({ channel, columns: columns ? jsonIn(columns) : undefined, dryRun: dryRun === 'true' }), file }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem(malformed, { field: 'columns' })
  }
}
