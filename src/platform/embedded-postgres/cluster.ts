import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { clusterOf, logOf, type Major, type Place } from './place.ts'

/** Makes the cluster, once. It appears under its name only when complete. */
export function initialise({ native, home, user }: Place, major: Major, durable: boolean): void {
  const cluster = clusterOf(home)
  if (existsSync(cluster)) {
    const found = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim()
    if (found !== String(major))
      throw new Error(`The database in ${home} is of PostgreSQL ${found}, and PostgreSQL ${major} cannot open it.`)
    return
  }
  removeUnfinished(home)
  const unfinished = `${cluster}.new-${process.pid}`
  const options = ['-D', unfinished, '-U', 'postgres', '--auth=trust', '--no-instructions', '--encoding=UTF8', '--data-checksums']
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=und']
  const initdb = (...more: string[]) =>
    spawnSync(path.join(native, 'bin/initdb'), [...options, ...locale, ...more, ...(durable ? [] : ['--no-sync'])], {
      ...user,
      cwd: home,
      encoding: 'utf8',
    })
  // Trigrams and the text search parser still ask the system's library what a letter is; plain C knows no accented ones.
  let result = initdb('--lc-ctype=C.UTF-8')
  if (result.status !== 0 && /invalid locale name/.test(result.stderr)) result = initdb()
  if (result.status !== 0) {
    const reason = result.error?.message ?? result.stderr
    throw new Error(
      `The database could not be made in ${home}:\n${reason}\nWhere this cannot be mended, set DATABASE_URL to the address of a server.`,
    )
  }
  try {
    renameSync(unfinished, cluster)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another process, started in the same moment, was quicker: its cluster serves both.
    if (!existsSync(cluster)) throw error
  }
}

function removeUnfinished(home: string): void {
  for (const name of readdirSync(home)) {
    const maker = /^cluster[.]new-(\d+)$/.exec(name)?.[1]
    if (maker && !isAlive(Number(maker))) rmSync(path.join(home, name), { recursive: true, force: true })
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

export interface Server {
  readonly pid: number
  /** Empty in the first moments of a start, before the server wrote it down. */
  readonly socketDir: string
  /** True for a server that is ready and whose socket was removed: nobody can enter it any more. */
  readonly sealed: boolean
  /** True once it has ended. Throws when it never became a server, with its last words. */
  readonly gone: () => boolean
}

/** The server that holds this cluster now, if any, from the file PostgreSQL keeps about it. */
export function runningServer(home: string): Server | null {
  const file = path.join(clusterOf(home), 'postmaster.pid')
  const lines = textOf(file)?.split('\n')
  if (!lines) return null
  const pid = Number(lines[0])
  if (!(pid > 0) || !isAlive(pid)) return null
  if (!isServerOf(pid, home)) {
    markStale(file)
    if (lines[4]) markStale(path.join(lines[4], `${socketName}.lock`))
    return null
  }
  const socketDir = lines[4] ?? ''
  const sealed = lines[7]?.trim() === 'ready' && !existsSync(path.join(socketDir, socketName))
  return { pid, socketDir, sealed, gone: () => !isAlive(pid) || !isServerOf(pid, home) }
}

/**
 * PostgreSQL takes any living process for a server: one that got the dead server's number after a crash or a restart,
 * or its remains that nobody collected. The rest of the file must stay: by it PostgreSQL finds out whether orphans of
 * the dead server still write.
 */
function markStale(file: string): void {
  const impossiblePid = 2 ** 31 - 1
  const text = textOf(file)
  if (text !== null) writeFileSync(file, text.replace(/^\d+/, String(impossiblePid)))
}

/** The server removes its files whenever it likes: even between a question whether one is there and its reading. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** A server works inside its cluster. Where the system does not tell, it is believed. */
function isServerOf(pid: number, home: string): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === clusterOf(home)
  } catch (error) {
    // Another user's processes do not tell either; one that ended has no place at all.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT'
  }
}

const socketName = '.s.PGSQL.5432'
const logLimit = 5_000_000

/** Starts the server in a session of its own, so that it outlives this process; the next start adopts it. */
export function launch({ native, home, user }: Place, socketDir: string, durable: boolean): Server {
  const log = logOf(home)
  if (existsSync(log) && statSync(log).size > logLimit) renameSync(log, `${log}.1`)
  const from = existsSync(log) ? statSync(log).size : 0
  const output = openSync(log, 'a', 0o600)
  const child = spawn(path.join(native, 'bin/postgres'), ['-D', clusterOf(home), ...settings(socketDir, durable)], {
    ...user,
    cwd: home,
    detached: true,
    stdio: ['ignore', output, output],
    env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' },
  })
  closeSync(output)
  child.unref()
  let failure: Error | null = null
  child.on('error', (error) => {
    failure = error
  })
  const gone = () => {
    if (failure) throw failure
    if (child.exitCode === null && child.signalCode === null) return false
    // Stopped in good order: another process entered and left before we entered.
    if (child.exitCode === 0) return true
    const lastWords = readFileSync(log).subarray(from).toString().trim().split('\n').slice(-12).join('\n')
    // Another process, started in the same moment, was quicker.
    if (/lock file "postmaster.pid" already exists/.test(lastWords)) return true
    throw new Error(`PostgreSQL did not start in ${home}. Its last words:\n${lastWords}`)
  }
  return { pid: child.pid ?? 0, socketDir, sealed: false, gone }
}

function settings(socketDir: string, durable: boolean): string[] {
  const values = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // The log must not repeat what people wrote: no values of rows, no text of statements.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
