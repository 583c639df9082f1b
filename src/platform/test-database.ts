import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { appRole, inDatabase, ownerRole } from './provision.ts'
import { restore } from './test-restoring.ts'
import { askAdmin, templateDatabase } from './test-server.ts'

export interface TestDatabase {
  /** As the application sees it. */
  readonly url: string
  /** As the owner of its tables sees it. */
  readonly ownerUrl: string
  /** Gives it up: to the next test, put back into its first state, or to nobody. */
  drop(): Promise<void>
}

/** A database of one's own, on the server of the running Vitest project: empty and migrated, or a copy of another template. */
export async function freshDatabase(template = templateDatabase): Promise<TestDatabase> {
  const adminUrl = inject('adminUrl')
  const name = (await takeIdle(adminUrl, template)) ?? (await copy(adminUrl, template))
  return {
    url: inDatabase(adminUrl, name, appRole),
    ownerUrl: inDatabase(adminUrl, name, ownerRole),
    async drop() {
      const again = template === templateDatabase && (await restore(inDatabase(adminUrl, name)))
      await askAdmin(adminUrl, again ? `insert into idle_database values ('${name}')` : `drop database if exists ${name} with (force)`)
    },
  }
}

/** Whichever file's test gave it up: the list is kept on the server that all files share. */
async function takeIdle(adminUrl: string, template: string): Promise<string | undefined> {
  if (template !== templateDatabase) return undefined
  const [taken] = await askAdmin<{ name: string }>(
    adminUrl,
    'delete from idle_database where name = (select name from idle_database limit 1 for update skip locked) returning name',
  )
  return taken?.name
}

async function copy(adminUrl: string, template: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await askAdmin(adminUrl, `create database ${name} template ${template} owner ${ownerRole}`)
  return name
}
