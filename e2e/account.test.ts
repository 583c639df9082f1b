import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { paths } from '../src/charter/paths.ts'
import { hasFocus, readRejection } from './rejected.ts'
import { openSite } from './site.ts'

const site = await openSite()

test('somebody corrects their data, and takes them away in a file', async () => {
  const page = await site.visit({ as: 'Chiara Benedetti' })
  await page.goto(paths.account)
  await page.getByLabel('Nome e cognome').fill('')
  await page.getByLabel('Posta elettronica').fill('chiara chiocciola esempio')
  await page.getByRole('button', { name: 'Correggi i dati' }).click()
  expect(await readRejection(page)).toContain('Scrivi un indirizzo di posta')
  expect(await hasFocus(page, '.error-summary')).toBe(true)
  expect(await page.getByLabel('Posta elettronica').inputValue()).toBe('chiara chiocciola esempio')
  expect(await page.getByLabel('Posta elettronica').getAttribute('aria-invalid')).toBe('true')

  await page.getByLabel('Nome e cognome').fill('Chiara Benedetti Neri')
  await page.getByLabel('Posta elettronica').fill('chiara@example.org')
  await page.getByRole('button', { name: 'Correggi i dati' }).click()
  await page.getByText('I tuoi dati sono stati corretti.').waitFor()
  expect(await page.locator('h1').innerText()).toBe('Chiara Benedetti Neri')

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Scarica tutti i tuoi dati' }).click()])
  expect(file.suggestedFilename()).toBe('simbiosi-2020-07-22.json')
  const text = await readFile(await file.path(), 'utf8')
  expect(() => JSON.parse(text)).not.toThrow()
  for (const known of ['Chiara Benedetti Neri', 'chiara@example.org', 'BNDCHR77M43X000H']) expect(text).toContain(known)
})

test('a personal token does on the API what it may, and nothing once revoked', async () => {
  const page = await site.visit({ as: 'Giulia Ferrante' })
  await page.goto(paths.tokens)
  await page.getByRole('button', { name: 'Crea il token' }).click()
  await readRejection(page)
  await page.getByLabel('A che cosa serve').fill('importazione notturna')
  await page.getByLabel('Organizzazioni: aggiungere').check()
  await page.getByRole('button', { name: 'Crea il token' }).click()
  await page.getByRole('heading', { level: 1, name: 'importazione notturna' }).waitFor()
  const token = (await page.locator('main code, main input').allInnerTexts()).find((text) => /^smb_[\w-]{20,}$/.test(text.trim()))?.trim()
  if (!token) throw new Error('the page does not show the token')

  const post = (path: string, body: unknown) =>
    fetch(`${site.url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const added = await post('/organisations', { name: 'Consorzio di prova per il riuso', kind: 'association' })
  expect(added.status).toBe(201)
  const elsewhere = await post('/ecosystems/sanita/phases/design/start', { on: '2020-07-01' })
  expect([403, 404]).toContain(elsewhere.status)
  await page.goto(paths.organisations)
  await page.locator('main').getByRole('searchbox').fill('consorzio riuso')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Consorzio di prova per il riuso' }).waitFor()

  await page.goto(paths.tokens)
  await page.getByRole('button', { name: 'Revoca il token importazione notturna' }).click()
  await page.getByText('da adesso non funziona più').waitFor()
  expect((await post('/organisations', { name: 'Un altro', kind: 'association' })).status).toBe(401)
})

test('whoever signs out everywhere is out of every browser', async () => {
  const here = await site.visit({ as: 'Davide Montanari' })
  const there = await site.visit({ as: 'Davide Montanari', lang: 'en' })
  await here.goto(paths.account)
  await here.getByRole('button', { name: 'Esci da tutte le sessioni' }).click()
  await here.waitForURL(/\/entra/)
  await there.goto(`/en${paths.account}`)
  await there.waitForURL(/\/en\/entra/)
  expect((await there.context().cookies()).map(({ name }) => name)).not.toContain('session')
})

test('an account is erased only by whoever says so, and then nobody is greeted', async () => {
  const page = await site.visit({ as: 'Luca Ansaldi', script: false })
  await page.goto(paths.account)
  await page.getByRole('link', { name: 'Cancella il tuo profilo' }).click()
  await page.getByRole('button', { name: 'Cancella per sempre' }).click()
  expect(await readRejection(page, { script: false })).toContain('serve la spunta')
  await page.getByLabel('Ho capito').check()
  await page.getByRole('button', { name: 'Cancella per sempre' }).click()
  await page.waitForURL(/\/entra\?esito=cancellato/)
  expect(await page.locator('header .person').count()).toBe(0)

  const admin = await site.visit({ as: 'Marco Tavella' })
  await admin.goto(`${paths.newGrant}?q=Ansaldi`)
  await admin.getByText('Nessuna persona con «Ansaldi»').waitFor()
})
