import { rmSync } from 'node:fs'
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
  const { server, presence, adopted } = await enterServer(place, durable)
  const leave = () => presence.leave(() => shutDown(server, place.home))
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

/** Removes the cluster of a data folder, and its server. Refuses while another process uses it. */
export async function eraseEmbedded(dataDir: string): Promise<void> {
  const place = findPlace(dataDir, 18)
  if (runningServer(place.home)) {
    const { server, presence } = await enterServer(place, true)
    const stopped = await presence.leave(() => shutDown(server, place.home))
    if (!stopped) throw new Error(`The database in ${place.home} is in use by another process: stop that one first.`)
  }
  rmSync(clusterOf(place.home), { recursive: true, force: true })
}

async function enterServer(place: Place, durable: boolean): Promise<{ server: Server; presence: Presence; adopted: boolean }> {
  for (; ; await wait(20)) {
    const running = runningServer(place.home)
    if (running?.sealed) await shutDown(running, place.home)
    else if (!running || running.socketDir) {
      const server = running ?? launch(place, socketFolder(place), durable)
      assertPrivate(server.socketDir, place.user.uid ?? process.getuid?.())
      const presence = await enter(server)
      // Of two servers launched in the same moment only one lives, and it may be the other that answered.
      const answering = presence && runningServer(place.home)
      if (answering) return { server: answering, presence, adopted: running !== null || answering.pid !== server.pid }
    }
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
