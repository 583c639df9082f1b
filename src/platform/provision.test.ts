import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { beforeEach, expect, inject, test } from 'vitest'
import { openCluster } from './cluster.ts'
import { migrate } from './migrate.ts'
import { appRole, inDatabase, provisionServed } from './provision.ts'

let adminUrl: string
let database: string
let owner: string
let ownerUrl: string

async function run(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    let rows: unknown[] = []
    for (const statement of statements) ({ rows } = await client.query(statement))
    return rows
  } finally {
    await client.end()
  }
}

/** A database as somebody else's server gives it: an owner who is no superuser, and nothing in it. */
beforeEach(async () => {
  const id = randomBytes(6).toString('hex')
  adminUrl = inject('adminUrl')
  database = `served_${id}`
  owner = `owner_${id}`
  ownerUrl = inDatabase(adminUrl, database, owner)
  await run(adminUrl, `create role ${owner} login`, `create database ${database} owner ${owner}`)
})

test('with the owner’s address alone, connections put themselves under the application’s role', async () => {
  await run(adminUrl, `grant ${appRole} to ${owner}`)
  const cluster = await openCluster({ databaseUrl: ownerUrl, dataDir: '/nowhere' })
  expect(cluster).toMatchObject({ ownerUrl, appUrl: ownerUrl, setRole: appRole })
  await migrate(cluster.ownerUrl)
  const asApp = `set role ${cluster.setRole}`
  expect(await run(cluster.appUrl, asApp, 'select count(*)::int as events from event')).toEqual([{ events: 0 }])
  await expect(run(cluster.appUrl, asApp, 'delete from event')).rejects.toThrow('permission denied')
  await expect(run(cluster.appUrl, asApp, 'alter table event add column more text')).rejects.toThrow('must be owner')
})

test('with an address for each, the application’s own user is given what the application may do, and no more', async () => {
  const app = `app_${database}`
  await run(adminUrl, `create role ${app} login`, `grant ${appRole} to ${app}`)
  const appUrl = inDatabase(adminUrl, database, app)
  const cluster = await openCluster({ databaseUrl: appUrl, databaseOwnerUrl: ownerUrl, dataDir: '/nowhere' })
  expect(cluster).toMatchObject({ ownerUrl, appUrl, setRole: null })
  await migrate(cluster.ownerUrl)
  expect(await run(cluster.appUrl, 'select count(*)::int as events from event')).toEqual([{ events: 0 }])
  await expect(run(cluster.appUrl, 'delete from event')).rejects.toThrow('permission denied')
  await expect(run(cluster.appUrl, 'drop table event')).rejects.toThrow('must be owner')
})

test('the same address given twice is still the owner’s', async () => {
  await run(adminUrl, `grant ${appRole} to ${owner}`)
  expect(await provisionServed(ownerUrl, ownerUrl)).toEqual({ setRole: appRole })
})

test('an owner without the rights to prepare the database is told what its administrator must run', async () => {
  await expect(provisionServed(ownerUrl)).rejects.toThrow(`needs its administrator to run "grant ${appRole} to "${owner}""`)
})
