import { createRoute, z } from '@hono/zod-openapi'
import { apiRouter, body, json, refused } from '../../platform/api.ts'
import { otherChannels } from '../actions/enter.ts'
import { importContributions, previewContributions } from '../actions/import.ts'
import { bulkFields, guessed } from '../bulk/mapping.ts'
import { readTable } from '../bulk/table.ts'
import { ById, FileJson, fileIn } from './schemas.ts'

export const bulkApi = apiRouter()

const LineJson = z.object({
  line: z.number().int(),
  protocolNumber: z.string(),
  why: z.string().nullable().openapi({ description: 'Why it is refused, in the language of the request' }),
})

const ReportJson = z
  .object({ taken: z.array(LineJson), known: z.array(LineJson), refused: z.array(LineJson) })
  .openapi('BulkReport', { description: 'Every line of the file: taken, there already, refused' })

const ColumnsJson = z
  .partialRecord(z.enum(bulkFields), z.string().max(1000))
  .openapi({ description: 'The name of the column that holds each thing; left out, it is guessed by the names' })

bulkApi.openapi(
  createRoute({
    method: 'post',
    path: '/consultations/{id}/imports',
    tags: ['Contributions'],
    summary: 'Record the contributions of a file (CSV, XLSX or JSON), which came on another channel',
    security: [{ token: [] }],
    request: {
      params: ById,
      ...body(
        z.object({
          channel: z.enum(otherChannels),
          file: FileJson,
          columns: ColumnsJson.optional(),
          dryRun: z.boolean().default(false).openapi({ description: 'Only tell what would happen' }),
        }),
      ),
    },
    responses: { 200: json(ReportJson, 'What became of each line; given twice, a file adds nothing'), ...refused },
  }),
  async (c) => {
    const { channel, file, columns, dryRun } = c.req.valid('json')
    const table = await readTable(fileIn(file).bytes)
    const named = columns && Object.fromEntries(bulkFields.map((field) => [field, placeOf(table.columns, columns[field])]))
    const bulk = { channel, mapping: { ...guessed(table.columns), ...named } }
    const run = dryRun ? previewContributions : importContributions
    const report = await run(c.var, c.var.reader.lang, c.req.valid('param').id, table, bulk)
    const told = (lines: typeof report.taken) => lines.map(({ line, cells, why }) => ({ line, protocolNumber: cells.protocolNumber, why }))
    return c.json({ taken: told(report.taken), known: told(report.known), refused: told(report.refused) }, 200)
  },
)

function placeOf(columns: readonly string[], name: string | undefined): number | null {
  const at = name === undefined ? -1 : columns.indexOf(name)
  return at < 0 ? null : at
}
