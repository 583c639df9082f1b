import { SaxesParser } from 'saxes'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { extendConsultation } from './consultations/actions/calendar.ts'
import { describeAims, openConsultation } from './consultations/actions/set-up.ts'
import { contributed, person, ready } from './consultations/test-consultation.ts'
import { day } from './kernel/day.ts'
import { entriesOf } from './platform/files/archive.ts'
import { naughty, rare } from './platform/papers/naughty.ts'
import { openPostOffice } from './platform/test-post-office.ts'
import { somebody } from './testing.ts'

/** Signs that nobody sees: languages need them. */
const unseen = ['\u200Fישר\u200E e dritto', 'spazio\u200Bsenza\u200Dlarghezza', 'trattino\u00ADdebole']
/** Signs that turn the line round, and make a text read otherwise than it is written. */
const turning = ['da\u202Edestra\u202C a sinistra', '\u2067isolato\u2069']
const every = [...naughty, ...rare, ...unseen]
const title = `<script>alert(1)</script> "><img src=x onerror=alert(1)> {{7*7}} &lt;b&gt; =1+1 %00 '; drop table--`

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
/** What a markup says, whichever way it writes its signs. */
const unescaped = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|quot|apos|amp));/gi, (_, hex, decimal, name) =>
    name ? (signs[name] ?? '') : String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)),
  )
/** What is kept of a text: composed, and without spaces around it. */
const kept = (text: string) => text.normalize('NFC').trim()
const squeezed = (text: string) => text.normalize('NFKC').replace(/[\s\u200B\u00AD]+/g, '')

test('every awkward text is shown as it was written, wherever it goes', async () => {
  const whole = await ready()
  const { house, consultation, lead } = whole
  const desk = () => house.desk(lead)
  await describeAims(desk(), consultation.id, { revision: null, titleIt: title, titleEn: null, aimsIt: 'Ascoltare.', aimsEn: null })
  await openConsultation(desk(), consultation.id)
  const office = await openPostOffice()
  await house.work({ config: { demo: false, smtpUrl: office.url, mailFrom: 'noreply@simbiosi.test' } })
  house.at('2020-08-10T10:00:00+02:00')
  const ada = await person(house)
  for (const text of every) expect((await contributed(whole, ada, { text })).text, text).toBe(kept(text))

  for (const text of turning) await expect(contributed(whole, ada, { text }), text).rejects.toThrow('characters')

  const root = `/consultazioni/${consultation.id}`
  const gather = async (path: string): Promise<string> => {
    const page = await house.read(path)
    const [, to] = /href="([^"]*)"/.exec(/<a [^>]*rel="next"[^>]*>/.exec(page)?.[0] ?? '') ?? []
    return to ? page + (await gather(unescaped(to))) : page
  }

  const pages = await gather(`${root}/osservazioni`)
  for (const text of every) expect(pages.includes(escaped(kept(text))), `list: ${text}`).toBe(true)
  expect(pages).not.toMatch(/<script>alert|<img src=x/)

  const read = async (path: string) => (await (await house.ask(`/api/v1/consultations/${consultation.id}${path}`)).json()) as Listed
  const texts = (await read('/contributions?limit=200')).items.map(({ text }) => text)
  for (const text of every) expect(texts, `API: ${text}`).toContain(kept(text))
  for (const text of every) {
    const answer = await house.ask(`${root}/osservazioni?q=${encodeURIComponent(text.slice(0, 200))}`)
    expect([200, 422], `search: ${text}`).toContain(answer.status)
  }
  expect((await read('/contributions?q=citt%C3%A0')).items).toHaveLength(1)
  expect((await (await house.ask(`/cerca?q=${encodeURIComponent('script alert')}`)).text()).includes('<script>alert')).toBe(false)

  const told: string[] = []
  const reader = new SaxesParser()
  reader.on('error', (error) => expect.fail(String(error)))
  reader.on('cdata', (text) => void told.push(text))
  reader.on('text', (text) => void told.push(text))
  reader.write(await house.read(`${root}/feed.atom`)).close()
  const feed = told.join('')
  for (const text of every.slice(-45)) expect(unescaped(feed).includes(kept(text)), `feed: ${text}`).toBe(true)
  expect(feed).not.toMatch(/<script>alert|<img src=x/)

  const taken = (format: string) => house.ask(`${root}/esiti.${format}`, { as: lead })
  const json = (await (await taken('json')).json()) as { contributions: { text: string }[] }
  expect(json.contributions.map(({ text }) => text)).toEqual(every.map(kept))
  const csv = await (await taken('csv')).text()
  for (const text of every) {
    const tame = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/.test(kept(text)) ? `'${kept(text)}` : kept(text)
    expect(csv.includes(`"${tame.replaceAll('"', '""')}"`), `CSV: ${text}`).toBe(true)
  }
  const html = await (await taken('html')).text()
  for (const text of every) expect(unescaped(html).includes(kept(text)), `HTML: ${text}`).toBe(true)
  expect(html).not.toMatch(/<script>alert|<img src=x/)
  const docx = await entriesOf(Buffer.from(await (await taken('docx')).arrayBuffer()), /^word\/document\.xml$/, 1e8)
  const document = unescaped((docx?.get('word/document.xml')?.toString('utf8') ?? '').replace(/<[^>]*>/g, ''))
  for (const text of every) expect(squeezed(document).includes(squeezed(kept(text))), `DOCX: ${text}`).toBe(true)
  const pdf = await getDocumentProxy(new Uint8Array(await (await taken('pdf')).arrayBuffer()))
  const printed = squeezed((await extractText(pdf, { mergePages: true })).text)
  for (const text of naughty) expect(printed.includes(squeezed(text)), `PDF: ${text}`).toBe(true)

  await extendConsultation(house.desk(somebody('officer')), consultation.id, { closesOn: day('2020-10-30'), reason: title })
  await house.work({ config: { demo: false, smtpUrl: office.url, mailFrom: 'noreply@simbiosi.test' } })
  const mail = office.mails.find(({ subject, text }) => `${subject}${text}`.includes('{{7*7}}'))
  expect(mail?.text).toContain(title)
  expect(String(mail?.html)).toContain(escaped(title))
  expect(String(mail?.html)).not.toMatch(/<script>alert|<img src=x/)
  for (const text of every) {
    const receipt = office.mails.find((one) => one.text?.includes(`\n> ${kept(text)}\n`))
    expect(receipt, `receipt: ${text}`).toBeDefined()
    expect(String(receipt?.html), `receipt: ${text}`).toContain(escaped(kept(text)))
    expect(String(receipt?.html)).not.toMatch(/<script>alert|<img src=x/)
  }
  await office.close()
})

interface Listed {
  readonly items: readonly { readonly text: string }[]
}
