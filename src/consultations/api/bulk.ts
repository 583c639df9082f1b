import { createRoute, z } from '@hono/zod-openapi'
import { mustBeAble, type PersonId } from '../../charter/policy.ts'
import { decodeCursor, encodeCursor } from '../../kernel/cursor.ts'
import { apiRouter, body, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import type { Ctx } from '../../platform/http.ts'
import { keepUpload } from '../../platform/uploads.ts'
import { type BulkReport, beginImport, previewContributions, stopImport, UndoForm, undoImport } from '../actions/import.ts'
import { guessed } from '../bulk/mapping.ts'
import { readTable } from '../bulk/table.ts'
import { placeOfConsultation } from '../rules/consultation.ts'
import type { Import } from '../rules/imports.ts'
import { getConsultation } from '../store/consultations.ts'
import { getImport, linesOf, listImports } from '../store/imports.ts'
import { ImportJson, importJson, LineJson, ReportJson, readSent, sentBody } from './bulk-schemas.ts'
import { ById } from './schemas.ts'

const OneImport = ById.extend({ import: z.uuid() })
const secured = { tags: ['Contributions'], security: [{ token: [] }] }
const where = '/consultations/{id}/imports'

/** Files of contributions that came on other channels: each enters by itself, and is a thing to look at, to stop and to undo. */
export const bulkApi = apiRouter()

bulkApi.openapi(
  createRoute({
    ...secured,
    method: 'post',
    path: where,
    summary: 'Record the contributions of a file (CSV, XLSX or JSON), which came on another channel',
    request: { params: ById, ...sentBody },
    responses: {
      200: json(ReportJson, 'With dryRun: what would become of each line'),
      202: json(ImportJson, 'The file enters by itself from here on; its address is in Location. Given twice, a file adds nothing'),
      ...refused,
    },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    mustBeAble(c.var.actor, 'consultations.import', placeOfConsultation(await getConsultation(c.var.db, id)))
    const { channel, columns, dryRun, file } = await readSent(c)
    const table = await readTable(file.bytes)
    const named = Object.entries(columns ?? {}).map(([field, name]) => [field, placeOf(table.columns, name)])
    const bulk = { channel, mapping: { ...guessed(table.columns), ...Object.fromEntries(named) } }
    if (dryRun) return c.json(reported(c, await previewContributions(c.var, id, table, bulk)), 200)
    const { db, now, actor } = c.var
    const kept = { room: 'consultations', subject: id, name: file.name, content: file.bytes, by: actor.id as PersonId, now }
    const upload = { id: await keepUpload(db, kept), name: file.name }
    const one = await beginImport(c.var, id, { upload, table, bulk })
    c.header('location', `/api/v1/consultations/${id}/imports/${one.id}`)
    return c.json(importJson(one), 202)
  },
)

bulkApi.openapi(
  createRoute({
    ...secured,
    method: 'get',
    path: where,
    summary: 'The files recorded in a consultation, the last first',
    request: { params: ById, query: PageQuery },
    responses: { 200: json(pageOf(ImportJson), 'A page of files'), ...refused },
  }),
  async (c) => {
    const { id: consultationId } = c.req.valid('param')
    await mustKeep(c, consultationId)
    const { items, next } = await listImports(c.var.db, { consultationId, ...c.req.valid('query') })
    return c.json({ items: items.map(importJson), next }, 200)
  },
)

bulkApi.openapi(
  createRoute({
    ...secured,
    method: 'get',
    path: `${where}/{import}`,
    summary: 'How far a file came',
    request: { params: OneImport },
    responses: { 200: json(ImportJson, 'The file, with its numbers'), ...refused },
  }),
  async (c) => c.json(importJson(await found(c)), 200),
)

bulkApi.openapi(
  createRoute({
    ...secured,
    method: 'get',
    path: `${where}/{import}/refused-lines`,
    summary: 'The lines of a file that did not enter, and why',
    request: { params: OneImport, query: PageQuery },
    responses: { 200: json(pageOf(LineJson), 'A page of lines, in the order of the file'), ...refused },
  }),
  async (c) => {
    const { cursor, limit } = c.req.valid('query')
    const after = cursor ? Number(decodeCursor(cursor, 1)[0]) || 0 : 0
    const lines = await linesOf(c.var.db, { import: await found(c), which: 'refused', after, limit: limit + 1 })
    const items = lines
      .slice(0, limit)
      .map(({ line, protocolNumber, why }) => ({ line, protocolNumber, why: why?.[c.var.reader.lang] ?? null }))
    return c.json({ items, next: lines.length > limit ? encodeCursor([items.at(-1)?.line ?? 0]) : null }, 200)
  },
)

bulkApi.openapi(
  createRoute({
    ...secured,
    method: 'post',
    path: `${where}/{import}/stop`,
    summary: 'Stop a file that is entering: what entered stays',
    request: { params: OneImport },
    responses: { 200: json(ImportJson, 'Stopped'), ...refused },
  }),
  async (c) => {
    const { id, import: one } = c.req.valid('param')
    return c.json(importJson(await stopImport(c.var, id, one)), 200)
  },
)

bulkApi.openapi(
  createRoute({
    ...secured,
    method: 'post',
    path: `${where}/{import}/undo`,
    summary: 'Take out all that entered with a file; what has a published answer stays',
    request: { params: OneImport, ...body(UndoForm) },
    responses: { 202: json(ImportJson, 'It leaves by itself from here on'), ...refused },
  }),
  async (c) => {
    const { id, import: one } = c.req.valid('param')
    return c.json(importJson(await undoImport(c.var, id, one, c.req.valid('json'))), 202)
  },
)

async function mustKeep({ var: { db, actor } }: Ctx, consultationId: string): Promise<void> {
  mustBeAble(actor, 'consultations.import', placeOfConsultation(await getConsultation(db, consultationId)))
}

async function found(c: Ctx): Promise<Import> {
  const { id = '', import: one = '' } = c.req.param()
  await mustKeep(c, id)
  return getImport(c.var.db, id, one)
}

function reported(c: Ctx, { taken, known, refused }: BulkReport): z.output<typeof ReportJson> {
  const told = (lines: typeof taken) =>
    lines.map(({ line, cells, why }) => ({ line, protocolNumber: cells.protocolNumber, why: why?.[c.var.reader.lang] ?? null }))
  return { taken: told(taken), known: told(known), refused: told(refused) }
}

function placeOf(columns: readonly string[], name: string | undefined): number | null {
  const at = name === undefined ? -1 : columns.indexOf(name)
  return at < 0 ? null : at
}
