import { expect, test } from 'vitest'
import { paths } from '../src/charter/paths.ts'
import { tabTo } from './keyboard.ts'
import { hasFocus, readRejection } from './rejected.ts'
import { openSite } from './site.ts'

const site = await openSite()
const action = paths.action('2019-2021', 73)

test('the officer declares the state of a result, with its evidence', async () => {
  const page = await site.visit({ as: 'Giulia Ferrante' })
  await page.goto(action)
  await page
    .getByRole('link', { name: /^Dichiara lo stato/ })
    .first()
    .click()
  await page.getByLabel('Raggiunto').check()
  await page.getByLabel('Da quale giorno').fill('2020-06-15')
  await page.getByLabel('Nota').fill('Le amministrazioni sono in rete.')
  await page.getByRole('button', { name: 'Dichiara e pubblica' }).click()
  expect(await readRejection(page)).toContain('Indirizzo della prova')
  expect(await hasFocus(page, '.error-summary')).toBe(true)
  expect(await page.getByLabel('Raggiunto').isChecked()).toBe(true)
  expect(await page.getByLabel('Da quale giorno').inputValue()).toBe('2020-06-15')
  expect(await page.getByLabel('Nota').inputValue()).toBe('Le amministrazioni sono in rete.')

  await page.getByLabel('Indirizzo della prova').fill('https://example.org/prova')
  await page.getByRole('button', { name: 'Dichiara e pubblica' }).click()
  await page.getByText('La dichiarazione è registrata tra gli atti').waitFor()

  const citizen = await site.visit()
  await citizen.goto(action)
  expect(await citizen.locator('main').innerText()).toContain('Dichiarato raggiunto dal 15 giugno 2020')
  expect(await citizen.locator('main a[href="https://example.org/prova"]').count()).toBe(1)
  await citizen.goto(paths.acts)
  expect(await citizen.locator('main').innerText()).toContain('LA73')
})

test('with the keyboard alone the officer grants a derogation, only for a reason that everybody then reads', async () => {
  const page = await site.visit({ as: 'Giulia Ferrante' })
  await page.goto(paths.gate('finanza-pubblica', 'design'))
  await tabTo(page, /Concedi una deroga/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/deroga$/)
  await tabTo(page, /Motivo della deroga/)
  await page.keyboard.type('Troppo corto')
  await tabTo(page, /Concludi la fase in deroga/)
  await page.keyboard.press('Enter')
  expect(await readRejection(page)).toContain('Motivo della deroga')
  expect(await hasFocus(page, '.error-summary')).toBe(true)
  await tabTo(page, /Motivo della deroga/, 2)
  await page.keyboard.press('Enter')
  expect(await hasFocus(page, 'textarea')).toBe(true)
  expect(await page.locator('textarea').inputValue()).toBe('Troppo corto')

  await page.keyboard.press('End')
  await page.keyboard.type(': la strategia è in un accordo già pubblicato.')
  await tabTo(page, /Concludi la fase in deroga/)
  await page.keyboard.press('Enter')
  await page.getByText('Fase conclusa in deroga').waitFor()

  const citizen = await site.visit()
  await citizen.goto(paths.gate('finanza-pubblica', 'design'))
  expect(await citizen.locator('main').innerText()).toContain('Troppo corto: la strategia è in un accordo già pubblicato.')
  await citizen.goto(paths.acts)
  const newest = citizen.locator('main ol.dated > li', { hasText: 'Finanza pubblica' }).first()
  expect(await newest.innerText()).toMatch(/^22\s.*deroga/s)
})
