import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Command } from 'commander'
import { createApp } from './app.ts'
import { concluding } from './command-line.ts'
import { identify } from './identity/index.ts'
import { systemClock } from './kernel/clock.ts'
import { assetRoutes } from './platform/assets.ts'
import { type Cluster, openCluster } from './platform/cluster.ts'
import { type Config, ConfigError, readConfig } from './platform/config.ts'
import { settleKind } from './platform/database-kind.ts'
import { type Db, openDatabase } from './platform/db.ts'
import { demoClock, startDemoClock } from './platform/demo-clock.ts'
import { makeLog } from './platform/log.ts'
import { migrate } from './platform/migrate.ts'
import { projectRoot } from './platform/project-root.ts'
import { setAssets } from './ui/assets.ts'

export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the site, the API and the feeds')
    .option('--demo', 'with sample data, invented people and a clock that begins on 22 July 2020', process.env.DEMO === '1')
    .action(({ demo }: { demo: boolean }) => concluding(program, () => serve(readConfig(process.env, demo))))
}

/** Serves until the process is told to stop. */
async function serve(config: Config): Promise<void> {
  const door = await openDoor(config)
  try {
    const house = await openHouse(withAddress(config, door.server))
    try {
      door.answerWith(house.listener)
      announce(house.config)
      await stopAsked()
      await close(door.server)
    } finally {
      await house.close()
    }
  } finally {
    door.server.close()
    door.server.closeAllConnections()
  }
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void

/** Takes the port before anything else, so that a port in use is told at once; whoever comes early is asked to wait. */
async function openDoor({ host, port }: Config): Promise<{ server: Server; answerWith: (listener: Listener) => void }> {
  let listener: Listener = (_, response) => response.writeHead(503, { 'retry-after': '1', 'cache-control': 'no-store' }).end()
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000 }, (request, response) => listener(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, host, port)))
    server.listen(port, host, resolve)
  })
  return {
    server,
    answerWith: (next) => {
      listener = next
    },
  }
}

function inWords(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new ConfigError(`Port ${port} of ${host} is in use: perhaps Simbiosi is running already. Stop that one, or choose another port: PORT=8081 npm start`)
  if (error.code === 'EACCES') return new ConfigError(`This user may not take port ${port}: choose one above 1023, such as PORT=8081.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new ConfigError(`HOST=${host} is not an address of this machine.`)
  return error
}

/** With PORT=0 the system chose the port: the site's address says which. */
function withAddress(config: Config, server: Server): Config {
  const { port } = server.address() as AddressInfo
  return { ...config, port, baseUrl: config.baseUrl.replace(/:0$/, `:${port}`) }
}

async function openHouse(config: Config) {
  const cluster = await openCluster(config)
  let db: Db | undefined
  try {
    await migrate(cluster.ownerUrl)
    db = openDatabase(cluster.appUrl, { max: config.databasePool, setRole: cluster.setRole })
    const listener = await furnish(config, db)
    const opened = db
    return { config, listener, close: () => leave(opened, cluster) }
  } catch (error) {
    await leave(db, cluster)
    throw error
  }
}

async function furnish(config: Config, db: Db): Promise<Listener> {
  await settleKind(db, config.demo ? 'demonstration' : 'real')
  if (config.demo) await startDemoClock(db)
  const { routes, manifest } = await assetRoutes(path.join(projectRoot, 'dist/assets'))
  setAssets(manifest)
  // The demonstration speaks to whoever started it: a line for every request would hide what it says.
  const log = makeLog(config.demo && !process.env.LOG_LEVEL ? 'warn' : config.logLevel)
  const clock = config.demo ? demoClock(db) : systemClock
  const app = createApp({ db, clock, config, log, identify, assets: routes })
  return getRequestListener(app.fetch)
}

async function leave(db: Db | undefined, cluster: Cluster): Promise<void> {
  await db?.destroy()
  await cluster.stop()
}

function announce(config: Config): void {
  console.log(`Simbiosi is ready: ${config.baseUrl}`)
  if (config.demo) console.log('This is a demonstration: sample data, and a clock of its own. Press Ctrl+C to stop.')
}

/** The first signal asks for a graceful stop; a second one does not wait. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(130)
        asked = true
        resolve()
      })
    }
  })
}

const patience = 10_000

/** Takes no more requests and lets those under way finish, for ten seconds at most. */
async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const enough = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(idle)
  clearTimeout(enough)
}
