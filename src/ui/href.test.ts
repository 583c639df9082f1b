import { expect, test } from 'vitest'
import { hrefOf } from './href.ts'

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  '//evil.example/page',
  '/\\evil.example/page',
  '/\t/evil.example',
])('an address such as %j is refused', (to) => {
  expect(hrefOf('it', to)).toBeNull()
})

test('an address of the site is read in the language of the reader', () => {
  expect(hrefOf('it', '/piano')).toEqual({ url: '/piano', external: false })
  expect(hrefOf('en', '/piano?anno=2020#la51')).toEqual({ url: '/en/piano?anno=2020#la51', external: false })
  expect(hrefOf('en', '/')).toEqual({ url: '/en', external: false })
})

test('anchors, queries and outside addresses stay as they are', () => {
  expect(hrefOf('en', '#quadro')).toEqual({ url: '#quadro', external: false })
  expect(hrefOf('en', '?ordina=nome')).toEqual({ url: '?ordina=nome', external: false })
  expect(hrefOf('en', 'https://docs.italia.it/')).toEqual({ url: 'https://docs.italia.it/', external: true })
  expect(hrefOf('en', 'mailto:a@example.it')).toEqual({ url: 'mailto:a@example.it', external: false })
})
