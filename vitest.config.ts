import { defineConfig } from 'vitest/config'

const tests = 'src/**/*.test.{ts,tsx}'
/** Nothing in these can depend on the version of PostgreSQL, or they start both themselves. */
const onceIsEnough = [
  'src/platform/embedded-postgres.test.ts',
  'src/kernel/**',
  'src/charter/**',
  'src/ui/**',
  'src/**/{rules,messages,words,parse,reading}*.test.{ts,tsx}',
]

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } } as const
const globalSetup = 'src/platform/test-server.ts'

export default defineConfig({
  test: {
    maxWorkers: 2,
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
