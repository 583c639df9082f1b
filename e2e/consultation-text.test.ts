import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { paths, withQuery } from '../src/charter/paths.ts'
import { type Actor, operator } from '../src/charter/policy.ts'
import { openConsultation, prepareConsultation } from '../src/consultations/index.ts'
import { fillEveryStep } from '../src/consultations/test-consultation.ts'
import { blocksOf, createDocument, freezeDraft, importBlocks } from '../src/documents/index.ts'
import { day } from '../src/kernel/day.ts'
import { somebody } from '../src/testing.ts'
import { openSite } from './site.ts'

const site = await openSite()

/** A consultation that is open on 22 July 2020, the day of the demonstration. */
async function openOne(): Promise<{ id: string; blocks: readonly { id: string; text: string }[] }> {
  const desk = (actor: Actor) => ({ db: site.db, actor, now: new Date('2020-05-30T10:00:00+02:00'), today: day('2020-05-30') })
  const administrator = desk(operator)
  const document = await createDocument(administrator, 'beni-culturali-e-turismo', {
    kind: 'other',
    titleIt: 'Proposta sul biglietto',
    titleEn: null,
    bodies: [],
  })
  const lead = desk(somebody('lead', { kind: 'ecosystem', id: document.ecosystemId }))
  await importBlocks(lead, document.id, [
    { kind: 'heading', level: 1, source: 'Visione' },
    {
      kind: 'paragraph',
      level: 0,
      source: 'I musei condividono i dati sulle visite, **ogni giorno**, con le regioni e con i comuni che li ospitano.',
    },
    { kind: 'heading', level: 1, source: 'Strategia' },
    {
      kind: 'paragraph',
      level: 0,
      source: 'Un solo biglietto vale per tutti i luoghi della cultura della stessa città, per un anno intero.',
    },
    { kind: 'list-item', level: 1, source: 'Le prenotazioni passano da un servizio comune.' },
  ])
  const version = await freezeDraft(lead, document.id)
  const { id } = await prepareConsultation(lead, { versionId: version.id })
  await fillEveryStep(lead, id, {
    titleIt: 'Il biglietto unico',
    channels: ['platform', 'paper', 'file'],
    opens: day('2020-06-01'),
    closes: day('2020-08-14'),
  })
  await openConsultation(lead, id)
  return { id, blocks: await blocksOf(site.db, version.id) }
}

test('somebody selects words of the text, comments on them, and everybody sees which words they were', async () => {
  const { id, blocks } = await openOne()
  const address = paths.consultationText(id)
  const page = await site.visit({ as: 'Chiara Benedetti' })
  await page.goto(address)
  const chosen = 'ogni giorno, con le regioni'
  await page.evaluate(`{
    const text = [...document.querySelectorAll('[data-text]')].find((one) => one.textContent.includes('${chosen}'))
    getSelection().setBaseAndExtent(text.querySelector('strong').firstChild, 0, text.lastChild, ', con le regioni'.length)
  }`)
  const offer = page.getByRole('link', { name: 'Commenta le parole scelte' })
  await offer.click()
  expect(await page.locator('blockquote').innerText()).toBe(chosen)
  await page.getByLabel('La tua osservazione').fill('Basta una volta alla settimana.')
  await page.getByLabel('Pubblica il mio nome').check()
  await page.getByRole('button', { name: 'Manda l’osservazione' }).click()
  await page.getByText('C-2020-').first().waitFor()

  for (const width of [320, 1280]) {
    const reader = await site.visit({ width, script: width === 1280 })
    await reader.goto(address)
    await reader.locator(`#b-${blocks[1]?.id} summary`).click()
    await reader.getByText('Basta una volta alla settimana.').waitFor()
    expect(await reader.locator('.note q').innerText()).toBe(chosen)
    expect(await reader.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true)
    if (process.env.LOOK) await reader.screenshot({ path: `look/text-${width}.png`, fullPage: true })
    if (width === 1280) expect((await new AxeBuilder({ page: reader }).analyze()).violations).toEqual([])
  }

  const quiet = await site.visit({ script: false, as: 'Chiara Benedetti' })
  await quiet.goto(address)
  await quiet.locator(`#b-${blocks[3]?.id} summary`).click()
  await quiet.locator(`#b-${blocks[3]?.id}`).getByRole('link', { name: 'Commenta questo paragrafo' }).click()
  expect(await quiet.locator('blockquote').innerText()).toContain('Un solo biglietto')
  await quiet.goto(withQuery(address, { parte: blocks[0]?.id }))
  expect(await quiet.locator('main').innerText()).not.toContain('Un solo biglietto')
})

test('a file of contributions enters while its page tells how far it came, and says the end by itself', async () => {
  const { id } = await openOne()
  const page = await site.visit({ as: 'Elena Bassani' })
  await page.goto(paths.bulkContributions(id))
  const rows = Array.from({ length: 400 }, (_, n) => `2020/${n};10/06/2020;Pia Lettera;Il biglietto numero ${n} valga ovunque.`)
  const buffer = Buffer.from(['Protocollo;Data ricezione;Nome;Testo', ...rows].join('\n'))
  await page.locator('input[type=radio]').first().check()
  await page.locator('input[type=file]').setInputFiles({ name: 'lettere.csv', mimeType: 'text/csv', buffer })
  await page.locator('main form[method=post] button[type=submit]').click()
  await page.getByRole('button', { name: 'Registra 400 osservazioni' }).click()
  await page.getByRole('link', { name: 'Guarda le osservazioni della consultazione' }).waitFor()
  expect(await page.locator('main').innerText()).toContain('Finita')
})
