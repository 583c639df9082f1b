import type { RequestListener } from 'node:http'
import { sql } from 'kysely'
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

/**
 * What asking for the text of a consultation costs when no page is kept for a time: the database is asked each time whether
 * anything changed. The application and the database together.
 */
export function consultationPageFresh(): Promise<Figure[]> {
  return inConsultation(0, costOf('consultation-page-fresh'))
}

/** The same, when something has changed before each request: one more support of another contribution, its cost included. */
export function consultationPageChanged(): Promise<Figure[]> {
  return inConsultation(0, costOf('consultation-page-changed'), supportAnother)
}

function costOf(name: string) {
  return async (address: string, db: Db): Promise<Figure[]> => {
    const calls = { url: address, times: 400, lanes: 2 }
    await call({ ...calls, times: 100 })
    const before = await databaseSeconds(db)
    const application = await cpuPerCall(calls)
    // Warming up asks a quarter more.
    const database = (((await databaseSeconds(db)) - before) * 1000) / (calls.times * 1.25)
    return [figure(name, application + database, 'cpu-ms', dearest), figure(`${name}-application`, application, 'cpu-ms', dearest)]
  }
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

async function supportAnother(db: Db, consultationId: string, times: number): Promise<void> {
  await sql`
    with one as (
      update contribution set supports = supports + 1
      where consultation_id = ${consultationId}::uuid and number = ${1 + (times % contributionCount)}::int
    )
    update consultation_tally set changes = changes + 1 where consultation_id = ${consultationId}::uuid and shard = (
      select min(shard) from consultation_tally where consultation_id = ${consultationId}::uuid
    )`.execute(db)
}

function inConsultation(
  keptSeconds: number,
  work: (address: string, db: Db) => Promise<Figure[]>,
  before?: (db: Db, consultationId: string, times: number) => Promise<void>,
): Promise<Figure[]> {
  return inEmptyHouse(async (desk) => {
    const id = await contributedUpon(desk)
    const config = readConfig({ PAGE_CACHE_SECONDS: String(keptSeconds), LOG_LEVEL: 'warn' }, true)
    const listener = await furnish(config, desk.db)
    let times = 0
    const changing: RequestListener = (request, response) => void before?.(desk.db, id, times++).then(() => listener(request, response))
    return serving(before ? changing : listener, (site) => work(site + paths.consultationText(id), desk.db))
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
