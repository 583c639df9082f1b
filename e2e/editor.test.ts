import { mkdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { inLang, paths } from '../src/charter/paths.ts'
import { draftOf } from '../src/documents/store/draft.ts'
import { faultsToTheEye } from './crawl/faults.ts'
import { tabTo } from './keyboard.ts'
import { openSite, type Page } from './site.ts'

const site = await openSite()
const picturesOf = process.env.LOOK

const markdown = `# Strategia

## Visione

Il patrimonio si visita *prima*, durante e dopo[^1].

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

async function look(page: Page, name: string, brief = false): Promise<void> {
  expect(await faultsToTheEye(page, { brief })).toEqual([])
  await page.setViewportSize({ width: 1280, height: 900 })
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

interface Open {
  readonly page: Page
  readonly draft: () => ReturnType<typeof draftOf>
  readonly section: string
  /** What went wrong in the browser. */
  readonly wrong: readonly string[]
}

async function open(): Promise<Open> {
  const page = await site.visit({ as: 'Elena Bassani' })
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  const id = await begin(page)
  const draft = () => draftOf(site.db, id)
  const section = paths.draftSection(id, (await draft()).find(({ text }) => text === 'Visione')?.id ?? '')
  await page.goto(section)
  return { page, draft, section, wrong }
}

/** Keys at the pace of a person: the browser tells the editor where the cursor went after it moved. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.evaluate('new Promise((then) => setTimeout(then, 30))')
  }
}

async function enterText(page: Page): Promise<void> {
  await tabTo(page, /^Testo della sezione/)
  await press(page, 'Control+Home', 'Control+Home', 'ArrowDown', 'ArrowDown')
}

async function save(page: Page): Promise<void> {
  await tabTo(page, /^Salva la sezione/)
  await page.keyboard.press('Enter')
  await page.getByText('La sezione è salvata').waitFor()
}

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Testo della sezione' })

test('a section is written in the editor, by keyboard alone, and every block stays the one it is', async () => {
  const { page, draft, wrong } = await open()
  const before = await draft()
  const { keyboard } = page
  await look(page, 'editor')

  // One paragraph changes: all others stay as they are.
  await enterText(page)
  await press(page, 'End')
  await keyboard.type(' E si ')
  await keyboard.press('Control+B')
  expect(await page.getByRole('button', { name: 'Grassetto' }).getAttribute('aria-pressed')).toBe('true')
  await keyboard.type('leggono')
  await keyboard.press('Control+B')
  await keyboard.type(' ovunque.')
  await save(page)
  const after = await draft()
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  const changed = after.filter(({ revision }, at) => revision !== before[at]?.revision)
  expect(changed.map(({ source }) => source)).toEqual(['Le schede dei musei sono **una sola**. E si **leggono** ovunque.'])
  expect(wrong).toEqual([])
})

test('lists, notes, links, tables and what is pasted are kept through plain text, leaving and coming back', async () => {
  const { page, draft, section, wrong } = await open()
  const before = await draft()
  const { keyboard } = page
  const text = textOf(page)

  await enterText(page)
  await press(page, 'Alt+ArrowUp', 'End', 'Enter', 'Control+Shift+7')
  await keyboard.type('primo')
  await press(page, 'Enter')
  await keyboard.type('il Piano')
  await press(page, 'Control+]', 'Shift+Control+ArrowLeft', 'Control+K')
  await keyboard.type('javascript:alert(1)')
  await keyboard.press('Enter')
  expect(await page.getByRole('alert').innerText()).toContain('non porta da nessuna parte')
  await look(page, 'editor-link')
  await press(page, 'Control+A')
  await keyboard.type('pianotriennale-ict.italia.it')
  await press(page, 'Enter', 'End')

  // From the text to the bar, along it, and to the note, which is written where it will be read.
  await press(page, 'Alt+F10', ...Array.from({ length: 8 }, () => 'ArrowRight'))
  expect(await page.locator(':focus').innerText()).toContain('Nota')
  await press(page, 'Enter')
  await keyboard.type('Si consulta nel sito.')
  await press(page, 'Enter')
  await page.evaluate(`(() => {
    const data = new DataTransfer()
    data.setData('text/html', '<p style="color:red">Da <b>Word</b><img src="data:image/png;base64,AA"></p><script>alert(1)</script>')
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })()`)
  expect(await page.locator('.editor [role=status]').innerText()).toContain('Le immagini non si incollano')
  await look(page, 'editor-written', true)

  const written = [
    'Visione',
    'Le schede dei musei sono **una sola**.',
    'primo',
    'il [Piano](<https://pianotriennale-ict.italia.it>)[^2]',
    'Il patrimonio si visita *prima*, durante e dopo[^1].',
    'statali',
    'civici',
    '| Chi | Che cosa |\n| --- | --- |\n| Ministero | guida |',
    'Anche da casa.',
    'Si consulta nel sito.',
    'Da **Word**',
  ]
  const sources = () =>
    page.locator('.block-fields textarea').evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value))
  const there = await text.innerText()
  await tabTo(page, /^Scrivi come testo semplice/)
  await keyboard.press('Enter')
  expect(await sources()).toEqual(written)
  await look(page, 'editor-plain', true)
  await keyboard.press('Enter')
  expect(await text.innerText()).toBe(there)

  // The browser asks before it leaves; whoever leaves all the same finds the text again.
  let asked = 0
  page.on('dialog', (dialog) => {
    asked += 1
    return dialog.accept()
  })
  await keyboard.type(' ')
  await page.goto(section)
  expect(asked).toBe(1)
  await look(page, 'editor-restore', true)
  await tabTo(page, /^Riprendi il testo/)
  await keyboard.press('Enter')
  await save(page)

  const after = await draft()
  expect(after.slice(0, -2).map(({ source }) => source)).toEqual(written)
  expect(after.find(({ source }) => source === 'Si consulta nel sito.')?.data).toEqual({ label: '2' })
  expect(after.filter(({ id }) => before.some((one) => one.id === id))).toHaveLength(before.length)
  expect(wrong).toEqual([])
})

test('what a block holds besides its words is chosen under the text, and moves with it', async () => {
  const { page, draft, wrong } = await open()
  const kind = page.getByLabel('Tipo di blocco')
  const place = (name: string) => page.locator('.block-fields--current').getByLabel(name)
  await enterText(page)
  await kind.selectOption({ label: 'Voce del perimetro' })
  await place('Fuori').check()
  await textOf(page).focus()
  await press(page, 'End', 'Enter')
  await page.keyboard.type('I trasporti')
  await place('Al confine').check()
  expect(await textOf(page).locator('[data-label$="Al confine"]').innerText()).toContain('I trasporti')
  await textOf(page).focus()
  await press(page, 'Alt+ArrowUp')
  await page.locator('.block-fields--current summary').click()
  await place('Cerca qualcosa a cui riferirsi').fill('museo')
  await page.getByRole('button', { name: /^Cerca il blocco 3/ }).click()
  await page.getByText('Le modifiche qui sotto non sono ancora salvate').waitFor()
  expect(await place('Cerca qualcosa a cui riferirsi').inputValue()).toBe('museo')
  await look(page, 'editor-perimeter', true)
  await save(page)
  const items = (await draft()).filter((block) => block.kind === 'perimeter-item')
  expect(items.map(({ text, data }) => [text, data.place])).toEqual([
    ['I trasporti', 'border'],
    ['Le schede dei musei sono una sola.', 'outside'],
  ])
  expect(wrong).toEqual([])
})

test('what the editor cannot hold is written in the plain form, which says why', async () => {
  const { page, section } = await open()
  await page.getByRole('button', { name: 'Scrivi come testo semplice' }).click()
  await page.getByRole('group', { name: 'Blocco 2' }).getByLabel('Testo').fill('Un indirizzo che non lo è: \\https://a.it')
  await save(page)
  await page.evaluate('localStorage.clear()')
  await page.goto(section)
  await page.getByText('Per non perdere nulla').waitFor()
  await look(page, 'editor-cannot')
  expect(await textOf(page).isVisible()).toBe(false)
  await page.goto(inLang('en', section))
  await page.getByText('So that nothing is lost').waitFor()
  expect(await page.getByRole('button', { name: 'Write with the editor' }).isVisible()).toBe(true)
})
