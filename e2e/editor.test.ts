import { mkdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { paths } from '../src/charter/paths.ts'
import { draftOf } from '../src/documents/store/draft.ts'
import { faultsToTheEye } from './crawl/faults.ts'
import { tabTo } from './keyboard.ts'
import { openSite, type Page } from './site.ts'

const site = await openSite()
const picturesOf = process.env.LOOK

const markdown = `# Strategia

## Visione

Il patrimonio si visita _prima_, durante e dopo[^1].

Le schede dei musei sono **una sola**.

- statali
- civici

| Chi | Che cosa |
| --- | --- |
| Ministero | guida |

[^1]: Anche da casa.

## Dopo

Fine.
`

async function look(page: Page, name: string): Promise<void> {
  expect(await faultsToTheEye(page)).toEqual([])
  if (!picturesOf) return
  await mkdir(picturesOf, { recursive: true })
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `${picturesOf}/${name}-${width}.png`, fullPage: true })
  }
}

async function begin(page: Page): Promise<string> {
  await page.goto(paths.newDocument('beni-culturali-e-turismo'))
  await page.getByLabel('Titolo', { exact: false }).first().fill('Un testo da scrivere')
  await page.getByLabel(/^Altro/).check()
  await page.getByRole('button', { name: 'Crea la bozza vuota' }).click()
  await page.waitForURL(/\/documenti\/[0-9a-f-]{36}/)
  const id = /documenti\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  await page.goto(paths.documentImport(id))
  await page.locator('input[type=file]').setInputFiles({ name: 'a.md', mimeType: 'text/markdown', buffer: Buffer.from(markdown) })
  await page.getByRole('button', { name: 'Leggi e mostra l’anteprima' }).click()
  await page.getByRole('button', { name: 'Metti questo testo nella bozza' }).click()
  await page.getByText('Il testo importato è nella bozza').waitFor()
  return id
}

test('a section is written in the editor, by keyboard alone, and every block stays the one it is', async () => {
  const page = await site.visit({ as: 'Elena Bassani' })
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  const id = await begin(page)
  const draft = () => draftOf(site.db, id)
  const before = await draft()
  const section = paths.draftSection(id, before.find(({ text }) => text === 'Visione')?.id ?? '')
  const { keyboard } = page

  await page.goto(section)
  const text = page.getByRole('textbox', { name: 'Testo della sezione' })
  await look(page, 'editor')
  expect(await text.locator('h2, h3, p, li, table, sup').count()).toBeGreaterThan(8)

  // One paragraph changes: all others, also one written in another manner than ours, stay as they are.
  await tabTo(page, /^Testo della sezione/)
  await keyboard.press('Control+Home')
  for (let line = 0; line < 2; line += 1) await keyboard.press('ArrowDown')
  await keyboard.press('End')
  await keyboard.type(' E si ')
  await keyboard.press('Control+B')
  expect(await page.getByRole('button', { name: 'Grassetto' }).getAttribute('aria-pressed')).toBe('true')
  await keyboard.type('leggono')
  await keyboard.press('Control+B')
  await keyboard.type(' ovunque.')
  await tabTo(page, /^Salva la sezione/)
  await keyboard.press('Enter')
  await page.getByText('La sezione è salvata').waitFor()
  const after = await draft()
  expect(after.map(({ id: one }) => one)).toEqual(before.map(({ id: one }) => one))
  const changed = after.filter(({ revision }, at) => revision !== before[at]?.revision)
  expect(changed.map(({ source }) => source)).toEqual(['Le schede dei musei sono **una sola**. E si **leggono** ovunque.'])
  expect(wrong).toEqual([])
})
