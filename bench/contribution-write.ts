import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { ContributeForm, contribute } from '../src/consultations/index.ts'
import { newId } from '../src/kernel/id.ts'
import { openOne } from './consultation-house.ts'
import { inEmptyHouse } from './empty-house.ts'
import { type Figure, figure, secondsOf } from './figure.ts'

const lanes = 8
const writes = 4000
const turns = 40
const leastOfRaw = 0.3

/**
 * A contribution acknowledged: permitted, checked, numbered, counted, recorded and committed. Beside it, the same row
 * put in the same table by a bare statement through the same pool: what the database can do at best.
 */
export function run(): Promise<Figure[]> {
  return inEmptyHouse(async (desk) => {
    const { id, versionId, blocks, person, sentence } = await openOne(desk)
    const texts = Array.from({ length: 50 }, sentence)
    const blockAt = (n: number) => blocks[n % blocks.length]?.id
    const acknowledged = (n: number) => {
      const input = { target: 'block', blockId: blockAt(n), text: texts[n % texts.length], key: newId() }
      return contribute(person, id, ContributeForm.parse(input), { lang: 'it' })
    }
    const raw = (n: number) =>
      sql`
      insert into contribution (consultation_id, id, number, version_id, target_kind, block_id, section_id, channel, received_at,
        author_id, entered_by, contributor_kind, shows_name, lang, text, answers, hash, idempotency_key)
      values (${id}, ${newId()}, nextval('contribution_number'), ${versionId}, 'block', ${blockAt(n)}, ${blockAt(n)}, 'platform',
        ${desk.now}, ${person.actor.id}, ${person.actor.id}, 'person', false, 'it', ${texts[n % texts.length]}, '{}',
        ${createHash('sha256').update(String(n)).digest()}, ${newId()})`.execute(desk.db)
    await inLanes(acknowledged, writes / 10)
    await inLanes(raw, writes / 10)
    // In turns, so that a busy moment of the machine falls on both.
    let [ours, bare] = [0, 0]
    for (let turn = 0; turn < turns; turn += 1) {
      ours += await secondsOf(() => inLanes(acknowledged, writes / turns))
      bare += await secondsOf(() => inLanes(raw, writes / turns))
    }
    return [figure('contribution-write', (ours / writes) * 1000, 'ms', ((bare / writes) * 1000) / leastOfRaw)]
  })
}

async function inLanes(write: (n: number) => Promise<unknown>, count: number): Promise<void> {
  let next = 0
  const lane = async () => {
    while (next < count) await write(next++)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
