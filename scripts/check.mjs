// Everything that can be said of the code without running it: types, style, walls, sizes, and the tables' types.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './node-24.mjs'

const sizes = { most: 400, better: 250 }
const generated = ['src/platform/schema.ts']

/** Runs a program of the project's packages; its output as text. */
function run(command, ...args) {
  return new Promise((resolve) => {
    const child = spawn(path.join(root, 'node_modules/.bin', command), args, { cwd: root })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', (error) => resolve({ ok: false, output: error.message }))
    child.on('close', (code) => resolve({ ok: code === 0, output: output.trim() }))
  })
}

async function complaintsOf(...command) {
  const { ok, output } = await run(...command)
  return ok ? [] : [output]
}

/** Its own success is not enough: with a compiler it does not know it reads nothing and is content. */
async function walls() {
  const { output } = await run('depcruise', 'src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json')
  let summary
  let modules
  try {
    ;({ summary, modules } = JSON.parse(output))
  } catch {
    return [output]
  }
  const read = modules.filter(({ source, dependencies }) => /^src\/.*[.]tsx?$/.test(source) && dependencies.length > 0).length
  if (read === 0) return ['dependency-cruiser read no module of src/: the walls were not checked.']
  const { ruleSetUsed, violations } = summary
  const commentOf = (name) => ruleSetUsed.forbidden.find((rule) => rule.name === name)?.comment ?? ''
  return violations.map(({ from, to, rule, cycle }) => {
    const way = cycle ? [from, ...cycle.map(({ name }) => name)].join(' → ') : `${from} → ${to}`
    return `${rule.name}: ${way}\n  ${commentOf(rule.name)}`
  })
}

function* sources(...folders) {
  for (const folder of folders.filter((name) => existsSync(path.join(root, name))))
    for (const name of readdirSync(path.join(root, folder), { recursive: true }))
      if (/[.](tsx?|mjs)$/.test(name)) yield path.join(folder, name).replaceAll(path.sep, '/')
}

const linesOf = (file) => readFileSync(path.join(root, file), 'utf8').split('\n')

/** Letters are drawn below ui, and every address in them is ours. */
const letters = /^src[/]platform[/]mail[/]/

/** Links and forms pass through ui, which knows the reader's language, refuses `javascript:` and adds the form's token. */
async function markup() {
  const complaints = []
  for (const file of sources('src')) {
    if (!file.endsWith('.tsx') || letters.test(file) || file.startsWith('src/ui/') || file.endsWith('.test.tsx')) continue
    linesOf(file).forEach((line, index) => {
      const found = /<(a|form)(?=[\s>]|$)/.exec(line)
      if (found) complaints.push(`${file}:${index + 1}: <${found[1]}> outside src/ui: use the component there, which makes it safe.`)
    })
  }
  return complaints
}

async function size() {
  const complaints = []
  for (const file of sources('src', 'e2e', 'bench', 'client', 'scripts')) {
    if (generated.includes(file)) continue
    const lines = linesOf(file).length
    if (lines > sizes.most) complaints.push(`${file} has ${lines} lines: divide it (at most ${sizes.most}, better under ${sizes.better}).`)
    else if (lines > sizes.better) console.log(`  note: ${file} has ${lines} lines, better under ${sizes.better}`)
  }
  return complaints
}

const checks = [
  ['types', () => complaintsOf('tsc', '-p', '.')],
  ['types of client', () => complaintsOf('tsc', '-p', 'client')],
  ['style', () => complaintsOf('biome', 'check', '--error-on-warnings', '--diagnostic-level=warn', '--max-diagnostics=40', '--colors=off')],
  ['walls', walls],
  ['markup', markup],
  ['size', size],
  ['tables', () => complaintsOf('node', 'scripts/db-types.mjs', '--check')],
]

/** Prints what is wrong; true when nothing is. */
export async function check() {
  const results = await Promise.all(checks.map(async ([name, find]) => [name, await find().catch((error) => [error.stack])]))
  for (const [name, complaints] of results) console.log([`${complaints.length ? '✗' : '✓'} ${name}`, ...complaints].join('\n'))
  return results.every(([, complaints]) => complaints.length === 0)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = (await check()) ? 0 : 1
