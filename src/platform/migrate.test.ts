import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { beforeEach, expect, inject, onTestFinished, test } from 'vitest'
import { migrate } from './migrate.ts'
import { provision } from './provision.ts'

let ownerUrl: string
let dir: string

beforeEach(async () => {
  const database = `migrate_${randomBytes(6).toString('hex')}`
  ;({ ownerUrl } = await provision(inject('adminUrl'), database))
  dir = await mkdtemp(path.join(os.tmpdir(), 'simbiosi-migrations-'))
  onTestFinished(() => rm(dir, { recursive: true }))
})

const write = (name: string, sql: string) => writeFile(path.join(dir, name), sql)

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('migrations are applied in order, once', async () => {
  await write('0002_grow.sql', 'alter table tree add column height int')
  await write('0001_plant.sql', 'create table tree (id int)')
  expect(await migrate(ownerUrl, dir)).toEqual({ applied: ['0001_plant.sql', '0002_grow.sql'] })
  expect(await migrate(ownerUrl, dir)).toEqual({ applied: [] })
  await write('0003_fell.sql', 'drop table tree')
  expect(await migrate(ownerUrl, dir)).toEqual({ applied: ['0003_fell.sql'] })
})

test('a migration whose number was kept free is applied when it comes', async () => {
  await write('0001_plant.sql', 'create table tree (id int)')
  await write('0003_grow.sql', 'alter table tree add column height int')
  expect(await migrate(ownerUrl, dir)).toEqual({ applied: ['0001_plant.sql', '0003_grow.sql'] })
  await write('0002_sow.sql', 'create table seed (id int)')
  expect(await migrate(ownerUrl, dir)).toEqual({ applied: ['0002_sow.sql'] })
  expect(await migrate(ownerUrl, dir)).toEqual({ applied: [] })
})

test('two processes that start together apply each migration once', async () => {
  await write('0001_plant.sql', 'create table tree (id int); select pg_sleep(0.2)')
  const [one, two] = await Promise.all([migrate(ownerUrl, dir), migrate(ownerUrl, dir)])
  expect([...one.applied, ...two.applied]).toEqual(['0001_plant.sql'])
})

test('a migration that fails leaves nothing behind, and tells its line', async () => {
  await write('0001_plant.sql', 'create table tree (id int);\ncreate table tree (id int)')
  await expect(migrate(ownerUrl, dir)).rejects.toThrow('0001_plant.sql: relation "tree" already exists')
  await write('0001_plant.sql', 'create table tree (id int);\n\nselect height from tree')
  await expect(migrate(ownerUrl, dir)).rejects.toThrow('0001_plant.sql, line 3: column "height" does not exist')
  expect(await query('select number from migration')).toEqual([])
  expect(await query(`select to_regclass('tree') as tree`)).toEqual([{ tree: null }])
})

test('a migration changed after it was applied is refused', async () => {
  await write('0001_plant.sql', 'create table tree (id int)')
  await migrate(ownerUrl, dir)
  await write('0001_plant.sql', 'create table tree (id bigint)')
  await expect(migrate(ownerUrl, dir)).rejects.toThrow('0001_plant.sql was changed after it was applied')
})

test('a migration renamed after it was applied is refused', async () => {
  await write('0001_plant.sql', 'select 1')
  await migrate(ownerUrl, dir)
  await rm(path.join(dir, '0001_plant.sql'))
  await write('0001_sow.sql', 'select 1')
  await expect(migrate(ownerUrl, dir)).rejects.toThrow('The database has 0001_plant.sql where this version has 0001_sow.sql')
})

test('a database made by a newer version is refused', async () => {
  await write('0001_plant.sql', 'select 1')
  await write('0002_grow.sql', 'select 1')
  await migrate(ownerUrl, dir)
  await rm(path.join(dir, '0002_grow.sql'))
  await expect(migrate(ownerUrl, dir)).rejects.toThrow('made by a newer one')
})

test.each([
  ['doubles', ['0001_plant.sql', '0001_sow.sql'], '0001_sow.sql has the number of another migration'],
  ['other names', ['0001_plant.sql', '2-grow.sql'], '2-grow.sql is not a migration'],
])('%s are refused, before anything is applied', async (_, names, message) => {
  for (const name of names) await write(name, 'select 1')
  await expect(migrate(ownerUrl, dir)).rejects.toThrow(message)
  expect(await query(`select to_regclass('migration') as ledger`)).toEqual([{ ledger: null }])
})
