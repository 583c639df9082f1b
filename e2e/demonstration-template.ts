import type { TestProject } from 'vitest/node'
import { seedDemonstration } from '../src/demonstration/index.ts'
import { settleKind } from '../src/platform/database-kind.ts'
import { openDatabase } from '../src/platform/db.ts'
import { startDemoClock } from '../src/platform/demo-clock.ts'
import { appRole, inDatabase, ownerRole } from '../src/platform/provision.ts'
import { askAdmin, templateDatabase } from '../src/platform/test-server.ts'
import { keepWords } from './crawl/words.ts'

export const demonstrationTemplate = 'simbiosi_demonstration'

/** The demonstration is told once for the whole run; every test then copies it. */
export default async function makeDemonstrationTemplate(project: TestProject): Promise<void> {
  const { adminUrl } = project.getProvidedContext()
  await askAdmin(adminUrl, `create database ${demonstrationTemplate} template ${templateDatabase} owner ${ownerRole}`)
  await keepWords(adminUrl)
  const db = openDatabase(inDatabase(adminUrl, demonstrationTemplate, appRole))
  try {
    await settleKind(db, 'demonstration')
    await startDemoClock(db)
    await seedDemonstration(db)
  } finally {
    await db.destroy()
  }
}
