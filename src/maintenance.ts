import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { concluding, outputOf } from './command-line.ts'
import { eraseCluster, openCluster } from './platform/cluster.ts'
import { ConfigError, readConfig } from './platform/config.ts'
import { migrate } from './platform/migrate.ts'

/** The commands that look after the database itself. */
export function maintenanceCommands(program: Command): void {
  program
    .command('migrate')
    .description('bring the database to the form this version expects; "serve" does it by itself')
    .action(() => concluding(program, () => migrateNow(program)))
  program
    .command('reset')
    .description('delete the database in the data folder, after asking')
    .option('--yes', 'do not ask')
    .action(({ yes }: { yes?: boolean }) => concluding(program, () => reset(program, yes === true)))
}

async function migrateNow(program: Command): Promise<void> {
  const config = readConfig(process.env, true)
  const cluster = await openCluster(config)
  try {
    const { applied } = await migrate(cluster.ownerUrl)
    outputOf(program, config).answer({ applied }, () =>
      applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database was up to date.',
    )
  } finally {
    await cluster.stop()
  }
}

async function reset(program: Command, yes: boolean): Promise<void> {
  const config = readConfig(process.env, true)
  const output = outputOf(program, config)
  const folder = path.resolve(config.dataDir, 'postgres')
  if (!config.databaseUrl && !existsSync(folder))
    return output.answer({ deleted: null }, () => `There is no database in ${config.dataDir}: nothing to delete.`)
  if (!yes && !(await agreed(folder))) return output.answer({ deleted: null }, () => 'Nothing was deleted.')
  await eraseCluster(config)
  rmSync(folder, { recursive: true, force: true })
  output.answer({ deleted: folder }, () => 'Deleted. The next "npm start" begins anew.')
}

async function agreed(folder: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new ConfigError('Nobody is at the keyboard to confirm: add --yes to delete without asking.')
  const keyboard = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await keyboard.question(`Delete the whole database in ${folder}? It cannot be undone. Type yes to confirm: `)
    return /^(yes|s[iì])$/i.test(answer.trim())
  } finally {
    keyboard.close()
  }
}
