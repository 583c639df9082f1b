import { paths } from '../../charter/paths.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { attachment } from '../../platform/files/download.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { type Exported, exportVersion, fileNameOf, tagOf } from '../actions/export.ts'
import { livingInWords } from '../references.ts'
import { refsOf } from '../store/versions.ts'
import { exportFormats, formatOf, isExportFormat } from '../writing/export.ts'
import { aroundVersion, type Neighbours } from './around.tsx'

/** A version as a file, for whoever may read the version. */
export function exportPages(neighbours: Neighbours) {
  const pages = router()
  pages.get('/documenti/:id/versioni/:number/file/:format', (c) => sendVersion(c, neighbours, c.req.param('format')))
  return pages
}

export async function sendVersion(c: Ctx, neighbours: Neighbours, format: string): Promise<Response> {
  if (!isExportFormat(format)) throw new Problem(notFound, { format, formats: exportFormats })
  const around = await aroundVersion(c, neighbours)
  const { document, version, ecosystem } = around
  const address = `${c.var.config.baseUrl}${paths.version(document.id, version.number)}`
  // The text is in Italian, whoever reads: so is what it speaks of.
  const told = { lang: 'it', today: c.var.today } as const
  const things = await livingInWords(c.var.db, neighbours.references, await refsOf(c.var.db, version.id), told)
  const exported: Exported = { document, version, ecosystem, address, about: { on: c.var.today, things } }
  const etag = `"${tagOf(exported, format)}"`
  const headers = {
    'content-type': formatOf(format).type,
    'content-disposition': attachment(fileNameOf(exported, format)),
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    // What only insiders read is asked for again each time, and kept by nobody else.
    'cache-control': version.publishedOn && version.publishedOn <= c.var.today ? 'public, max-age=300' : 'private, no-cache',
    etag,
  }
  const asked = c.req.header('if-none-match') ?? ''
  if (asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)) return sent(c, new Response(null, { status: 304, headers }))
  const bytes = await exportVersion(c.var.db, exported, format)
  return sent(c, new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-length': String(bytes.length) } }))
}

/** No cookie leaves from here, not even one that drops another. */
function sent(c: Ctx, response: Response): Response {
  c.res = undefined
  c.res = response
  return response
}
