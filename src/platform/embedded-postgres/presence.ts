import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Server } from './cluster.ts'

/** Held shared by every process that uses the server, for as long as it does; whoever can hold it alone is the last one. */
const presenceLock = 5_146_210
const enterSql = `select pg_advisory_lock_shared(${presenceLock})`

export interface Presence {
  /** Ends this process's part. Runs `whenLast` while no other process can enter, and tells whether it did. */
  leave(whenLast: () => Promise<void>): Promise<boolean>
}

/** A connection that need not keep the process alive; pg's types leave these two out. */
type Line = pg.Client & { ref(): void; unref(): void }

const patience = { answer: 60_000, recovery: 600_000 }
/** Starting up, recovering or shutting down; ended by an administrator while we were entering. */
const notNow = ['57P03', '57P01']
const noAnswerYet = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']

export const superuserUrl = (socketDir: string) =>
  `postgres://postgres@localhost:5432/postgres?host=${encodeURIComponent(socketDir)}&sslmode=disable`

/** Waits for the server to answer and makes this process one of its users. Null when the server ended instead. */
export async function enter(server: Server): Promise<Presence | null> {
  let client = await connect(server)
  if (!client) return null
  let here = true
  const keep = (current: Line) => {
    current.on('end', async () => {
      // PostgreSQL drops everybody when one of its processes crashes, and goes on: we are still here.
      while (here && current === client && !hasEnded(server)) {
        await wait(1000, undefined, { ref: false })
        const again = here ? await connect(server).catch(() => null) : null
        if (!again) continue
        client = again
        keep(again)
      }
    })
  }
  keep(client)
  return {
    leave: async (whenLast) => {
      here = false
      const own = client as Line
      own.ref()
      const last = await isLast(own).catch((error) => {
        if (hasEnded(server)) return false
        throw error
      })
      if (last) await whenLast()
      own.end().catch(() => {})
      return last
    },
  }
}

async function isLast(own: Line): Promise<boolean> {
  await own.query(`select pg_advisory_unlock_shared(${presenceLock})`)
  const { rows } = await own.query(`select pg_try_advisory_lock(${presenceLock}) as last`)
  return rows[0].last
}

function hasEnded(server: Server): boolean {
  try {
    return server.gone()
  } catch {
    return true
  }
}

async function connect(server: Server): Promise<Line | null> {
  const start = Date.now()
  while (!server.gone()) {
    const client = new pg.Client({ connectionString: superuserUrl(server.socketDir), application_name: 'simbiosi presence' }) as Line
    // Without a listener a lost connection would end the process.
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query(enterSql)
      client.unref()
      return client
    } catch (error) {
      // Not awaited: after a refusal it may never settle.
      client.end().catch(() => {})
      const { code = '', message } = error as NodeJS.ErrnoException
      const spent = Date.now() - start
      const wanted =
        notNow.includes(code) || /terminated/.test(message) ? patience.recovery : noAnswerYet.includes(code) ? patience.answer : 0
      if (spent > wanted) throw new Error(`A PostgreSQL server (process ${server.pid}) does not answer in ${server.socketDir}: ${message}`)
      await wait(20)
    }
  }
  return null
}
