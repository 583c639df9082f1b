import { EventEmitter } from 'node:events'
import { run, runOnce, type TaskList, type WorkerEvents, type WorkerPool } from 'graphile-worker'
import type { Pool, PoolClient } from 'pg'
import { operator } from '../../charter/policy.ts'
import { dayOf } from '../../kernel/day.ts'
import { openPool } from '../db.ts'
import type { JobDesk, Payload, Work, Workshop } from '../jobs.ts'
import { showLife, takeFromTheDead } from './alive.ts'
import { silent } from './prepare.ts'
import { setGoing } from './schedule.ts'

export interface Jobs {
  /** Finishes what is under way. */
  stop(): Promise<void>
}

const concurrency = 3
/** In milliseconds: how often each process looks at what has become due, and at whether others have died. */
const lookEvery = 1000
const mournEvery = 10_000

/** Begins to work. Any number of processes may, on one database: each job is done by one. */
export async function startJobs(shop: Workshop, work: Work): Promise<Jobs> {
  const pool = openPool(shop.url, { max: concurrency + 3, setRole: shop.setRole })
  const events = new EventEmitter() as WorkerEvents
  const created = new Promise<string>((resolve) =>
    events.once('pool:create', ({ workerPool }: { workerPool: WorkerPool }) => resolve(workerPool.id)),
  )
  const runner = await run({
    pgPool: pool,
    taskList: taskList(shop, work),
    concurrency,
    logger: silent,
    events,
    noHandleSignals: true,
    pollInterval: 2000,
    parsedCronItems: [],
  })
  runner.promise.catch((error) => shop.log.error({ err: error }, 'timed work stopped'))
  const beat = new Heartbeat(pool, await created)
  await beat.begin()
  const looking = lookAround(shop, work, beat)
  return {
    async stop() {
      await looking.stop()
      await runner.stop()
      beat.end()
      await pool.end()
    },
  }
}

async function deskOf({ db, clock, config, log }: Workshop): Promise<JobDesk> {
  const now = await clock()
  return { db, actor: operator, now, today: dayOf(now), config, log }
}

function taskList(shop: Workshop, { tasks }: Work): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload, { job }) => {
        try {
          await task(await deskOf(shop), payload as Payload)
        } catch (error) {
          shop.log.warn({ err: error, task: name, job: job.id, attempt: job.attempts }, 'a job failed and will be tried again')
          // What failed may quote an address: the queue keeps the words of its errors, so it gets none.
          throw new Error(error instanceof Error ? error.name : 'failed')
        }
      },
    ]),
  )
}

/** The connection whose lock says that this process lives; another one when it is lost. */
class Heartbeat {
  private client: PoolClient | null = null
  private readonly pool: Pool
  private readonly poolId: string

  constructor(pool: Pool, poolId: string) {
    this.pool = pool
    this.poolId = poolId
  }

  async begin(): Promise<void> {
    if (this.client) return
    const client = await this.pool.connect()
    client.once('error', () => {
      this.client = null
    })
    await showLife(client, this.poolId)
    this.client = client
  }

  end(): void {
    this.client?.release(true)
    this.client = null
  }
}

function lookAround(shop: Workshop, work: Work, beat: Heartbeat): { stop(): Promise<void> } {
  const known = new Map<string, number>()
  let going = true
  let mournedAt = Number.NEGATIVE_INFINITY
  let wake = () => {}
  const look = async () => {
    await beat.begin()
    if (performance.now() - mournedAt > mournEvery) {
      mournedAt = performance.now()
      await takeFromTheDead(shop.db)
    }
    await lookOnce(shop, work, known)
  }
  const loop = async () => {
    while (going) {
      await look().catch((error) => shop.log.error({ err: error }, 'could not look after timed work'))
      if (going)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, lookEvery)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
    }
  }
  const done = loop()
  return {
    async stop() {
      going = false
      wake()
      await done
    },
  }
}

async function lookOnce(shop: Workshop, { schedules, watches }: Work, known: Map<string, number>): Promise<void> {
  const desk = await deskOf(shop)
  await setGoing(shop.db, schedules, desk.now, known)
  for (const watch of watches) await watch(desk)
}

/** Does all that is due by now, and returns: for tests, and for commands that must leave nothing behind. */
export async function workOff(shop: Workshop, work: Work): Promise<void> {
  const pool = openPool(shop.url, { max: 3, setRole: shop.setRole })
  try {
    await lookOnce(shop, work, new Map())
    await runOnce({ pgPool: pool, taskList: taskList(shop, work), logger: silent, noHandleSignals: true })
  } finally {
    await pool.end()
  }
}
