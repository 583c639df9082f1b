import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { readConfig } from './config.ts'
import { openDatabase } from './db.ts'
import { countLiving, takeFromTheDead } from './jobs/alive.ts'
import { startJobs, workOff } from './jobs/run.ts'
import { latestDaily, latestWeekly } from './jobs/schedule.ts'
import { addJob, carryJobs, type Task, type Work, type Workshop } from './jobs.ts'
import { makeLog } from './log.ts'
import { projectRoot } from './project-root.ts'
import { freshDatabase } from './test-database.ts'

const config = readConfig({}, true)

async function openShop() {
  const fresh = await freshDatabase()
  const db = openDatabase(fresh.url, { max: 4 })
  let now = new Date('2020-07-22T07:00:00Z')
  const logged: string[] = []
  const log = makeLog('debug', { write: (line: string) => void logged.push(line) })
  const shop: Workshop = { db, clock: async () => now, config, log, url: fresh.url, setRole: null }
  onTestFinished(async () => {
    await db.destroy()
    await fresh.drop()
  })
  return {
    shop,
    db,
    logged,
    ownerUrl: fresh.ownerUrl,
    at: (instant: string) => {
      now = new Date(instant)
    },
  }
}

const only = (task: Task): Work => ({ tasks: { 'test.do': task }, schedules: [], watches: [] })
/** A job that says when it has begun. */
function lasting(milliseconds: number): { begun: Promise<void>; work: Work } {
  const { promise: begun, resolve } = Promise.withResolvers<void>()
  const work = only(async () => {
    resolve()
    await wait(milliseconds, undefined, { ref: false })
  })
  return { begun, work }
}

const waiting = async (db: Workshop['db']) => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from graphile_worker.jobs`.execute(db)
  return rows[0]?.n
}

describe('a job', () => {
  test('is done if what asked for it was, and never otherwise', async () => {
    const { shop, db } = await openShop()
    const done: unknown[] = []
    const work = only(async ({ actor, today }, payload) => void done.push([payload, today, actor.grants.length]))
    await db.transaction().execute((tx) => addJob(tx, 'test.do', { id: 'kept' }))
    const undone = db.transaction().execute(async (tx) => {
      await addJob(tx, 'test.do', { id: 'lost' })
      throw new Error('the act failed')
    })
    await expect(undone).rejects.toThrow('the act failed')
    await workOff(shop, work)
    expect(done).toEqual([[{ id: 'kept' }, '2020-07-22', 2]])
  })

  test('asked for twice with one key is done once', async () => {
    const { shop, db } = await openShop()
    let done = 0
    await addJob(db, 'test.do', {}, { key: 'one' })
    await addJob(db, 'test.do', {}, { key: 'one' })
    await workOff(
      shop,
      only(async () => {
        done += 1
      }),
    )
    expect(done).toBe(1)
  })

  test('is done once by two processes that both look for work', async () => {
    const { shop, db } = await openShop()
    const done: unknown[] = []
    const work = only(async (_, { n }) => void done.push(n))
    const both = [await startJobs(shop, work), await startJobs(shop, work)]
    for (let n = 0; n < 20; n += 1) await addJob(db, 'test.do', { n })
    while ((await waiting(db)) !== 0) await new Promise((resolve) => setTimeout(resolve, 20))
    for (const jobs of both) await jobs.stop()
    expect(done).toHaveLength(20)
    expect(new Set(done).size).toBe(20)
  })

  test('that fails waits before it is tried again, and its words are kept nowhere', async () => {
    const { shop, db, logged } = await openShop()
    let tries = 0
    const work = only(async () => {
      tries += 1
      if (tries === 1) throw Object.assign(new Error('550 mario.rossi@example.org unknown'), { code: 'EENVELOPE' })
    })
    await addJob(db, 'test.do', {})
    await workOff(shop, work)
    await workOff(shop, work)
    expect(tries).toBe(1)
    const { rows } = await sql<{ lastError: string }>`select last_error from graphile_worker.jobs`.execute(db)
    expect(JSON.stringify(rows)).not.toContain('mario')
    expect(logged.join()).toContain('a job failed')
    expect(logged.join()).not.toContain('mario')
    await sql`update graphile_worker._private_jobs set run_at = now()`.execute(db)
    await workOff(shop, work)
    expect([tries, await waiting(db)]).toEqual([2, 0])
  })

  test('for later waits for its time by the platform’s clock, and comes nearer when that is moved', async () => {
    const { shop, db } = await openShop()
    let done = 0
    const work = only(async () => {
      done += 1
    })
    const now = new Date('2020-07-22T07:00:00Z')
    await addJob(db, 'test.do', {}, { runAt: new Date('2020-07-24T07:00:00Z'), now })
    await workOff(shop, work)
    await carryJobs(db, 86_400_000)
    await workOff(shop, work)
    expect(done).toBe(0)
    await carryJobs(db, 86_400_000)
    await workOff(shop, work)
    expect(done).toBe(1)
  })

  test('of a process that was killed is taken up by another', async () => {
    const { shop, db } = await openShop()
    const victim = `
            import { openDatabase } from './src/platform/db.ts'
      import { startJobs } from './src/platform/jobs/run.ts'
      import { makeLog } from './src/platform/log.ts'
      const url = ${JSON.stringify(shop.url)}
      const shop = { db: openDatabase(url), clock: async () => new Date(), config: {}, log: makeLog('silent'), url, setRole: null }
      const hang = () => new Promise(() => { console.log('begun'); setInterval(() => {}, 1000) })
      await startJobs(shop, { tasks: { 'test.do': hang }, schedules: [], watches: [] })`
    const child = spawn(process.execPath, ['--input-type=module', '-e', victim], { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    await addJob(db, 'test.do', {})
    const gone = once(child, 'exit')
    const begun = await Promise.race([once(child.stdout, 'data').then(() => true), gone.then(() => false)])
    expect(begun).toBe(true)
    // It may begin a job before it shows that it lives: what is taken from the dead waits for longer than that.
    await vi.waitUntil(async () => (await countLiving(db)) > 0, { timeout: 10_000 })
    let done = 0
    const work = only(async () => {
      done += 1
    })
    await takeFromTheDead(db, 0)
    await workOff(shop, work)
    expect(done).toBe(0)
    child.kill('SIGKILL')
    await gone
    while (done === 0) {
      await takeFromTheDead(db, 0)
      await workOff(shop, work)
    }
    expect([done, await waiting(db)]).toEqual([1, 0])
  })
})

describe('a stop', () => {
  test('lets a job under way finish, and writes down that it did', async () => {
    const { shop, db } = await openShop()
    const { begun, work } = lasting(100)
    const jobs = await startJobs(shop, work)
    await addJob(db, 'test.do', {})
    await begun
    await jobs.stop()
    expect(await waiting(db)).toBe(0)
  })

  test('gives a job back that takes too long, for the next start', async () => {
    const { shop, db } = await openShop()
    const { begun, work } = lasting(60_000)
    const jobs = await startJobs(shop, work, 100)
    await addJob(db, 'test.do', {})
    await begun
    await jobs.stop()
    const { rows } = await sql<{ by: string | null }>`select locked_by as by from graphile_worker._private_jobs`.execute(db)
    expect(rows).toEqual([{ by: null }])
  })

  test('is none, and no failure either, when work stopped by itself: it begins again', async () => {
    const { shop, db, logged, ownerUrl } = await openShop()
    const owner = openDatabase(ownerUrl, { max: 1 })
    onTestFinished(() => owner.destroy())
    let done = 0
    const work = only(async () => {
      done += 1
      if (done === 1) await sql`revoke update, delete on graphile_worker._private_jobs from simbiosi_app`.execute(owner)
    })
    const jobs = await startJobs(shop, work)
    await addJob(db, 'test.do', {})
    await expect.poll(() => logged.join(), { timeout: 10_000 }).toContain('timed work stopped')
    await sql`grant update, delete on graphile_worker._private_jobs to simbiosi_app`.execute(owner)
    await addJob(db, 'test.do', {})
    await expect.poll(() => done, { timeout: 10_000 }).toBe(2)
    await jobs.stop()
  })
})

describe('what recurs', () => {
  test('each day at eight keeps to the clocks of Rome on both sides of a change of hour', () => {
    const latest = latestDaily(8)
    const told = (instant: string) => latest(new Date(instant)).toISOString()
    expect(told('2020-03-28T12:00:00Z')).toBe('2020-03-28T07:00:00.000Z')
    expect(told('2020-03-29T12:00:00Z')).toBe('2020-03-29T06:00:00.000Z')
    expect(told('2020-03-29T05:59:59Z')).toBe('2020-03-28T07:00:00.000Z')
    expect(told('2020-10-25T06:59:59Z')).toBe('2020-10-24T06:00:00.000Z')
    expect(told('2020-10-25T07:00:00Z')).toBe('2020-10-25T07:00:00.000Z')
  })

  test('each Monday at eight does too', () => {
    const latest = latestWeekly(1, 8)
    const told = (instant: string) => latest(new Date(instant)).toISOString()
    expect(told('2020-10-26T07:00:00Z')).toBe('2020-10-26T07:00:00.000Z')
    expect(told('2020-10-26T06:59:59Z')).toBe('2020-10-19T06:00:00.000Z')
    expect(told('2020-10-25T12:00:00Z')).toBe('2020-10-19T06:00:00.000Z')
  })

  test('is set going once at each time, whoever looks, and made up for once after a pause', async () => {
    const { shop, at } = await openShop()
    const done: unknown[] = []
    const tasks = { 'test.do': async (_: unknown, { at: time }: { at?: unknown }) => void done.push(time) }
    const work: Work = { tasks, schedules: [{ name: 'daily', task: 'test.do', latest: latestDaily(8) }], watches: [] }
    for (const instant of ['2020-07-22T07:00:00Z', '2020-07-22T08:00:00Z', '2020-07-25T20:00:00Z', '2020-07-25T21:00:00Z']) {
      at(instant)
      await workOff(shop, work)
      await workOff(shop, work)
    }
    expect(done).toEqual(['2020-07-22T06:00:00.000Z', '2020-07-25T06:00:00.000Z'])
  })
})
