import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Listener } from './door.ts'
import { identify, pruneSessions, withDemoProvider } from './identity/index.ts'
import { systemClock } from './kernel/clock.ts'
import { assetRoutes } from './platform/assets.ts'
import type { Config } from './platform/config.ts'
import { settleKind } from './platform/database-kind.ts'
import type { Db } from './platform/db.ts'
import { demoClock, startDemoClock } from './platform/demo-clock.ts'
import { makeLog } from './platform/log.ts'
import { projectRoot } from './platform/project-root.ts'
import { setAssets } from './ui/assets.ts'

/** Everything that answers requests, on a migrated database. */
export async function furnish(config: Config, db: Db): Promise<Listener> {
  await settleKind(db, config.demo ? 'demonstration' : 'real')
  if (config.demo) await startDemoClock(db)
  const { routes, manifest } = await assetRoutes(path.join(projectRoot, 'dist/assets'))
  setAssets(manifest)
  // The demonstration speaks to whoever started it: a line for every request would hide what it says.
  const log = makeLog(config.demo && !process.env.LOG_LEVEL ? 'warn' : config.logLevel)
  const clock = config.demo ? demoClock(db) : systemClock
  await pruneSessions(db, await clock(), config.sessionIdleSeconds)
  const app = createApp({ db, clock, config, log, identify, assets: routes })
  const listener = getRequestListener(app.fetch)
  return config.demo ? withDemoProvider(listener, { config, db, log }) : listener
}
