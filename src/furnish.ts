import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import { createApp } from './app.ts'
import { operator } from './charter/policy.ts'
import type { Listener } from './door.ts'
import { identify, pruneSessions, withDemoProvider } from './identity/index.ts'
import type { Clock } from './kernel/clock.ts'
import { dayOf } from './kernel/day.ts'
import { renewCriteria } from './plan/index.ts'
import { assetRoutes } from './platform/assets.ts'
import type { Cluster } from './platform/cluster.ts'
import type { Config } from './platform/config.ts'
import { databaseClock } from './platform/database-clock.ts'
import { settleKind } from './platform/database-kind.ts'
import type { Db } from './platform/db.ts'
import { demoClock, startDemoClock } from './platform/demo-clock.ts'
import { type Jobs, startJobs } from './platform/jobs/run.ts'
import { makeLog } from './platform/log.ts'
import { projectRoot } from './platform/project-root.ts'
import { setAssets } from './ui/assets.ts'
import { wholeWork } from './work.ts'

/** Everything that answers requests, on a migrated database. */
export async function furnish(config: Config, db: Db): Promise<Listener> {
  await settleKind(db, config.demo ? 'demonstration' : 'real')
  if (config.demo) await startDemoClock(db)
  const { routes, manifest } = await assetRoutes(path.join(projectRoot, 'dist/assets'))
  setAssets(manifest)
  const log = logOf(config)
  const clock = clockOf(config, db)
  const now = await clock()
  await pruneSessions(db, now, config.sessionIdleSeconds)
  await renewCriteria({ db, actor: operator, now, today: dayOf(now) })
  const app = createApp({ db, clock, config, log, identify, assets: routes })
  const listener = getRequestListener(app.fetch)
  return config.demo ? withDemoProvider(listener, { config, db, log }) : listener
}

export function clockOf({ demo }: Config, db: Db): Clock {
  return demo ? demoClock(db) : databaseClock(db)
}

/** The demonstration speaks to whoever started it: a line for every request would hide what it says. */
export function logOf({ demo, logLevel }: Config): Logger {
  return makeLog(demo && !process.env.LOG_LEVEL ? 'warn' : logLevel)
}

/** Everything that goes on without being asked. */
export function setToWork(config: Config, db: Db, { appUrl: url, setRole }: Pick<Cluster, 'appUrl' | 'setRole'>): Promise<Jobs> {
  const log = logOf(config)
  if (!config.demo && !config.smtpUrl) log.warn('SMTP_URL is not set: notices stay on the site, and no mail leaves')
  return startJobs({ db, clock: clockOf(config, db), config, log, url, setRole }, wholeWork)
}
