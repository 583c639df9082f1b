import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { appRole, inDatabase, ownerRole } from './provision.ts'
import { templateDatabase } from './test-server.ts'

export interface TestDatabase {
  /** As the application sees it. */
  readonly url: string
  /** As the owner of its tables sees it. */
  readonly ownerUrl: string
  drop(): Promise<void>
}

/** An empty, migrated database of one's own, on the server of the running Vitest project. */
export async function freshDatabase(): Promise<TestDatabase> {
  const adminUrl = inject('adminUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdmin(adminUrl, `create database ${name} template ${templateDatabase} owner ${ownerRole}`)
  return {
    url: inDatabase(adminUrl, name, appRole),
    ownerUrl: inDatabase(adminUrl, name, ownerRole),
    drop: () => asAdmin(adminUrl, `drop database if exists ${name} with (force)`),
  }
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
