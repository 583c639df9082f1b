import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openOne } from '../bench/consultation-house.ts'
import { operator } from '../src/charter/policy.ts'
import { issueToken, TokenForm } from '../src/identity/index.ts'
import { addDays, dayOf } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/id.ts'
import { openDatabase } from '../src/platform/db.ts'
import { freshDatabase } from '../src/platform/test-database.ts'
import { dataFolder, serveProgram } from './program.ts'

const clients = 8

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

test('killed while eight clients write, what was acknowledged is stored, and nothing is half-written', async () => {
  const fresh = await freshDatabase()
  const db = openDatabase(fresh.url)
  onTestFinished(async () => {
    await db.destroy()
    await fresh.drop()
  })
  const now = new Date()
  const { id, blocks, person } = await openOne({ db, actor: operator, now, today: dayOf(now) })
  const { secret } = await issueToken(
    person,
    TokenForm.parse({ name: 'Otto mani', rooms: ['consultations'], expiresOn: addDays(dayOf(now), 30) }),
  )
  const port = await freePort()
  const env = {
    PORT: String(port),
    DATA_DIR: await dataFolder(),
    DATABASE_URL: fresh.url,
    DATABASE_OWNER_URL: fresh.ownerUrl,
    SECRET: 'a-secret-of-our-own-that-nobody-else-knows',
    BASE_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: 'warn',
  }
  const send = (url: string, key: string, n: number) =>
    fetch(`${url}/api/v1/consultations/${id}/contributions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ target: 'block', blockId: blocks[n % blocks.length]?.id, text: `Osservazione ${key}` }),
    })

  const first = await serveProgram([], env)
  const acknowledged = new Map<string, number>()
  const unsure: string[] = []
  const write = async (lane: number) => {
    for (let n = lane; ; n += clients) {
      const key = newId()
      try {
        const response = await send(first.url, key, n)
        expect(response.status).toBe(201)
        acknowledged.set(key, ((await response.json()) as { number: number }).number)
        if (acknowledged.size === 80) killed = first.stop('SIGKILL')
      } catch (error) {
        // The connection broke: nobody knows whether this one arrived.
        if (!killed) throw error
        unsure.push(key)
        return
      }
    }
  }
  let killed: Promise<unknown> | null = null
  await Promise.all(Array.from({ length: clients }, (_, lane) => write(lane)))
  await killed
  expect(unsure).toHaveLength(clients)

  // A transaction that the kill cut off is undone once the database misses its client.
  await expect.poll(() => working(), { timeout: 5000 }).toBe(0)
  const rows = await db.selectFrom('contribution').select(['number', 'idempotencyKey as key']).execute()
  const stored = new Map(rows.map(({ key, number }) => [key, number]))
  for (const [key, number] of acknowledged) expect(stored.get(key)).toBe(number)
  for (const { key } of rows) expect(acknowledged.has(key) || unsure.includes(key)).toBe(true)
  await isWhole(rows.length)

  const second = await serveProgram([], env)
  for (const key of unsure) expect((await send(second.url, key, 0)).status).toBe(stored.has(key) ? 200 : 201)
  const [[key = '', number] = []] = acknowledged
  const again = await send(second.url, key, 0)
  expect([again.status, await again.json()]).toMatchObject([200, { number }])
  await isWhole(acknowledged.size + clients)
  await second.stop('SIGTERM')

  async function working(): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`.execute(db)
    return rows[0]?.count ?? 0
  }

  /** The ledger, what counts it and what records it say the same. */
  async function isWhole(count: number): Promise<void> {
    const { rows } = await sql`
      select (select count(*) from contribution) as contributions,
        (select sum(received) from consultation_tally) as received,
        (select sum(visible) from block_tally) as on_blocks,
        (select count(*) from event where act = 'consultations.contribute') as recorded`.execute(db)
    expect(rows[0]).toEqual({ contributions: count, received: count, onBlocks: count, recorded: count })
  }
})
