import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { busy, Problem, type ProblemKind } from '../../kernel/problem.ts'

export const pdfUnavailable = {
  slug: 'pdf-unavailable',
  status: 503,
  it: 'Su questo server il PDF non si può preparare: scegli un altro formato, per esempio DOCX o HTML.',
  en: 'On this server the PDF cannot be prepared: choose another format, for example DOCX or HTML.',
} as const satisfies ProblemKind

const require = createRequire(import.meta.url)

/** A folder that never exists: a template reads nothing but what it is given. */
const folder = path.join(tmpdir(), 'simbiosi-papers-nowhere')

/** The compiler works beside the process, which goes on answering: a long paper takes seconds. */
const program = `
const { parentPort, workerData } = require('node:worker_threads')
const { join } = require('node:path')
const { NodeCompiler } = require(workerData.compiler)
const typst = NodeCompiler.create({ workspace: workerData.folder, fontArgs: [{ fontPaths: [workerData.fonts] }] })
parentPort.on('message', ({ id, template, files }) => {
  try {
    typst.resetShadow()
    for (const [name, bytes] of files) typst.mapShadow(join(workerData.folder, name), Buffer.from(bytes))
    const outcome = typst.compile({ mainFileContent: template })
    if (!outcome.result) throw new Error(JSON.stringify(outcome.takeDiagnostics()?.shortDiagnostics))
    parentPort.postMessage({ id, pdf: typst.pdf(outcome.result, { pdfStandard: 'ua-1' }) })
  } catch (error) {
    parentPort.postMessage({ id, refusal: String(error) })
  } finally {
    typst.resetShadow()
    typst.evictCache(0)
  }
})
`

interface Answer {
  readonly id: number
  readonly pdf?: Uint8Array
  readonly refusal?: string
  readonly stopped?: string
}

const mostWaiting = 20
const mostSeconds = 90
const waiting = new Map<number, (answer: Answer) => void>()
let worker: Worker | null = null
let last = 0

function compiler(): Worker {
  if (worker) return worker
  const name = `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}${process.platform === 'linux' ? '-gnu' : ''}`
  let made: Worker
  try {
    const fonts = path.join(path.dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf')
    made = new Worker(program, { eval: true, workerData: { compiler: require.resolve(name), folder, fonts } })
  } catch (error) {
    throw new Problem(pdfUnavailable, { cause: String(error) })
  }
  made.unref()
  made.on('message', (answer: Answer) => waiting.get(answer.id)?.(answer))
  const fail = (error: unknown) => {
    if (worker === made) worker = null
    for (const [id, answer] of waiting) answer({ id, stopped: String(error) })
  }
  made.on('error', fail)
  made.on('exit', () => fail('the compiler stopped'))
  worker = made
  return made
}

/** A tagged PDF (PDF/UA-1) of a template and the files that it reads; or the compiler's refusal, in its own words. */
export async function compilePdf(
  template: string,
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
): Promise<Buffer | string> {
  if (waiting.size >= mostWaiting) throw new Problem(busy)
  const id = ++last
  const at = compiler()
  try {
    const answer = await new Promise<Answer>((resolve) => {
      const stop = setTimeout(() => void at.terminate(), mostSeconds * 1000)
      stop.unref()
      waiting.set(id, (given) => {
        clearTimeout(stop)
        resolve(given)
      })
      // While somebody waits the process stays.
      at.ref()
      at.postMessage({ id, template, files })
    })
    if (answer.stopped !== undefined) throw new Problem(pdfUnavailable, { cause: answer.stopped })
    return answer.pdf ? Buffer.from(answer.pdf) : (answer.refusal ?? '')
  } finally {
    waiting.delete(id)
    if (waiting.size === 0) at.unref()
  }
}
