import type { Command } from 'commander'
import { operator } from './charter/policy.ts'
import { dayOf } from './kernel/day.ts'
import { Problem, tell } from './kernel/problem.ts'
import type { CommandLine, Output } from './platform/cli.ts'
import { openCluster } from './platform/cluster.ts'
import { type Config, ConfigError, readConfig } from './platform/config.ts'
import { databaseClock } from './platform/database-clock.ts'
import { databaseKind } from './platform/database-kind.ts'
import { type Db, openDatabase } from './platform/db.ts'
import { demoClock } from './platform/demo-clock.ts'
import { MigrationError, migrate } from './platform/migrate.ts'

/** How the commands of every room reach the database and answer. */
export function commandLine(program: Command): CommandLine {
  return {
    run: (work) =>
      concluding(program, async () => {
        // A command serves nobody, so it needs neither the site's address nor its secret.
        const config = readConfig(process.env, true)
        await withDatabase(config, async (db) => {
          const demo = (await databaseKind(db)) === 'demonstration'
          const now = await (demo ? demoClock(db) : databaseClock(db))()
          const output = outputOf(program, { ...config, demo })
          try {
            await work({ db, actor: operator, now, today: dayOf(now) }, output)
          } finally {
            output.progress('')
          }
        })
      }),
  }
}

export async function withDatabase(config: Config, work: (db: Db) => Promise<void>): Promise<void> {
  const cluster = await openCluster(config)
  try {
    await migrate(cluster.ownerUrl)
    const db = openDatabase(cluster.appUrl, { max: config.databasePool, setRole: cluster.setRole })
    try {
      await work(db)
    } finally {
      await db.destroy()
    }
  } finally {
    await cluster.stop()
  }
}

/** Does a command's work and turns how it ended into an exit code and words. */
export async function concluding(program: Command, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const refused = error instanceof Problem || error instanceof ConfigError || error instanceof MigrationError
    process.exitCode = refused ? 1 : 2
    if (program.opts().json) console.log(JSON.stringify(problemOf(error)))
    else console.error(refused ? problemOf(error).detail : error)
  }
}

function problemOf(error: unknown) {
  if (!(error instanceof Problem))
    return { title: error instanceof Error ? error.name : 'Error', detail: error instanceof Error ? error.message : String(error) }
  const { field: _, ...facts } = error.facts
  return { type: `/problems/${error.kind.slug}`, title: error.kind.slug, detail: tell('en', error), ...facts }
}

export function outputOf(program: Command, config: Config): Output {
  const terminal = process.stderr.isTTY
  let shownAt = Number.NEGATIVE_INFINITY
  return {
    config,
    answer: (value, words) => console.log(program.opts().json ? JSON.stringify(value, null, 2) : words()),
    progress: (words) => {
      if (terminal) process.stderr.write(`\r\u001b[K${words}`)
      else if (words && performance.now() - shownAt > 1000) {
        process.stderr.write(`${words}\n`)
        shownAt = performance.now()
      }
    },
  }
}
