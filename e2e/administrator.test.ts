import { expect, test } from 'vitest'
import { inLang, paths } from '../src/charter/paths.ts'
import { sample, sampleAction } from '../src/plan/reading/sample.ts'
import { zip } from '../src/platform/files/samples.ts'
import { readRejection } from './rejected.ts'
import { openSite } from './site.ts'

const site = await openSite()

test('the administrator finds a person and an organisation by typing, and grants a role', async () => {
  const page = await site.visit({ as: 'Marco Tavella' })
  await page.goto(paths.grants)
  await page.getByRole('link', { name: 'Concedi un incarico' }).click()
  await page.getByLabel('Chi riceve l’incarico').fill('ansal')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Scegli Luca Ansaldi' }).click()

  await page.getByRole('button', { name: 'Concedi l’incarico' }).click()
  await readRejection(page)
  await page.getByLabel('Ruolo').selectOption('delegate')
  await page.getByLabel('Ambito').selectOption('organisation')
  await page.getByRole('combobox', { name: /^Organizzazione/ }).pressSequentially('museo ap')
  await page.locator('[role=listbox] [role=option]').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Concedi l’incarico' }).click()
  await page.getByText('L’incarico è concesso').waitFor()
  expect(await page.locator('main').innerText()).toContain('Museo Aperto S.r.l.')
})

test('an import of organisations adds the good lines and tells of the bad ones', async () => {
  const page = await site.visit({ as: 'Marco Tavella', script: false })
  await page.goto(paths.organisationsImport)
  await page.getByRole('button', { name: 'anteprima' }).click()
  await readRejection(page, { script: false })
  const lines = [
    'Codice_IPA,Denominazione_ente,Codice_fiscale_ente,Codice_Categoria',
    'c_x001,Comune di Prova Alta,80000000002,L6',
    ',Comune senza codice,80000000002,L6',
    'c_x003,,80000000002,L6',
    'c_x004,Comune dal codice fiscale errato,80000000001,L6',
  ]
  await page.locator('input[type=file]').setInputFiles({ name: 'enti.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
  await page.getByRole('button', { name: 'anteprima' }).click()
  await page.waitForURL(/\/organizzazioni\/importa\/[\w-]+$/)
  expect(await page.locator('main tbody tr').count()).toBe(3)
  expect(await page.locator('main tbody').innerText()).toContain('cifra di controllo')
  await page.locator('main form[method=post] button').click()
  await page.getByRole('heading', { level: 1, name: 'Importazione conclusa' }).waitFor()
  await page.goto(`${paths.organisations}?q=prova+alta`)
  await page.getByRole('link', { name: 'Comune di Prova Alta' }).waitFor()
})

test('an edition of the plan is uploaded, looked at and imported once', async () => {
  const page = await site.visit({ as: 'Marco Tavella' })
  const text = sampleAction('LA01') + sampleAction('LA02', { risultati: 'Sportello aperto (quando si potrà).' })
  const buffer = zip(...[...sample(text)].map(([name, content]) => [name, Buffer.from(content)] as const))
  const upload = async () => {
    await page.goto(paths.planImport)
    await page.getByLabel('Edizione').fill('2030-2032')
    await page.locator('input[type=file]').setInputFiles({ name: 'piano.zip', mimeType: 'application/zip', buffer })
    await page.getByRole('button', { name: 'Guarda l’anteprima' }).click()
    await page.getByRole('heading', { level: 1, name: 'Che cosa cambierebbe' }).waitFor()
  }
  await upload()
  expect(await page.locator('main').innerText()).toContain('nessuna data')
  await page.getByRole('button', { name: /^Importa nell’edizione/ }).click()
  await page.getByRole('heading', { level: 1, name: /^Importazione nell’edizione/ }).waitFor()
  await page.getByRole('link', { name: 'Guarda le azioni' }).click()
  expect(await page.locator('main tbody tr').count()).toBe(2)

  await upload()
  expect(await page.locator('main').innerText()).toContain('Non cambierebbe nulla')
  expect(await page.locator('main form[method=post]').count()).toBe(0)
})

test('the administrator moves the clock of the demonstration, and lateness grows', async () => {
  const page = await site.visit({ as: 'Marco Tavella', lang: 'en' })
  const latest = async () => {
    await page.goto(inLang('en', paths.ecosystems))
    const days = (await page.locator('main table').innerText()).match(/(\d[\d,]*) days/g) ?? []
    return Math.max(...days.map((text) => Number.parseInt(text.replace(',', ''), 10)))
  }
  const before = await latest()
  await page.goto(inLang('en', paths.demoClock))
  await page.locator('button[name=step][value="30"]').click()
  await page.waitForURL(/fatto=30/)
  await page.getByText('21 August 2020').first().waitFor()
  expect(await latest()).toBe(before + 30)

  const citizen = await site.visit({ as: 'Luca Ansaldi' })
  await citizen.goto(paths.demoClock)
  expect(await citizen.locator('main button').count()).toBe(0)
})
