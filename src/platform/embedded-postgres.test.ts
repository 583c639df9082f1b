import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runningServer } from './embedded-postgres/cluster.ts'
import { type Embedded, eraseEmbedded, startEmbedded } from './embedded-postgres.ts'

let dataDir: string
const open: Embedded[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'simbiosi-embedded-'))
  await chmod(dataDir, 0o755)
})
afterEach(async () => {
  for (const server of open.splice(0)) {
    await server.stop()
    await rm(server.socketDir, { recursive: true, force: true })
  }
  await rm(dataDir, { recursive: true, force: true })
})

async function start(options?: Parameters<typeof startEmbedded>[1]): Promise<Embedded> {
  const server = await startEmbedded(dataDir, options)
  open.push(server)
  return server
}

async function query(server: Embedded, ...statements: string[]): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client(server.adminUrl)
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) ({ rows } = await client.query(statement))
    return rows[0]
  } finally {
    await client.end()
  }
}

/** Another process of ours that starts the server, writes a row and is killed before it can say goodbye. */
async function startElsewhereAndBeKilled(): Promise<void> {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(path.join(import.meta.dirname, 'embedded-postgres.ts'))})
    const { default: pg } = await import('pg')
    const server = await startEmbedded(${JSON.stringify(dataDir)})
    const client = new pg.Client(server.adminUrl)
    await client.connect()
    await client.query('create table kept as select 42 as answer')
    process.kill(process.pid, 'SIGKILL')`
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd: process.cwd() }).catch((error) => {
    if (error.signal !== 'SIGKILL') throw error
  })
}

test.each([18, 15] as const)('PostgreSQL %i starts durable, in UTF-8, with ICU, on a private socket alone', async (major) => {
  const server = await start({ major })
  const settings = await query(
    server,
    `select current_setting('server_version_num')::int / 10000 as major, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as addresses,
      getdatabaseencoding() as encoding, datlocprovider as provider, 'è' < 'f' collate "it-x-icu" as italian
      from pg_database where datname = 'postgres'`,
  )
  const expected = { major, fsync: 'on', commit: 'on', addresses: '', encoding: 'UTF8', provider: 'i', italian: true }
  expect(settings).toEqual(expected)
  expect((await stat(server.socketDir)).mode & 0o777).toBe(0o700)
})

test('a server left by a killed process is adopted, with all that was committed', async () => {
  await startElsewhereAndBeKilled()
  const server = await start()
  expect(server.adopted).toBe(true)
  expect(await query(server, 'select answer from kept')).toEqual({ answer: 42 })
})

test('after the machine lost power, nothing that was committed is lost', async () => {
  await startElsewhereAndBeKilled()
  process.kill(runningServer(dataDir)?.pid ?? 0, 'SIGKILL')
  const server = await start()
  expect(server.adopted).toBe(false)
  expect(await query(server, 'select answer from kept')).toEqual({ answer: 42 })
})

test.runIf(process.platform === 'linux')('a process number that passed to another program is not taken for the server', async () => {
  await startElsewhereAndBeKilled()
  const pidFile = path.join(dataDir, 'cluster/postmaster.pid')
  process.kill(runningServer(dataDir)?.pid ?? 0, 'SIGKILL')
  await writeFile(pidFile, (await readFile(pidFile, 'utf8')).replace(/^\d+/, String(process.pid)))
  const server = await start()
  expect(await query(server, 'select answer from kept')).toEqual({ answer: 42 })
})

test('whoever leaves first leaves the server running; whoever leaves last stops it', async () => {
  const first = await start()
  const second = await start()
  expect([first.adopted, second.adopted]).toEqual([false, true])
  await first.stop()
  expect(await query(second, 'select 1 as one')).toEqual({ one: 1 })
  await second.stop()
  expect(runningServer(dataDir)).toBeNull()
})

test('a server that goes away while it is looked for is simply gone', async () => {
  const pidFile = path.join(dataDir, 'cluster/postmaster.pid')
  await mkdir(path.dirname(pidFile))
  const script = `
    const { rmSync, writeFileSync } = require('node:fs')
    for (const end = Date.now() + 1500; Date.now() < end; rmSync(${JSON.stringify(pidFile)})) writeFileSync(${JSON.stringify(pidFile)}, '1')`
  const coming = promisify(execFile)(process.execPath, ['-e', script]).then(() => true)
  const looking = async () => {
    for (;;) {
      for (let looks = 0; looks < 1000; looks += 1) runningServer(dataDir)
      if (await Promise.race([coming, wait(0)])) return 'looked'
    }
  }
  expect(await looking()).toBe('looked')
})

test('a process stays present through a crash inside the server', async () => {
  const first = await start()
  const { crashing } = (await query(first, `select pid as crashing from pg_stat_activity where backend_type = 'walwriter'`)) ?? {}
  process.kill(Number(crashing), 'SIGKILL')
  const back = () => query(first, `select count(*)::int as presences from pg_locks where locktype = 'advisory'`).catch(() => undefined)
  await expect.poll(back, { timeout: 20_000 }).toEqual({ presences: 1 })
  await (await start()).stop()
  expect(await query(first, 'select 1 as one')).toEqual({ one: 1 })
})

test('starts of the same moment share one server', async () => {
  const servers = await Promise.all([start(), start(), start()])
  expect(servers.filter(({ adopted }) => !adopted)).toHaveLength(1)
  expect(new Set(servers.map(({ adminUrl }) => adminUrl)).size).toBe(1)
})

test('a server whose socket was removed is started again', async () => {
  await startElsewhereAndBeKilled()
  await rm(path.join(runningServer(dataDir)?.socketDir ?? '', '.s.PGSQL.5432'))
  const server = await start()
  expect(await query(server, 'select answer from kept')).toEqual({ answer: 42 })
})

test('a server that cannot start tells why, in its own last words', async () => {
  await (await start()).stop()
  await writeFile(path.join(dataDir, 'cluster/postgresql.conf'), 'max_connections = many\n')
  await expect(start()).rejects.toThrow(/did not start[\s\S]+invalid value for parameter "max_connections"/)
})

test('a cluster of another version is refused', async () => {
  await (await start({ major: 15 })).stop()
  await expect(start({ major: 18 })).rejects.toThrow('is of PostgreSQL 15, and PostgreSQL 18 cannot open it')
})

test('the log repeats nothing that people wrote', async () => {
  const server = await start()
  await query(server, 'create table person (name text unique)', `insert into person values ('Ada Prova')`)
  await expect(query(server, `insert into person values ('Ada Prova')`)).rejects.toThrow('duplicate key')
  await server.stop()
  const log = await readFile(path.join(dataDir, 'server.log'), 'utf8')
  expect(log).toContain('duplicate key')
  expect(log).not.toContain('Ada')
})

test('the database is erased only when nobody uses it', async () => {
  const server = await start()
  await expect(eraseEmbedded(dataDir)).rejects.toThrow('in use by another process')
  await server.stop()
  await eraseEmbedded(dataDir)
  await expect(stat(path.join(dataDir, 'cluster'))).rejects.toThrow('ENOENT')
})

test.runIf(process.getuid?.() === 0)(
  'started by root in a folder no other user can enter, the database goes elsewhere and a note says where',
  async () => {
    const closed = path.join(dataDir, 'closed')
    await mkdir(closed, { mode: 0o700 })
    const inside = path.join(closed, 'data')
    const server = await startEmbedded(inside)
    open.push(server)
    const [home = ''] = (await readFile(path.join(inside, 'where-the-database-is.txt'), 'utf8')).split('\n')
    const { directory } = (await query(server, `select current_setting('data_directory') as directory`)) ?? {}
    expect(directory).toBe(path.join(home, 'cluster'))
    expect(home).toMatch(/^\/var\/lib\/simbiosi\//)
    await server.stop()
    const again = await startEmbedded(inside)
    expect(await query(again, `select current_setting('data_directory') as directory`)).toEqual({ directory })
    await again.stop()
    await rm(home, { recursive: true })
  },
)
