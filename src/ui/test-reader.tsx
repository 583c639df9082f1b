import type { Child } from 'hono/jsx'
import { day } from '../kernel/day.ts'
import type { Reader } from '../platform/reader.ts'
import { ReaderContext } from './reader.tsx'

/** Somebody who reads, for the tests of components. */
export const testReader: Reader = {
  lang: 'it',
  path: '/piano/2019-2021?stato=late',
  baseUrl: 'https://simbiosi.example',
  today: day('2020-07-22'),
  now: new Date('2020-07-22T08:00:00Z'),
  nonce: 'a-nonce',
  csrf: 'a-token',
  name: null,
  demo: false,
}

/** What a component looks like to a reader. */
export function drawn(node: Child, reader: Partial<Reader> = {}): string {
  return String(<ReaderContext.Provider value={{ ...testReader, ...reader }}>{node}</ReaderContext.Provider>)
}
