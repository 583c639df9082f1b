// Bundles the server, the browser's scripts and the style sheet into dist/. What did not change is not built again.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './node-24.mjs'

const at = (...parts) => path.join(root, ...parts)
const dist = at('dist')
const assets = path.join(dist, 'assets')
const digest = (content) => createHash('sha256').update(content).digest('hex')

const programs = { main: 'src/main.ts', bench: 'bench/main.ts', look: 'e2e/look.ts' }

/** One digest of all the named files and folders; what is not there counts as empty. */
function fingerprint(...names) {
  const hash = createHash('sha256')
  const read = (file) => {
    if (!existsSync(file)) return
    if (statSync(file).isDirectory()) for (const name of readdirSync(file).sort()) read(path.join(file, name))
    else hash.update(`${path.relative(root, file)}\0`).update(readFileSync(file))
  }
  for (const name of names) read(at(name))
  return hash.digest('hex')
}

async function buildPrograms() {
  const { build } = await import('esbuild')
  const entryPoints = Object.fromEntries(Object.entries(programs).filter(([, file]) => existsSync(at(file))))
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir: dist,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    banner: { js: 'process.setSourceMapsEnabled(true)' },
    logLevel: 'warning',
  })
}

/** Writes a file under a name that changes with its content, so that browsers may keep it for ever. */
function writeHashed(name, content, manifest) {
  const { dir, name: stem, ext } = path.parse(name)
  const hashed = path.posix.join(dir, `${stem}.${digest(content).slice(0, 12)}${ext}`)
  mkdirSync(path.dirname(path.join(assets, hashed)), { recursive: true })
  writeFileSync(path.join(assets, hashed), content)
  manifest[name] = hashed
}

/** Fonts and pictures as they are; the fonts' licences keep their names. */
function files(manifest) {
  for (const folder of ['', 'fonts']) {
    if (!existsSync(at('client', folder))) continue
    for (const entry of readdirSync(at('client', folder))) {
      const name = path.posix.join(folder, entry)
      if (/[.](svg|png|woff2)$/.test(name)) writeHashed(name, readFileSync(at('client', name)), manifest)
      else if (name.endsWith('.txt')) copyFileSync(at('client', name), path.join(assets, name))
    }
  }
}

async function scripts(manifest) {
  const { build } = await import('esbuild')
  const entries = readdirSync(at('client')).filter((name) => name.endsWith('.ts') && !/[.](test|d)[.]ts$/.test(name))
  for (const entry of entries) {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: [`client/${entry}`],
      bundle: true,
      minify: true,
      format: 'iife',
      target: ['es2022'],
      write: false,
      logLevel: 'warning',
    })
    writeHashed(entry.replace(/ts$/, 'js'), outputFiles[0].contents, manifest)
  }
}

async function styles(manifest) {
  const sheets = sheetNames()
  if (sheets.length === 0) return
  const { compile, Logger } = await import('sass')
  const loadPaths = [at('node_modules/bootstrap-italia/src/scss'), at('node_modules')]
  for (const name of sheets) {
    const { css } = compile(at('client/scss', name), { style: 'compressed', loadPaths, quietDeps: true, logger: Logger.silent })
    const withHashedNames = css.replace(/url\(["']?([^"')]+)["']?\)/g, (all, url) => (manifest[url] ? `url(${manifest[url]})` : all))
    writeHashed(name.replace(/scss$/, 'css'), withHashedNames, manifest)
  }
}

/** The sheet of every page, and those of pages that need more. */
function sheetNames() {
  if (!existsSync(at('client/scss'))) return []
  return readdirSync(at('client/scss')).filter((name) => /^[^_].*[.]scss$/.test(name))
}

/** The style sheets take two seconds and are seldom touched: while their sources stay, they keep the names they have. */
async function buildAssets() {
  mkdirSync(assets, { recursive: true })
  const manifestFile = path.join(assets, 'manifest.json')
  const before = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {}
  const manifest = {}
  files(manifest)
  await scripts(manifest)
  const styled = await unlessBuilt('styles', ['client/scss', 'client/fonts', 'package-lock.json'], () => styles(manifest))
  for (const name of sheetNames().map((sheet) => sheet.replace(/scss$/, 'css'))) if (!styled && before[name]) manifest[name] = before[name]
  writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`)
  const current = new Set(['manifest.json', ...Object.values(manifest)])
  for (const name of readdirSync(assets, { recursive: true })) {
    const stale = /[.](css|js|svg|png|woff2)$/.test(name) && !current.has(name.replaceAll(path.sep, '/'))
    if (stale) rmSync(path.join(assets, name))
  }
}

/** Runs a step when its inputs, or this file, differ from those it last ran on. Tells whether it ran. */
async function unlessBuilt(step, inputs, work) {
  const stamp = path.join(dist, `.${step}`)
  const now = fingerprint('scripts/build.mjs', ...inputs)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false
  mkdirSync(dist, { recursive: true })
  await work()
  writeFileSync(stamp, now)
  return true
}

const steps = [
  ['programs', ['src', 'bench', 'e2e', 'scripts', 'tsconfig.json', 'package-lock.json'], buildPrograms],
  ['assets', ['client', 'src/documents', 'src/kernel', 'src/ui', 'src/charter', 'package-lock.json'], buildAssets],
]
for (const [step, inputs, work] of steps) {
  try {
    await unlessBuilt(step, inputs, work)
  } catch (error) {
    // esbuild has already shown the lines at fault; sass tells them in its message.
    if (!error.errors) console.error(error.message)
    console.error(`The build of ${step} failed.`)
    process.exitCode = 1
  }
}
