import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { operator } from '../src/charter/policy.ts'
import { dayOf } from '../src/kernel/day.ts'
import { eraseCluster, openCluster } from '../src/platform/cluster.ts'
import { openDatabase } from '../src/platform/db.ts'
import type { Desk } from '../src/platform/http.ts'
import { migrate } from '../src/platform/migrate.ts'

/** An empty database of its own, as durable as the real one, gone when the work is done; at an address where others may write too. */
export async function inEmptyHouse<Result>(work: (desk: Desk, database: string) => Promise<Result>): Promise<Result> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'simbiosi-bench-'))
  try {
    const cluster = await openCluster({ dataDir })
    try {
      await migrate(cluster.ownerUrl)
      const db = openDatabase(cluster.appUrl, { setRole: cluster.setRole })
      try {
        const now = new Date()
        return await work({ db, actor: operator, now, today: dayOf(now) }, cluster.appUrl)
      } finally {
        await db.destroy()
      }
    } finally {
      await cluster.stop()
    }
  } finally {
    await eraseCluster({ dataDir })
    rmSync(dataDir, { recursive: true, force: true })
  }
}
