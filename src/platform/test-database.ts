import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { appRole, inDatabase, ownerRole } from './provision.ts'
import { asAdmin, templateDatabase } from './test-server.ts'

export interface TestDatabase {
  /** As the application sees it. */
  readonly url: string
  /** As the owner of its tables sees it. */
  readonly ownerUrl: string
  drop(): Promise<void>
}

/** A database of one's own, on the server of the running Vitest project: empty and migrated, or a copy of another template. */
export async function freshDatabase(template = templateDatabase): Promise<TestDatabase> {
  const adminUrl = inject('adminUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdmin(adminUrl, `create database ${name} template ${template} owner ${ownerRole}`)
  return {
    url: inDatabase(adminUrl, name, appRole),
    ownerUrl: inDatabase(adminUrl, name, ownerRole),
    drop: () => asAdmin(adminUrl, `drop database if exists ${name} with (force)`),
  }
}
