import { mkdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { paths } from '../src/charter/paths.ts'
import { faultsToTheEye } from './crawl/faults.ts'
import { readRejection } from './rejected.ts'
import { openSite } from './site.ts'

const site = await openSite()
const slug = 'beni-culturali-e-turismo'
const picturesOf = process.env.LOOK

const markdown = `# Strategia

## Vision

Il patrimonio si visita **prima, durante e dopo**[^1].

> Una citazione.

## Perimetro

1. musei
   - statali
   - civici
2. biblioteche

| Chi | Che cosa |
| --- | --- |
| Ministero | guida |

[^1]: Anche da casa.
`

test.each([true, false])('a text written elsewhere comes in after a preview, and a version is taken away (script: %s)', async (script) => {
  const page = await site.visit({ as: 'Elena Bassani', script })
  const look = async (name: string) => {
    if (!script) return
    expect(await faultsToTheEye(page)).toEqual([])
    if (!picturesOf) return
    await mkdir(picturesOf, { recursive: true })
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await page.screenshot({ path: `${picturesOf}/${name}-${width}.png`, fullPage: true })
    }
  }
  await page.goto(paths.newDocument(slug))
  await page.getByLabel('Titolo', { exact: false }).first().fill(`Un testo importato ${script}`)
  await page.getByLabel(/^Altro/).check()
  await page.getByRole('button', { name: 'Crea la bozza vuota' }).click()
  await page.waitForURL(/\/documenti\/[0-9a-f-]{36}/)
  const id = /documenti\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''

  await page.goto(paths.draft(id))
  await page.getByRole('link', { name: 'Importa un testo' }).click()
  await look('importa')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'pagina.md', mimeType: 'text/markdown', buffer: Buffer.from('<!DOCTYPE html><p>x') })
  await page.getByRole('button', { name: 'Leggi e mostra l’anteprima' }).click()
  expect(await readRejection(page, { script })).toContain('non si può accettare')

  const bring = async (text: string) => {
    await page.goto(paths.documentImport(id))
    await page.locator('input[type=file]').setInputFiles({ name: 'strategia.md', mimeType: 'text/markdown', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: 'Leggi e mostra l’anteprima' }).click()
    await page.getByRole('heading', { level: 1, name: 'Anteprima: strategia.md' }).waitFor()
  }
  await bring(markdown)
  expect(await page.locator('main').innerText()).toContain('Citazioni: diventano paragrafi')
  await look('anteprima')
  await page.getByRole('button', { name: 'Metti questo testo nella bozza' }).click()
  await page.getByText('Il testo importato è nella bozza').waitFor()

  await bring(markdown.replace('biblioteche', 'biblioteche e archivi').replace('\n> Una citazione.\n', ''))
  expect(await page.locator('#cambiamenti').locator('..').innerText()).toContain('archivi')
  await look('anteprima-di-nuovo')
  await page.getByRole('button', { name: 'Metti questo testo nella bozza' }).click()
  await page.getByText('Il testo importato è nella bozza').waitFor()

  await page.goto(paths.newVersion(id))
  await page.locator('main form[method=post] button[type=submit]').last().click()
  await page.goto(paths.version(id, 1))
  await look('versione')
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'PDF accessibile' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe(`Un-testo-importato-${script}-v1.pdf`)
  const pdf = await readFile(await download.path())
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
})
