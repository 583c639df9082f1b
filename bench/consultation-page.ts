import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { paths } from '../src/charter/paths.ts'
import { operator } from '../src/charter/policy.ts'
import {
  ContributeForm,
  contribute,
  describeAims,
  openConsultation,
  prepareConsultation,
  setCalendar,
  setContacts,
  setParticipation,
} from '../src/consultations/index.ts'
import { blocksOf, createDocument, freezeDraft, importBlocks } from '../src/documents/index.ts'
import { addEcosystem } from '../src/ecosystems/index.ts'
import { furnish } from '../src/furnish.ts'
import { invitePerson } from '../src/identity/index.ts'
import { addDays, day } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/id.ts'
import { readConfig } from '../src/platform/config.ts'
import type { Db } from '../src/platform/db.ts'
import type { Desk } from '../src/platform/http.ts'
import { citizen, somebody } from '../src/testing.ts'
import { call, cpuPerCall } from './caller.ts'
import { inEmptyHouse } from './empty-house.ts'
import { type Figure, figure } from './figure.ts'
import { serving } from './pages.ts'
import { chance, matters } from './words.ts'

const blockCount = 80
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

/** Processor time of the database's connections, where the system tells it. */
async function databaseSeconds(db: Db): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity where datname = current_database()`.execute(db)
  return rows.reduce((sum, { pid }) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return sum + (Number(fields[11]) + Number(fields[12])) / 100
    } catch {
      return sum
    }
  }, 0)
}

function inConsultation(keptSeconds: number, work: (address: string, db: Db) => Promise<Figure[]>): Promise<Figure[]> {
  return inEmptyHouse(async (desk) => {
    const id = await openOne(desk)
    const config = readConfig({ PAGE_CACHE_SECONDS: String(keptSeconds), LOG_LEVEL: 'warn' }, true)
    return serving(await furnish(config, desk.db), (site) => work(site + paths.consultationText(id), desk.db))
  })
}

async function openOne({ db, now, today }: Desk): Promise<string> {
  const pick = chance(80)
  const at = (actor: Desk['actor']): Desk => ({ db, actor, now, today })
  const sentence = () => Array.from({ length: 40 }, () => matters[pick(matters.length)]).join(' ')
  const { slug } = await addEcosystem(at(operator), {
    nameIt: 'Beni culturali e turismo',
    nameEn: null,
    summaryIt: null,
    summaryEn: null,
    priority: false,
    prioritySource: null,
    parentId: null,
    since: day('2019-01-01'),
  })
  const document = await createDocument(at(operator), slug, { kind: 'other', titleIt: 'Proposta', titleEn: null, bodies: [] })
  const lead = at(somebody('lead', { kind: 'ecosystem', id: document.ecosystemId }))
  await importBlocks(
    lead,
    document.id,
    Array.from({ length: blockCount }, (_, n) => ({
      kind: n % 10 === 0 ? ('heading' as const) : ('paragraph' as const),
      level: n % 10 === 0 ? 1 : 0,
      source: n % 10 === 0 ? `Parte ${n}` : sentence(),
    })),
  )
  const version = await freezeDraft(lead, document.id)
  const { id } = await prepareConsultation(lead, { versionId: version.id })
  const revision = null
  await describeAims(lead, id, { revision, titleIt: 'Proposta', titleEn: null, aimsIt: 'Ascoltare.', aimsEn: null })
  await setParticipation(lead, id, {
    revision,
    participants: 'everyone',
    channels: ['platform'],
    languages: ['it'],
    supports: true,
    comments: true,
  })
  await setContacts(lead, id, {
    revision,
    contactOffice: 'Ufficio',
    contactMail: 'a@example.org',
    contactCertifiedMail: null,
    contactAddress: null,
  })
  await setCalendar(lead, id, { revision, opensOn: today, closesOn: addDays(today, 90) })
  await openConsultation(lead, id)
  const blocks = await blocksOf(db, version.id)
  const person = { ...citizen(), id: await invitePerson(db, { name: 'Ada Cittadina', email: 'ada@example.org', lang: 'it' }, now) }
  for (let n = 0; n < contributionCount; n += 1) {
    const form = ContributeForm.parse({
      target: 'block',
      blockId: blocks[n % blockCount]?.id,
      text: sentence(),
      showsName: n % 2 === 0,
      key: newId(),
    })
    await contribute(at(person), id, form, { lang: 'it' })
  }
  return id
}
