import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'
import { findBrowser } from '../scripts/browser.mjs'
import { seedDemonstration } from '../src/demonstration/index.ts'
import { furnish } from '../src/furnish.ts'
import { readConfig } from '../src/platform/config.ts'
import type { Desk } from '../src/platform/http.ts'
import { cpuPerCall } from './caller.ts'
import { inEmptyHouse } from './empty-house.ts'
import { type Figure, figure } from './figure.ts'

const ecosystem = '/ecosistemi/beni-culturali-e-turismo'
const dearest = 10
const timesBare = 3
const heaviest = 100_000

/** What drawing the two richest public pages costs, nothing being kept. */
export function pageFresh(): Promise<Figure[]> {
  return inSite(0, async (site) => {
    const cost = (path: string) => cpuPerCall({ url: site + path, times: 200, lanes: 2 })
    return [
      figure('page-fresh-home', await cost('/'), 'cpu-ms', dearest),
      figure('page-fresh-ecosystem', await cost(ecosystem), 'cpu-ms', dearest),
    ]
  })
}

/** What answering with a kept page costs, beside a server that does nothing but send the same bytes. */
export function pageCached(): Promise<Figure[]> {
  return inSite(5, async (site) => {
    const bytes = Buffer.from(await (await fetch(site)).arrayBuffer())
    const calls = { times: 8000, lanes: 8 }
    const kept = await cpuPerCall({ url: site, ...calls })
    const bare = await serving(
      (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length }).end(bytes),
      (address) => cpuPerCall({ url: address, ...calls }),
    )
    return [figure('page-cached', kept, 'cpu-ms', bare * timesBare)]
  })
}

/** All that a browser fetches to show the home page for the first time, as it comes over the wire. */
export function firstVisitBytes(): Promise<Figure[]> {
  return inSite(5, async (site) => {
    const browser = await chromium.launch(await findBrowser())
    try {
      const page = await browser.newPage()
      const session = await page.context().newCDPSession(page)
      let bytes = 0
      session.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength
      })
      await session.send('Network.enable')
      await page.goto(site, { waitUntil: 'networkidle' })
      return [figure('first-visit-bytes', bytes, 'bytes', heaviest)]
    } finally {
      await browser.close()
    }
  })
}

/** The whole demonstration, served; nobody signs in. */
function inSite(keptSeconds: number, work: (site: string) => Promise<Figure[]>): Promise<Figure[]> {
  return inEmptyHouse(async ({ db }: Desk) => {
    await seedDemonstration(db)
    const config = readConfig({ PAGE_CACHE_SECONDS: String(keptSeconds), LOG_LEVEL: 'warn' }, true)
    return serving(await furnish(config, db), work)
  })
}

export async function serving<Result>(listener: RequestListener, work: (address: string) => Promise<Result>): Promise<Result> {
  const server = await new Promise<Server>((resolve) => {
    const opened = createServer(listener).listen(0, '127.0.0.1', () => resolve(opened))
  })
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}
