// The whole proof: the check of the code, then every test, on PostgreSQL 18 and 15 and in a browser.
// Arguments go to Vitest, so that a part can be run: npm test -- --project pg18 src/plan
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { check } from './check.mjs'
import { root } from './node-24.mjs'

const folder = mkdtempSync(path.join(os.tmpdir(), 'simbiosi-report-'))
const report = path.join(folder, 'report.json')

function runVitest() {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)]
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0
}

/** A file that could not even be loaded holds no tests: it counts as one that failed. */
function count(passed) {
  let result
  try {
    result = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const broken = result.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  )
  const failed = result.numFailedTests + broken.length
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && !passed ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  }
}

const sound = await check()
const { passed, failed, skipped } = count(runVitest())
rmSync(folder, { recursive: true, force: true })
const total = { passed: passed + (sound ? 1 : 0), failed: failed + (sound ? 0 : 1) }
process.exitCode = total.failed > 0 ? 1 : 0
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
