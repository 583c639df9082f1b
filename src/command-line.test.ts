import { Command } from 'commander'
import { afterEach, expect, test, vi } from 'vitest'
import { concluding, outputOf } from './command-line.ts'
import { conflict, Problem } from './kernel/problem.ts'
import { ConfigError, readConfig } from './platform/config.ts'
import { settleKind } from './platform/database-kind.ts'
import { openHouse } from './testing.ts'

const program = (json: boolean) => {
  const made = new Command().option('--json')
  if (json) made.setOptionValue('json', true)
  return made
}

afterEach(() => {
  process.exitCode = undefined
  vi.restoreAllMocks()
})

async function ended(json: boolean, work: () => Promise<void>) {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {})
  const err = vi.spyOn(console, 'error').mockImplementation(() => {})
  await concluding(program(json), work)
  return { code: process.exitCode ?? 0, out: out.mock.calls.flat(), err: err.mock.calls.flat() }
}

test('a command that is done leaves 0, its answer in words or as JSON', async () => {
  const config = readConfig({}, true)
  const answer = (json: boolean) => async () => outputOf(program(json), config).answer({ n: 1 }, () => 'one')
  expect(await ended(false, answer(false))).toEqual({ code: 0, out: ['one'], err: [] })
  expect((await ended(true, answer(true))).out.at(-1)).toBe('{\n  "n": 1\n}')
})

test('a refusal leaves 1 and says what to do, on the standard error or as JSON', async () => {
  const refuse = async () => {
    throw new Problem(conflict, { field: 'x', code: 7 })
  }
  expect(await ended(false, refuse)).toMatchObject({ code: 1, out: [], err: [conflict.en] })
  vi.restoreAllMocks()
  const { code, out } = await ended(true, refuse)
  expect([code, JSON.parse(String(out[0]))]).toEqual([1, { type: '/problems/conflict', title: 'conflict', detail: conflict.en, code: 7 }])
  vi.restoreAllMocks()
  expect((await ended(false, () => Promise.reject(new ConfigError('set it')))).err).toEqual(['set it'])
})

test('a failure of ours leaves 2', async () => {
  expect((await ended(false, () => Promise.reject(new Error('boom')))).code).toBe(2)
})

test('a demonstration and a real site never share a database', async () => {
  const { db } = await openHouse()
  await settleKind(db, 'demonstration')
  await settleKind(db, 'demonstration')
  await expect(settleKind(db, 'real')).rejects.toThrow(ConfigError)
  const other = await openHouse()
  await settleKind(other.db, 'real')
  await expect(settleKind(other.db, 'demonstration')).rejects.toThrow(/a real one/)
})
