import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isAlive } from './embedded-postgres/cluster.ts'
import type { Major } from './embedded-postgres/place.ts'
import { startEmbedded } from './embedded-postgres.ts'

const prefix = 'simbiosi-test-'

/** A server for tests and checks: quick instead of durable, and gone without a trace when stopped. */
export async function startThrowAwayServer(name: string, major: Major = 18): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  removeOrphans()
  const folder = path.join(os.tmpdir(), `${prefix}${process.pid}-${name}`)
  const server = await startEmbedded(folder, { major, durable: false })
  return {
    adminUrl: server.adminUrl,
    stop: async () => {
      await server.stop()
      for (const used of [server.socketDir, folder]) rmSync(used, { recursive: true, force: true })
    },
  }
}

/** Servers whose process was killed: nobody is left to stop them. */
function removeOrphans(): void {
  for (const name of readdirSync(os.tmpdir())) {
    const maker = name.startsWith(prefix) && Number.parseInt(name.slice(prefix.length), 10)
    if (!maker || isAlive(maker)) continue
    const folder = path.join(os.tmpdir(), name)
    try {
      removeOrphan(folder)
    } catch (error) {
      // Another user's are theirs to remove.
      if (!['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
}

function removeOrphan(folder: string): void {
  const pidFile = path.join(folder, 'cluster/postmaster.pid')
  if (existsSync(pidFile)) {
    const [pid, , , , socketDir = ''] = readFileSync(pidFile, 'utf8').split('\n')
    if (isAlive(Number(pid))) process.kill(Number(pid), 'SIGQUIT')
    if (path.basename(socketDir).startsWith('simbiosi-')) rmSync(socketDir, { recursive: true, force: true })
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}
