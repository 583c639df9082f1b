import { expect, test } from 'vitest'
import { Highlight } from './hits.tsx'
import { drawn } from './test-reader.tsx'

test('the words sought stand out and the rest of the text stays text', () => {
  expect(drawn(<Highlight text={'i \uE000gruppi\uE001 <di> \uE000lavoro\uE001'} />)).toBe(
    'i <mark>gruppi</mark> &lt;di&gt; <mark>lavoro</mark>',
  )
})

test('a mark without its end marks nothing', () => {
  expect(drawn(<Highlight text={'i \uE000gruppi'} />)).toBe('i gruppi')
})
