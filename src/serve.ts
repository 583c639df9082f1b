import { setTimeout as wait } from 'node:timers/promises'
import type { Command } from 'commander'
import { closeAll } from './close-all.ts'
import { concluding } from './command-line.ts'
import { seedDemonstration } from './demonstration/index.ts'
import { openDoor, withAddress } from './door.ts'
import { furnish, setToWork } from './furnish.ts'
import { personas, roleName } from './identity/index.ts'
import { type Cluster, openCluster } from './platform/cluster.ts'
import { type Config, readConfig } from './platform/config.ts'
import { type Db, openDatabase } from './platform/db.ts'
import type { Jobs } from './platform/jobs/run.ts'
import { migrate } from './platform/migrate.ts'

export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the site, the API and the feeds')
    .option('--demo', 'with sample data, invented people and a clock that begins on 22 July 2020', process.env.DEMO === '1')
    .action(async ({ demo }: { demo: boolean }) => {
      await concluding(program, () => serve(readConfig(process.env, demo)))
      // Everything is closed, and what will not end by itself must not keep the process.
      process.exit()
    })
}

/** In milliseconds: how long the database's connections may take to close. */
const patience = 3000

/** Serves until the process is told to stop. */
async function serve(config: Config): Promise<void> {
  const door = await openDoor(config)
  try {
    const house = await openHouse(withAddress(config, door))
    try {
      door.answerWith(house.listener)
      announce(house.config)
      await stopAsked()
      await door.close()
    } finally {
      await house.close()
    }
  } finally {
    door.slam()
  }
}

async function openHouse(config: Config) {
  const cluster = await openCluster(config)
  let db: Db | undefined
  let jobs: Jobs | undefined
  try {
    await migrate(cluster.ownerUrl)
    db = openDatabase(cluster.appUrl, { max: config.databasePool, setRole: cluster.setRole })
    const listener = await furnish(config, db)
    if (config.demo) await seedDemonstration(db)
    jobs = await setToWork(config, db, cluster)
    const opened = { jobs, db }
    return { config, listener, close: () => leave(opened, cluster) }
  } catch (error) {
    await leave({ jobs, db }, cluster)
    throw error
  }
}

async function leave({ jobs, db }: { readonly jobs: Jobs | undefined; readonly db: Db | undefined }, cluster: Cluster): Promise<void> {
  await closeAll(
    () => jobs?.stop(),
    // A job that was given back may still hold a connection: it ends with the process.
    () => Promise.race([db?.destroy(), wait(patience)]),
    () => cluster.stop(),
  )
}

function announce({ baseUrl, demo }: Config): void {
  console.log(`Simbiosi is ready: ${baseUrl}`)
  if (!demo) return
  console.log('\nThis is a demonstration: sample data, and a clock of its own. Enter as one of these people, with one click:')
  for (const { givenName, familyName, role } of personas) console.log(`  ${`${givenName} ${familyName}`.padEnd(18)}${roleName('en', role)}`)
  console.log(
    `at ${baseUrl}/en/entra (in Italian ${baseUrl}/entra). The mails it would send are kept at ${baseUrl}/en/dimostrazione/posta. Press Ctrl+C to stop.`,
  )
}

/** The first signal asks for a graceful stop; a second one does not wait. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(130)
        asked = true
        resolve()
      })
    }
    // npm's shell does not pass a SIGTERM on: when it is gone, nobody else would ever stop this process.
    const parent = process.ppid
    if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && resolve(), 500).unref()
  })
}
