import { expect, test } from 'vitest'
import { paths } from '../src/charter/paths.ts'
import { readRejection } from './rejected.ts'
import { openSite } from './site.ts'

const site = await openSite()
const slug = 'beni-culturali-e-turismo'

test('the lead starts a phase while another runs, and is refused its conclusion with what is missing', async () => {
  const page = await site.visit({ as: 'Elena Bassani' })
  await page.goto(paths.desk)
  expect(await page.locator('main').innerText()).toContain('Beni culturali e turismo')

  await page.goto(paths.gate(slug, 'growth'))
  await page.getByRole('link', { name: 'Avvia la fase Growth' }).click()
  await page.getByLabel('giorno').fill('2021-01-01')
  await page.getByRole('button', { name: 'Avvia la fase Growth' }).click()
  await readRejection(page)
  await page.getByLabel('giorno').fill('2020-07-20')
  await page.getByRole('button', { name: 'Avvia la fase Growth' }).click()
  await page.getByText('Fase avviata').waitFor()

  const conclude = page.getByRole('button', { name: 'Concludi la fase Growth' })
  expect(await conclude.isDisabled()).toBe(true)
  expect(await page.locator('#conclude-why').innerText()).toContain('mancano 2 condizioni su 2')
  // A page left open since before could still send it.
  await conclude.evaluate((button) => button.removeAttribute('disabled'))
  await conclude.click()
  const refused = await readRejection(page)
  expect(refused.length).toBeGreaterThan(60)
  expect(await page.locator('h1').innerText()).toBe('Growth: che cosa manca per concludere')
})

test('the lead of one ecosystem finds no buttons in another, and is refused there', async () => {
  const page = await site.visit({ as: 'Elena Bassani' })
  await page.goto(paths.gate('sanita', 'make-or-buy'))
  expect(await page.getByRole('link', { name: 'Concedi una deroga' }).count()).toBe(0)
  const answer = await page.goto(paths.phaseStart('sanita', 'growth'))
  expect(answer?.status()).toBe(403)
  expect(await page.locator('h1').count()).toBe(1)
})

test('the lead describes the ecosystem in two languages, and everybody reads it', async () => {
  const page = await site.visit({ as: 'Elena Bassani' })
  await page.goto(paths.ecosystemEdit(slug))
  const summary = page.locator('textarea').first()
  await summary.fill('Musei, biblioteche e viaggi: una prova.')
  await page.locator('main form[method=post] button[type=submit]').last().click()
  await page.getByRole('heading', { level: 1, name: 'Ecosistema corretto' }).waitFor()
  const citizen = await site.visit()
  await citizen.goto(paths.ecosystem(slug))
  expect(await citizen.locator('main').innerText()).toContain('Musei, biblioteche e viaggi: una prova.')
})
