import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from './migrate.ts'
import { provision } from './provision.ts'
import { startThrowAwayServer } from './throw-away-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
  }
}

export const templateDatabase = 'simbiosi_template'

/** Vitest runs this once for each of its projects: a server of its own, with one migrated database to copy. */
export default async function startTestServer(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowAwayServer(project.name, project.name === 'pg15' ? 15 : 18)
  try {
    const { ownerUrl } = await provision(server.adminUrl, templateDatabase)
    await migrate(ownerUrl)
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('adminUrl', server.adminUrl)
  return server.stop
}

export async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
