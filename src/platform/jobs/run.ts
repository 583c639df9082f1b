import { runOnce, type TaskList } from 'graphile-worker'
import { operator } from '../../charter/policy.ts'
import { dayOf } from '../../kernel/day.ts'
import { openPool } from '../db.ts'
import type { JobDesk, Payload, Work, Workshop } from '../jobs.ts'
import { takeFromTheDead } from './alive.ts'
import { Crew, concurrency, libraryOptions } from './crew.ts'
import { setGoing } from './schedule.ts'

export interface Jobs {
  /** Finishes what is under way; what takes too long is given back, for another process or a later start. */
  stop(): Promise<void>
}

/** In milliseconds: how often each process looks at what has become due, and at whether others have died. */
const lookEvery = 1000
const mournEvery = 10_000

/**
 * Begins to work. Any number of processes may, on one database: each job is done by one. The patience is how long, in
 * milliseconds, a stop waits for what is under way.
 */
export async function startJobs(shop: Workshop, work: Work, patience = 5000): Promise<Jobs> {
  const pool = openPool(shop.url, { max: concurrency + 3, setRole: shop.setRole })
  const crew = new Crew(pool, { tasks: taskList(shop, work), log: shop.log, patience })
  await crew.begin()
  const looking = lookAround(shop, work, crew)
  return {
    async stop() {
      await looking.stop()
      await crew.end()
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
      async (payload, { job, abortPromise }) => {
        try {
          await Promise.race([deskOf(shop).then((desk) => task(desk, payload as Payload)), abortPromise])
        } catch (error) {
          shop.log.warn({ err: error, task: name, job: job.id, attempt: job.attempts }, 'a job failed and will be tried again')
          // What failed may quote an address: the queue keeps the words of its errors, so it gets none.
          throw new Error(error instanceof Error ? error.name : 'failed')
        }
      },
    ]),
  )
}

function lookAround(shop: Workshop, work: Work, crew: Crew): { stop(): Promise<void> } {
  const known = new Map<string, number>()
  let going = true
  let mournedAt = Number.NEGATIVE_INFINITY
  let wake = () => {}
  const look = async () => {
    await crew.begin()
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
    await runOnce({ ...libraryOptions, pgPool: pool, taskList: taskList(shop, work) })
  } finally {
    await pool.end()
  }
}
