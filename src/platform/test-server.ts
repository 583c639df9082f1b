import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from './embedded-postgres.ts'
import { migrate } from './migrate.ts'
import { provision } from './provision.ts'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
  }
}

export const templateDatabase = 'simbiosi_template'
const prefix = 'simbiosi-test-'

/** Vitest runs this once for each of its projects: a server of its own, thrown away at the end, with one migrated database to copy. */
export default async function startTestServer(project: TestProject): Promise<() => Promise<void>> {
  removeOrphans()
  const folder = path.join(os.tmpdir(), `${prefix}${process.pid}-${project.name}`)
  const server = await startEmbedded(folder, { major: project.name === 'pg15' ? 15 : 18, durable: false })
  const tearDown = async () => {
    await server.stop()
    for (const used of [server.socketDir, folder]) rmSync(used, { recursive: true, force: true })
  }
  try {
    const { ownerUrl } = await provision(server.adminUrl, templateDatabase)
    await migrate(ownerUrl)
  } catch (error) {
    await tearDown()
    throw error
  }
  project.provide('adminUrl', server.adminUrl)
  return tearDown
}

/** Servers of test runs that were killed: nobody is left to stop them. */
function removeOrphans(): void {
  for (const name of readdirSync(os.tmpdir())) {
    const runner = name.startsWith(prefix) && Number.parseInt(name.slice(prefix.length), 10)
    if (!runner || isAlive(runner)) continue
    const folder = path.join(os.tmpdir(), name)
    const pidFile = path.join(folder, 'cluster/postmaster.pid')
    if (existsSync(pidFile)) {
      const [pid, , , , socketDir = ''] = readFileSync(pidFile, 'utf8').split('\n')
      if (isAlive(Number(pid))) process.kill(Number(pid), 'SIGQUIT')
      if (path.basename(socketDir).startsWith('simbiosi-')) rmSync(socketDir, { recursive: true, force: true })
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
