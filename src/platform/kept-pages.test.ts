import { expect, test } from 'vitest'
import { KeptPages } from './kept-pages.ts'

const megabyte = 1024 * 1024

test('addresses that somebody invents never make the pages kept weigh more than a bound', () => {
  const kept = new KeptPages<string>(5)
  for (let n = 0; n < 2000; n += 1) kept.keep(`/?n=${n}`, 'page', 100_000)
  expect(kept.bytes).toBeLessThanOrEqual(32 * megabyte)
  expect(kept.get('/?n=0')).toBeUndefined()
  expect(kept.get('/?n=1999')).toBe('page')
})

test('small pages are bounded in number, and a page kept again counts once', () => {
  const kept = new KeptPages<string>(5)
  for (let n = 0; n < 600; n += 1) kept.keep(`/?n=${n}`, 'page', 10)
  expect(kept.get('/?n=99')).toBeUndefined()
  expect(kept.get('/?n=100')).toBe('page')
  const before = kept.bytes
  kept.keep('/?n=100', 'page', 10)
  expect(kept.bytes).toBe(before)
})

test('a page too large is not kept, nor any page for no time', () => {
  const kept = new KeptPages<string>(5)
  kept.keep('/large', 'page', 3 * megabyte)
  expect(kept.get('/large')).toBeUndefined()
  const never = new KeptPages<string>(0)
  never.keep('/', 'page', 10)
  expect([never.get('/'), never.bytes]).toEqual([undefined, 0])
})
