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

/** The same when something changed before each request: somebody supports a contribution, or sends one more. */
export async function consultationPageChanged(): Promise<Figure[]> {
  return [
    ...(await inConsultation(0, costOf('consultation-page-changed', supportAnother))),
    ...(await inConsultation(0, costOf('consultation-page-arrived', sendAnother))),
  ]
}

function costOf(name: string, change?: (consultationId: string) => string) {
  return async (address: string, { id, db, database }: Served): Promise<Figure[]> => {
    const calls = { url: address, times: 400, lanes: change ? 1 : 2, change: change && { database, sql: change(id) } }
    await call({ ...calls, times: 100 })
    const before = await databaseSeconds(db)
    const application = await cpuPerCall(calls)
    // Warming up asks a quarter more.
    const spent = (((await databaseSeconds(db)) - before) * 1000) / (calls.times * 1.25)
    return [figure(name, application + spent, 'cpu-ms', dearest), figure(`${name}-application`, application, 'cpu-ms', dearest)]
  }
}

const chosen = (id: string) => `consultation_id = '${id}' and number = (
  select min(number) from contribution where consultation_id = '${id}') + $1 % ${contributionCount}`

const supportAnother = (id: string) => `
  with one as (update contribution set supports = supports + 1 where ${chosen(id)} returning consultation_id, block_id),
  counted as (
    insert into consultation_tally as t (consultation_id, shard, changes) select consultation_id, 0, 1 from one
    on conflict (consultation_id, shard) do update set changes = t.changes + 1
  )
  insert into block_tally as t (consultation_id, block_id, shard, changes) select consultation_id, block_id, 0, 1 from one
  on conflict (consultation_id, block_id, shard) do update set changes = t.changes + 1`

const sendAnother = (id: string) => `
  with one as (
    insert into contribution select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
      'number', nextval('contribution_number'), 'idempotency_key', gen_random_uuid()))).*
    from contribution c where ${chosen(id)} returning consultation_id, block_id
  ), counted as (
    insert into consultation_tally as t (consultation_id, shard, received) select consultation_id, 0, 1 from one
    on conflict (consultation_id, shard) do update set received = t.received + 1
  )
  insert into block_tally as t (consultation_id, block_id, shard, visible) select consultation_id, block_id, 0, 1 from one
  on conflict (consultation_id, block_id, shard) do update set visible = t.visible + 1`

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

interface Served {
  readonly id: string
  readonly db: Db
  readonly database: string
}

function inConsultation(keptSeconds: number, work: (address: string, served: Served) => Promise<Figure[]>): Promise<Figure[]> {
  return inEmptyHouse(async (desk, database) => {
    const id = await contributedUpon(desk)
    const config = readConfig({ PAGE_CACHE_SECONDS: String(keptSeconds), LOG_LEVEL: 'warn' }, true)
    return serving(await furnish(config, desk.db), (site) => work(site + paths.consultationText(id), { id, db: desk.db, database }))
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
