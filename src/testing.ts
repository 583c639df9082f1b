import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { createApp } from './app.ts'
import { type Actor, type GrantedRole, nobody, operator, type PersonId, type Scope } from './charter/policy.ts'
import { type Identified, identify, seedPersonas, withDemoProvider } from './identity/index.ts'
import { TestBrowser } from './identity/test-browser.ts'
import { dayOf } from './kernel/day.ts'
import { newId } from './kernel/id.ts'
import { type Config, readConfig } from './platform/config.ts'
import { type Db, openDatabase } from './platform/db.ts'
import { formToken } from './platform/form-token.ts'
import type { Desk } from './platform/http.ts'
import { workOff } from './platform/jobs/run.ts'
import type { Work } from './platform/jobs.ts'
import { makeLog } from './platform/log.ts'
import { freshDatabase } from './platform/test-database.ts'
import { wholeWork } from './work.ts'

const config = readConfig({ BASE_URL: 'http://simbiosi.test', PAGE_CACHE_SECONDS: '0', LOG_LEVEL: 'silent' }, true)

/** What was asked for is done, and nobody is told of it: for tests that look at what was done alone. */
export const workAskedFor: Work = { ...wholeWork, schedules: [], watches: [] }

/** Somebody with one role, or several, on the whole platform unless a scope is given. */
export function somebody(roles: GrantedRole | GrantedRole[], scope: Scope = { kind: 'platform' }): Actor {
  return { id: newId<'person'>() as PersonId, grants: [roles].flat().map((role) => ({ role, scope })), onlyRooms: null }
}

export const citizen = (): Actor => ({ id: newId<'person'>() as PersonId, grants: [], onlyRooms: null })

export interface TestHouse {
  readonly db: Db
  /** What an action takes, at the test's time. */
  desk(actor?: Actor): Desk
  /** Sends a request as somebody (nobody by default). A `form` is posted with its token; `json` with its type. */
  ask(path: string, options?: Ask): Promise<Response>
  /** The page's HTML; fails when the status is not 200. */
  read(path: string, actor?: Actor): Promise<string>
  /** Moves the test's clock. */
  at(instant: string): void
  /** Does the timed work that is due: tells people, sends mails. With an SMTP server where `config` names one. */
  work(options?: WorkOptions): Promise<void>
  /** How many statements ran while `work` did. */
  countQueries(work: () => Promise<unknown>): Promise<number>
}

export interface WorkOptions {
  readonly config?: Partial<Config>
  readonly work?: Work
  /** What is written to the log. */
  readonly logged?: string[]
}

export interface Ask {
  readonly as?: Actor
  readonly method?: string
  readonly form?: Record<string, string | string[] | Blob>
  readonly json?: unknown
  /** Sent as it is, with the headers given: what no form of ours would send. */
  readonly body?: string
  readonly headers?: Record<string, string>
}

/** The whole application on a database of its own, gone when the test ends. Its clock starts on 22 July 2020, at nine in Rome. */
export async function openHouse(): Promise<TestHouse> {
  const fresh = await freshDatabase()
  let queries = 0
  const db = openDatabase(fresh.url, { max: 4, onQuery: () => (queries += 1) })
  onTestFinished(async () => {
    await db.destroy()
    await fresh.drop()
  })
  let now = new Date('2020-07-22T09:00:00+02:00')
  let asking: Identified = { actor: nobody, name: null, sessionKey: 'anonymous' }
  const app = createApp({ db, clock: async () => now, config, log: pino({ level: 'silent' }), identify: async () => asking })

  async function ask(path: string, { as = nobody, method, form, json, body: raw, headers = {} }: Ask = {}): Promise<Response> {
    asking = { actor: as, name: as.id ? 'Ada Prova' : null, sessionKey: as.id ?? 'anonymous' }
    const init: RequestInit = { method: method ?? (form || json !== undefined ? 'POST' : 'GET'), headers: { ...headers } }
    if (as.id) (init.headers as Record<string, string>).cookie = 'session=test'
    if (form) {
      const files = Object.values(form).some((value) => value instanceof Blob)
      const body = files ? new FormData() : new URLSearchParams()
      body.append('_csrf', formToken(config.secret, asking.sessionKey))
      for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) (body as FormData).append(name, one as string)
      init.body = body
    } else if (json !== undefined) {
      init.body = JSON.stringify(json)
      ;(init.headers as Record<string, string>)['content-type'] = 'application/json'
    }
    if (raw !== undefined) init.body = raw
    return app.request(`http://simbiosi.test${path}`, init)
  }

  return {
    db,
    desk: (actor = operator) => ({ db, actor, now, today: dayOf(now) }),
    ask,
    async read(path, actor = nobody) {
      const response = await ask(path, { as: actor })
      const text = await response.text()
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 2000)}`)
      return text
    },
    at(instant) {
      now = new Date(instant)
    },
    async work({ config: changes = {}, work = wholeWork, logged = [] } = {}) {
      const log = makeLog('debug', { write: (line) => void logged.push(line) })
      const shop = { db, clock: async () => now, config: { ...config, ...changes }, log, url: fresh.url, setRole: null }
      await workOff(shop, work)
    },
    async countQueries(work) {
      const before = queries
      await work()
      return queries - before
    },
  }
}

/** The demonstration, served for real on a port of this machine, with its people and a clock that tests move. */
export async function serveHouse(env: Record<string, string> = {}) {
  const fresh = await freshDatabase()
  let queries = 0
  const db = openDatabase(fresh.url, { max: 4, onQuery: () => (queries += 1) })
  let now = new Date('2020-07-22T09:00:00+02:00')
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })

  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const config = readConfig({ BASE_URL: url, PAGE_CACHE_SECONDS: '0', ...env }, true)
  const app = createApp({ db, clock: async () => now, config, log, identify })
  server.on('request', withDemoProvider(getRequestListener(app.fetch), { config, db, log }))

  const desk = (): Desk => ({ db, actor: operator, now, today: dayOf(now) })
  const places = { ecosystemId: newId<'ecosystem'>(), organisationId: newId<'organisation'>() }
  await seedPersonas(desk(), places)
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await db.destroy()
    await fresh.drop()
  })

  return {
    url,
    db,
    config,
    places,
    logged,
    desk,
    ownerUrl: fresh.ownerUrl,
    browser: () => new TestBrowser(url),
    /** Moves the clock on. */
    wait(seconds: number) {
      now = new Date(now.getTime() + seconds * 1000)
    },
    async countQueries(work: () => Promise<unknown>) {
      const before = queries
      await work()
      return queries - before
    },
  }
}
