import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { prepareJobs } from './jobs/prepare.ts'
import { projectRoot } from './project-root.ts'
import { appRole } from './provision.ts'

interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

export class MigrationError extends Error {
  override name = 'MigrationError'
}

/** Two processes that start together wait for each other here. */
const lock = 7_316_042
const shape = /^(\d{4})_[a-z0-9_]+[.]sql$/

/** Brings the database to the state the files describe: forward only, each file once, each in a transaction of its own. */
export async function migrate(ownerUrl: string, dir = path.join(projectRoot, 'db/migrations')): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(dir)
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'simbiosi migrate' })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${lock})`)
    await prepareLedger(client)
    const pending = await findPending(client, migrations)
    for (const migration of pending) await apply(client, migration)
    await prepareJobs(ownerUrl)
    return { applied: pending.map(({ name }) => name) }
  } finally {
    await client.end()
  }
}

async function readMigrations(dir: string): Promise<Migration[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.sql')).sort()
  const migrations: Migration[] = []
  for (const name of names) {
    const number = Number(shape.exec(name)?.[1])
    if (Number.isNaN(number)) throw new MigrationError(`${name} is not a migration's name: write it as 0042_what_it_does.sql.`)
    if (migrations.at(-1)?.number === number)
      throw new MigrationError(`${name} has the number of another migration: give it one that no other has.`)
    const sql = await readFile(path.join(dir, name), 'utf8')
    migrations.push({ number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') })
  }
  return migrations
}

async function prepareLedger(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select to_regclass('public.migration') as ledger`)
  if (rows[0].ledger) return
  await client.query(`
    begin;
    create table migration (
      number integer primary key,
      name text not null unique,
      checksum text not null,
      applied_at timestamptz not null
    );
    revoke insert, update, delete, truncate on migration from ${appRole};
    commit`)
}

/**
 * Refuses to go on from a past that is not the one the files tell. Numbers are given out before migrations are written,
 * so a lower one may come after a higher one was applied: what is missing is applied, in order.
 */
async function findPending(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from migration order by number',
  )
  const byNumber = new Map(migrations.map((migration) => [migration.number, migration]))
  for (const applied of rows) {
    const file = byNumber.get(applied.number)
    if (!file) throw new MigrationError(`The database has ${applied.name}, which this version does not know: it was made by a newer one.`)
    if (file.name !== applied.name)
      throw new MigrationError(`The database has ${applied.name} where this version has ${file.name}: an applied migration keeps its name.`)
    if (file.checksum !== applied.checksum)
      throw new MigrationError(`${file.name} was changed after it was applied: restore it, and write a new migration for the change.`)
  }
  const done = new Set(rows.map(({ number }) => number))
  return migrations.filter(({ number }) => !done.has(number))
}

async function apply(client: pg.Client, { number, name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration values ($1, $2, $3, $4)', [number, name, checksum, new Date()])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    const { message, position } = error as pg.DatabaseError
    const line = position ? `, line ${sql.slice(0, Number(position)).split('\n').length}` : ''
    throw new MigrationError(`${name}${line}: ${message}`, { cause: error })
  }
}
