import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { getRequestListener } from '@hono/node-server'
import { sql } from 'kysely'
import pino from 'pino'
import { createApp } from '../src/app.ts'
import { paths } from '../src/charter/paths.ts'
import { furnish } from '../src/furnish.ts'
import { readConfig } from '../src/platform/config.ts'
import type { Db } from '../src/platform/db.ts'
import { costOf, sendAnother } from './changed-page.ts'
import { type OpenOne, openOne } from './consultation-house.ts'
import { inEmptyHouse } from './empty-house.ts'
import { type Figure, figure } from './figure.ts'
import { serving } from './pages.ts'

const few = 1_000
const many = 1_000_000
const growthAllowed = 1.2
const memoryAllowed = 1.25

/** The same text of a consultation, with a thousand contributions and then with a million, drawn anew after one more. */
export function pageGrowth(): Promise<Figure[]> {
  return inEmptyHouse(async ({ db, ...desk }, database) => {
    const one = await openOne({ db, ...desk })
    return serving(await furnish(quiet(), db), async (site) => {
      const asked = { url: site + paths.consultationText(one.id), db, database, consultationId: one.id }
      await fill(db, one, 0, few)
      const [before] = await costOf(asked, sendAnother)
      await fill(db, one, few, many)
      const [after] = await costOf(asked, sendAnother)
      return [figure('consultation-page-growth', after, 'cpu-ms', before * growthAllowed)]
    })
  })
}

/** What is alive in memory while a million contributions leave as a file, beside what was alive when the first left. */
export function exportMemory(): Promise<Figure[]> {
  return inEmptyHouse(async ({ db, ...desk }) => {
    const one = await openOne({ db, ...desk })
    await fill(db, one, 0, many)
    // Until the outcomes are published they leave only for those who work on them.
    const identify = async () => ({ actor: one.lead.actor, name: null, sessionKey: 'bench' })
    const app = createApp({ db, clock: async () => desk.now, config: quiet(), log: pino({ level: 'silent' }), identify })
    return serving(getRequestListener(app.fetch), async (site) => {
      const figures: Figure[] = []
      for (const format of ['csv', 'json']) {
        const { first, most } = await aliveDuring(`${site}${paths.consultation(one.id)}/esiti.${format}`)
        figures.push(figure(format === 'csv' ? 'export-memory' : 'export-memory-json', most, 'MB', first * memoryAllowed))
      }
      return figures
    })
  })
}

const quiet = () => readConfig({ PAGE_CACHE_SECONDS: '0', LOG_LEVEL: 'warn' }, true)

async function aliveDuring(url: string): Promise<{ first: number; most: number }> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const alive = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 1024 / 1024
  }
  const response = await fetch(url)
  if (!response.ok || !response.body) throw new Error(`answered ${response.status}`)
  let [bytes, measured, first, most] = [0, 0, 0, 0]
  for await (const chunk of response.body) {
    bytes += chunk.length
    if (bytes - measured < 10_000_000) continue
    measured = bytes
    most = Math.max(most, alive())
    first ||= most
  }
  return { first, most }
}

/** By the database itself, with what the application would have counted. */
async function fill(db: Db, { id, versionId, blocks, person }: OpenOne, from: number, to: number): Promise<void> {
  const ids = blocks.map((block) => block.id as string)
  const step = 50_000
  for (let n = from; n < to; n += step) {
    const last = Math.min(n + step, to) - 1
    await sql`
      insert into contribution (consultation_id, id, number, version_id, target_kind, block_id, section_id, channel, received_at,
        author_id, entered_by, contributor_kind, shows_name, lang, text, answers, hash, idempotency_key)
      select ${id}::uuid, gen_random_uuid(), nextval('contribution_number'), ${versionId}::uuid, 'block', b, b, 'platform',
        ${person.now}::timestamptz, ${person.actor.id}::uuid, ${person.actor.id}::uuid, 'person', false, 'it',
        'Osservazione numero ' || n || ' sul biglietto unico dei luoghi della cultura.', '{}', sha256(n::text::bytea), 'mille-' || lpad(n::text, 8, '0')
      from generate_series(${n}::int, ${last}::int) n,
        lateral (select (${ids}::uuid[])[1 + n % ${ids.length}::int] as b) place`.execute(db)
  }
  await sql`
    insert into consultation_tally (consultation_id, shard, received) values (${id}::uuid, 0, ${to}::int)
    on conflict (consultation_id, shard) do update set received = excluded.received`.execute(db)
  await sql`
    insert into block_tally (consultation_id, block_id, shard, visible)
    select ${id}::uuid, b, 0, ${Math.floor(to / ids.length)}::int from unnest(${ids}::uuid[]) b
    on conflict (consultation_id, block_id, shard) do update set visible = excluded.visible`.execute(db)
}
