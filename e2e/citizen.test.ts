import { expect, test } from 'vitest'
import { openSite } from './site.ts'

const site = await openSite()

test('on a phone without script, a citizen goes from the national picture to what is missing, and to the plan', async () => {
  const page = await site.visit({ script: false, width: 320 })
  await page.goto('/')
  expect(await page.locator('h1').innerText()).toMatch(/^Tredici ecosistemi/)
  const rows = page.locator('#quadro tbody tr')
  expect(await rows.count()).toBe(13)

  await page.getByRole('link', { name: /^In ritardo/ }).click()
  expect(new URL(page.url()).searchParams.get('filtro')).toBeTruthy()
  expect(await rows.count()).toBe(4)
  for (const text of await rows.allInnerTexts()) expect(text).toContain('in ritardo')
  const sort = page.locator('#quadro thead').getByRole('link', { name: /Envisioning/ })
  await sort.click()
  expect(await page.locator('#quadro th[aria-sort=ascending]').innerText()).toContain('Envisioning')
  expect(await rows.count()).toBe(4)
  const upwards = await rows.allInnerTexts()
  await sort.click()
  expect(await page.locator('#quadro th[aria-sort=descending]').innerText()).toContain('Envisioning')
  expect(await rows.allInnerTexts()).not.toEqual(upwards)

  await page.locator('#quadro').getByRole('link', { name: 'Beni culturali e turismo', exact: true }).click()
  expect(await page.locator('h1').innerText()).toBe('Beni culturali e turismo')
  await page.getByRole('link', { name: /^1 condizione su 5/ }).click()
  expect(await page.locator('h1').innerText()).toBe('Design: che cosa manca per concludere')
  expect(await page.locator('main').innerText()).toContain('Tocca al gruppo di lavoro')

  await page.goBack()
  await page.locator('aside').getByRole('link', { name: '51' }).click()
  await page.waitForURL(/\/piano\/2019-2021\/azioni\/51$/)
  const action = await page.locator('main').innerText()
  for (const field of ['Tempi', 'Attori', 'Descrizione', 'Risultati', 'Aree di intervento']) expect(action).toContain(field)
})

test('on a phone without script, the menu opens and a search forgives a slip of the finger', async () => {
  const page = await site.visit({ script: false, width: 320 })
  await page.goto('/')
  const menu = page.locator('header details.menu')
  expect(await menu.getByRole('link', { name: 'Piano e azioni' }).isVisible()).toBe(false)
  await menu.locator('summary').click()
  await menu.getByRole('link', { name: 'Piano e azioni' }).click()
  await page.waitForURL(/\/piano/)

  await page.locator('#site-search').fill('turizmo')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/cerca\?q=/)
  expect(await page.locator('main').innerText()).toContain('Forse cercavi')
  await page.locator('main').getByRole('link', { name: 'Beni culturali e turismo' }).first().click()
  expect(await page.locator('h1').innerText()).toBe('Beni culturali e turismo')
})

test('the list of actions is filtered, shared and emptied by its address', async () => {
  const page = await site.visit({ script: false })
  await page.goto('/piano/2019-2021')
  const rows = page.locator('main tbody tr')
  const all = await rows.count()
  await page
    .getByRole('link', { name: /^in ritardo/i })
    .first()
    .click()
  const late = await rows.count()
  expect(late).toBeGreaterThan(0)
  expect(late).toBeLessThanOrEqual(all)
  const shared = await site.visit()
  await shared.goto(page.url())
  expect(await shared.locator('main tbody tr').allInnerTexts()).toEqual(await rows.allInnerTexts())
})
