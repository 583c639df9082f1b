import { paths } from '../src/charter/paths.ts'
import { ContributeForm, contribute } from '../src/consultations/index.ts'
import { furnish } from '../src/furnish.ts'
import { newId } from '../src/kernel/id.ts'
import { readConfig } from '../src/platform/config.ts'
import type { Desk } from '../src/platform/http.ts'
import { cpuPerCall } from './caller.ts'
import { type Asked, type Change, costOf, sendAnother, supportAnother } from './changed-page.ts'
import { openOne } from './consultation-house.ts'
import { inEmptyHouse } from './empty-house.ts'
import { type Figure, figure } from './figure.ts'
import { serving } from './pages.ts'

const contributionCount = 200
const dearest = 4
const timesBare = 3

/**
 * What the text of a consultation costs, no page being kept for a time. It is drawn anew: before each request somebody sent
 * one more contribution; then, before each, supported one; then nothing happened, and only whether it did is asked.
 */
export async function consultationPageFresh(): Promise<Figure[]> {
  return [
    ...(await inConsultation(0, drawnAnew('consultation-page-fresh', sendAnother))),
    ...(await inConsultation(0, drawnAnew('consultation-page-supported', supportAnother))),
    ...(await inConsultation(0, drawnAnew('consultation-page-unchanged'))),
  ]
}

function drawnAnew(name: string, change?: Change) {
  return async (asked: Asked): Promise<Figure[]> => {
    const [all, application] = await costOf(asked, change)
    return [figure(name, all, 'cpu-ms', dearest), figure(`${name}-application`, application, 'cpu-ms', dearest)]
  }
}

/** What answering with the kept page costs, beside a server that does nothing but send the same bytes. */
export function consultationPageCached(): Promise<Figure[]> {
  return inConsultation(5, async ({ url }) => {
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
    const calls = { times: 8000, lanes: 8 }
    const kept = await cpuPerCall({ url, ...calls })
    const bare = await serving(
      (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length }).end(bytes),
      (other) => cpuPerCall({ url: other, ...calls }),
    )
    return [figure('consultation-page-cached', kept, 'cpu-ms', bare * timesBare)]
  })
}

function inConsultation(keptSeconds: number, work: (asked: Asked) => Promise<Figure[]>): Promise<Figure[]> {
  return inEmptyHouse(async ({ db, ...desk }, database) => {
    const consultationId = await contributedUpon({ db, ...desk })
    const config = readConfig({ PAGE_CACHE_SECONDS: String(keptSeconds), LOG_LEVEL: 'warn' }, true)
    return serving(await furnish(config, db), (site) =>
      work({ url: site + paths.consultationText(consultationId), db, database, consultationId }),
    )
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
