import { expect, test } from 'vitest'
import { Form, Link } from './link.tsx'
import { drawn } from './test-reader.tsx'

test('a link to a script is drawn as plain text', () => {
  expect(drawn(<Link to="javascript:alert(1)">Leggi</Link>)).toBe('<span>Leggi</span>')
})

test('a link outside the site does not hand over its window', () => {
  expect(drawn(<Link to="https://example.org/">fuori</Link>)).toBe('<a href="https://example.org/" rel="noopener">fuori</a>')
})

test('a name with markup in it stays text', () => {
  expect(drawn(<Link to="/atti">{'<script>alert(1)</script>'}</Link>)).toBe('<a href="/atti">&lt;script&gt;alert(1)&lt;/script&gt;</a>')
})

test('a form that posts carries the token of the reader, in the language of the reader', () => {
  const form = drawn(<Form action="/profilo" />, { lang: 'en' })
  expect(form).toContain('action="/en/profilo" method="post"')
  expect(form).toContain('<input type="hidden" name="_csrf" value="a-token"/>')
})

test('a form that searches keeps the token out of the address', () => {
  expect(drawn(<Form action="/cerca" method="get" />)).not.toContain('a-token')
})
