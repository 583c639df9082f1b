import { expect, test } from 'vitest'
import { z } from 'zod'
import { dayField, fieldErrors, line, many, optional, prose, webAddress } from './form.ts'

const Form = z.object({
  name: line(10),
  reason: prose(50),
  on: dayField(),
  link: webAddress(),
  note: optional(line(5)),
  tags: many(line(3)),
})
const good = { name: ' Ada ', reason: 'a\r\nb', on: '2020-02-29', link: 'https://example.org/x', note: '', tags: 'one' }

test('good data comes out trimmed, with empty optional fields as null', () => {
  expect(Form.parse(good)).toEqual({
    name: 'Ada',
    reason: 'a\nb',
    on: '2020-02-29',
    link: 'https://example.org/x',
    note: null,
    tags: ['one'],
  })
})

test.each([
  ['name', '', 'Questo dato serve: scrivilo.'],
  ['name', 'a'.repeat(11), 'Al massimo 10 caratteri.'],
  ['name', 'a\u0000b', 'Ci sono caratteri che non si possono conservare: riscrivi il testo a mano.'],
  ['name', 'a\ud800', 'Ci sono caratteri che non si possono conservare: riscrivi il testo a mano.'],
  ['name', 'a\u202eb', 'Ci sono caratteri che non si possono conservare: riscrivi il testo a mano.'],
  ['name', 'a\ufffeb', 'Ci sono caratteri che non si possono conservare: riscrivi il testo a mano.'],
  ['name', '\u200b', 'Questo dato serve: scrivilo.'],
  ['on', '0020-07-22', 'Scrivi un giorno che esiste, come 31/12/2019.'],
  ['on', '9999-12-31', 'Scrivi un giorno che esiste, come 31/12/2019.'],
  ['link', 'https://agid.gov.it@evil.example/', 'Scrivi un indirizzo che comincia con https:// o http://.'],
  ['on', '2019-02-29', 'Scrivi un giorno che esiste, come 31/12/2019.'],
  ['link', 'javascript:alert(1)', 'Scrivi un indirizzo che comincia con https:// o http://.'],
  ['link', 'https://exa mple', 'Scrivi un indirizzo che comincia con https:// o http://.'],
  ['reason', undefined, 'Questo dato serve: scrivilo.'],
])('the field %s refuses %j and says what to do', (field, value, words) => {
  const parsed = Form.safeParse({ ...good, [field]: value })
  expect(parsed.success).toBe(false)
  expect(fieldErrors('it', parsed.error as z.ZodError)).toEqual({ [field]: words })
})
