import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { projectRoot } from '../src/platform/project-root.ts'

export interface Ended {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

/** The command as a newcomer calls it, to its end. */
export async function simbiosi(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return ended(begin(path.join(projectRoot, 'bin/simbiosi.mjs'), args, env))
}

function begin(program: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const { DATABASE_URL: _, SECRET: __, BASE_URL: ___, DEMO: ____, ...kept } = process.env
  return spawn(process.execPath, [program, ...args], { cwd: projectRoot, env: { ...kept, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function ended(child: ChildProcess): Promise<Ended> {
  const [output, errors] = [gather(child.stdout), gather(child.stderr)]
  const [code] = await once(child, 'close')
  return { code, output: output.join(''), errors: errors.join('') }
}

function gather(stream: ChildProcess['stdout']): string[] {
  const parts: string[] = []
  stream?.setEncoding('utf8').on('data', (part: string) => parts.push(part))
  return parts
}

export interface Serving {
  readonly url: string
  /** Sends a signal to the very process that serves, and waits for its end. */
  stop(signal: NodeJS.Signals): Promise<Ended>
}

/** A demonstration served from a folder. */
export function serveDemonstration(folder: string): Promise<Serving> {
  return serveProgram(['--demo'], { DATA_DIR: folder })
}

/** By the built program itself: no launcher stands between it and a signal. */
export async function serveProgram(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Serving> {
  const child = begin(path.join(projectRoot, 'dist/main.js'), ['serve', ...args], { PORT: '0', HOST: '127.0.0.1', ...env })
  const end = once(child, 'close')
  onTestFinished(() => void child.kill('SIGTERM'))
  const [output, errors] = [gather(child.stdout), gather(child.stderr)]
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      said += part
      const address = /ready: (\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
    child.on('close', (code) => reject(new Error(`It ended with ${code} before it was ready: ${errors.join('')}`)))
  })
  return {
    url,
    async stop(signal) {
      child.kill(signal)
      const [code] = await end
      return { code, output: output.join(''), errors: errors.join('') }
    },
  }
}

/** A folder for a database, gone with the test. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'simbiosi-e2e-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}
