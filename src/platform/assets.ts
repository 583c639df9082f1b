import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Hono } from 'hono'
import { notFound, Problem } from '../kernel/problem.ts'
import { type Env, router } from './http.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
}

interface Asset {
  readonly type: string
  readonly bodies: { identity: Buffer; br?: Buffer; gzip?: Buffer }
}

/** The style sheet, fonts and scripts of a build: read and compressed once, kept by browsers for good (names carry a hash). */
export async function assetRoutes(folder: string): Promise<{ routes: Hono<Env>; manifest: Record<string, string> }> {
  const assets = new Map<string, Asset>()
  for (const name of await readdir(folder, { recursive: true }).catch(() => [] as string[])) {
    const type = types[path.extname(name)]
    if (!type) continue
    const identity = await readFile(path.join(folder, name))
    const bodies =
      type.startsWith('text/') || type.includes('svg')
        ? { identity, br: await promisify(brotliCompress)(identity), gzip: await promisify(gzip)(identity) }
        : { identity }
    assets.set(name.split(path.sep).join('/'), { type, bodies })
  }
  const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8').catch(() => '{}'))

  const routes = router()
  routes.get('/assets/*', (c) => {
    const asset = assets.get(c.req.path.slice('/assets/'.length))
    if (!asset) throw new Problem(notFound)
    const accepted = c.req.header('accept-encoding') ?? ''
    const encoding = (['br', 'gzip'] as const).find((one) => asset.bodies[one] && accepted.includes(one))
    c.header('content-type', asset.type)
    c.header('cache-control', 'public, max-age=31536000, immutable')
    c.header('vary', 'Accept-Encoding')
    if (encoding) c.header('content-encoding', encoding)
    return c.body(asset.bodies[encoding ?? 'identity'] as Buffer<ArrayBuffer>)
  })
  return { routes, manifest }
}
