import { paths } from '../src/charter/paths.ts'
import { ContributeForm, contribute } from '../src/consultations/index.ts'
import { furnish } from '../src/furnish.ts'
import { newId } from '../src/kernel/id.ts'
import { readConfig } from '../src/platform/config.ts'
import type { Db } from '../src/platform/db.ts'
import type { Desk } from '../src/platform/http.ts'
import { call, cpuPerCall } from './caller.ts'
import { databaseSeconds, openOne } from './consultation-house.ts'
import { inEmptyHouse } from './empty-house.ts'
import { type Figure, figure } from './figure.ts'
import { serving } from './pages.ts'

const contributionCount = 200
const dearest = 4
const timesBare = 3

/** What drawing the text of a consultation costs, nothing being kept: the application and the database together. */
export function consultationPageFresh(): Promise<Figure[]> {
  return inConsultation(0, async (address, db) => {
    const calls = { url: address, times: 400, lanes: 2 }
    await call({ ...calls, times: 100 })
    const before = await databaseSeconds(db)
    const application = await cpuPerCall(calls)
    // Warming up asks a quarter more.
    const database = (((await databaseSeconds(db)) - before) * 1000) / (calls.times * 1.25)
    return [
      figure('consultation-page-fresh', application + database, 'cpu-ms', dearest),
      figure('consultation-page-fresh-application', application, 'cpu-ms', dearest),
    ]
  })
}

/** What answering with the kept page costs, beside a server that does nothing but send the same bytes. */
export function consultationPageCached(): Promise<Figure[]> {
  return inConsultation(5, async (address) => {
    const bytes = Buffer.from(await (await fetch(address)).arrayBuffer())
    const calls = { times: 8000, lanes: 8 }
    const kept = await cpuPerCall({ url: address, ...calls })
    const bare = await serving(
      (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length }).end(bytes),
      (other) => cpuPerCall({ url: other, ...calls }),
    )
    return [figure('consultation-page-cached', kept, 'cpu-ms', bare * timesBare)]
  })
}

function inConsultation(keptSeconds: number, work: (address: string, db: Db) => Promise<Figure[]>): Promise<Figure[]> {
  return inEmptyHouse(async (desk) => {
    const id = await contributedUpon(desk)
    const config = readConfig({ PAGE_CACHE_SECONDS: String(keptSeconds), LOG_LEVEL: 'warn' }, true)
    return serving(await furnish(config, desk.db), (site) => work(site + paths.consultationText(id), desk.db))
  })
}

async function contributedUpon(desk: Desk): Promise<string> {
  const { id, blocks, person, sentence } = await openOne(desk)
  for (let n = 0; n < contributionCount; n += 1) {
    const form = ContributeForm.parse({
      target: 'block',
      blockId: blocks[n % blocks.length]?.id,
      text: sentence(),
      showsName: n % 2 === 0,
      key: newId(),
    })
    await contribute(person, id, form, { lang: 'it' })
  }
  return id
}
