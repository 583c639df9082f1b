import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from './migrate.ts'
import { inDatabase, provision } from './provision.ts'
import { makeRestorable } from './test-restoring.ts'
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
    await makeRestorable(inDatabase(server.adminUrl, templateDatabase))
    await askAdmin(server.adminUrl, 'create table idle_database (name text primary key)')
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('adminUrl', server.adminUrl)
  return server.stop
}

/** One statement as the server's superuser. */
export async function askAdmin<Row extends pg.QueryResultRow>(adminUrl: string, statement: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    return (await client.query<Row>(statement, values)).rows
  } finally {
    await client.end()
  }
}
