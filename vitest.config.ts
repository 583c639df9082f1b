import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const tests = 'src/**/*.test.{ts,tsx}'
/** A test that opens no database, itself or through a helper beside it, cannot depend on the version of PostgreSQL. */
const opensDatabase = /openHouse|openPrograms|serveHouse|freshDatabase|adminUrl|\/test-/
/** It starts both versions itself. */
const startsBoth = 'src/platform/embedded-postgres.test.ts'
const onceIsEnough = [
  startsBoth,
  'src/ui/**',
  ...globSync(tests, { cwd: import.meta.dirname }).filter(
    (file) => !opensDatabase.test(readFileSync(path.join(import.meta.dirname, file), 'utf8')),
  ),
]

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } } as const
const globalSetup = 'src/platform/test-server.ts'

export default defineConfig({
  test: {
    maxWorkers: 2,
    // What a file leaves behind is seen by the next: nothing may live only in a process's memory, here either.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { ...jsx, test: { name: 'pg18', include: [tests], globalSetup, sequence: { groupOrder: 0 } } },
      { ...jsx, test: { name: 'pg15', include: [tests], exclude: onceIsEnough, globalSetup, sequence: { groupOrder: 1 } } },
      {
        ...jsx,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.{ts,tsx}'],
          globalSetup: [globalSetup, 'e2e/demonstration-template.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
