import { existsSync, rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { initialise, launch, runningServer, type Server } from './embedded-postgres/cluster.ts'
import { assertPrivate, clusterOf, findPlace, type Major, type Place, socketFolder } from './embedded-postgres/place.ts'
import { enter, type Presence, superuserUrl } from './embedded-postgres/presence.ts'

export interface Embedded {
  /** The superuser's address, for making roles and databases. */
  readonly adminUrl: string
  readonly socketDir: string
  /** True when the server was already running: started by another process, or left behind by one that was killed. */
  readonly adopted: boolean
  /** Leaves the server. Whoever leaves last stops it. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  readonly major?: Major
  /** False only for data that may be lost, such as a test's. */
  readonly durable?: boolean
}

/** Starts, or adopts, the PostgreSQL server of a data folder. Any number of processes may share it. */
export async function startEmbedded(dataDir: string, { major = 18, durable = true }: EmbeddedOptions = {}): Promise<Embedded> {
  const place = findPlace(dataDir, major)
  initialise(place, major, durable)
  for (;;) {
    const running = runningServer(place.home)
    if (running?.sealed) {
      await shutDown(running, place.home)
      continue
    }
    const server = running ?? launch(place, socketFolder(place), durable)
    const presence = await enterOnce(place, server)
    if (presence) return embedded(server, presence, running !== null, place.home)
    await wait(50)
  }
}

/** Removes the cluster of a data folder, and its server. Refuses while another process uses it. */
export async function eraseEmbedded(dataDir: string): Promise<void> {
  const place = findPlace(dataDir, 18)
  const running = runningServer(place.home)
  const presence = running && (await enterOnce(place, running))
  if (running && presence && !(await presence.leave(() => shutDown(running, place.home))))
    throw new Error(`The database in ${place.home} is in use by another process: stop that one first.`)
  rmSync(clusterOf(place.home), { recursive: true, force: true })
}

function enterOnce(place: Place, server: Server): Promise<Presence | null> {
  if (existsSync(server.socketDir)) assertPrivate(server.socketDir, place.user.uid ?? process.getuid?.())
  return enter(server)
}

function embedded(server: Server, presence: Presence, adopted: boolean, home: string): Embedded {
  const leave = () => presence.leave(() => shutDown(server, home))
  let left: Promise<boolean> | undefined
  return {
    adminUrl: superuserUrl(server.socketDir),
    socketDir: server.socketDir,
    adopted,
    stop: async () => {
      left ??= leave()
      await left
    },
  }
}

/** A fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function shutDown(server: Server, home: string): Promise<void> {
  process.kill(server.pid, 'SIGINT')
  for (let waited = 0; waited < 60_000; waited += 10) {
    if (runningServer(home)?.pid !== server.pid) return
    await wait(10)
  }
  throw new Error(`The PostgreSQL server in ${home} (process ${server.pid}) does not stop.`)
}
