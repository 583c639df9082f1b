import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { faultsToTheEye } from './crawl/faults.ts'

/** A form came back, sound to look at; its summary leads to the fields that say what is wrong. Answers with what the summary says. */
export async function readRejection(page: Page, { script = true } = {}): Promise<string> {
  const summary = page.locator('.error-summary')
  await summary.waitFor()
  expect(await page.title()).toMatch(/^(Errore|Error): /)
  const links = summary.locator('a')
  const said = await links.allInnerTexts()
  expect(new Set(said).size, 'each error says of what it speaks').toBe(said.length)
  for (let index = 0; index < (await links.count()); index += 1) {
    const target = await links.nth(index).getAttribute('href')
    expect(await page.locator(target ?? '#').count(), `${target} is on the page`).toBe(1)
  }
  // What looks for faults is a script itself.
  if (script) {
    const size = page.viewportSize()
    expect(await faultsToTheEye(page)).toEqual([])
    if (size) await page.setViewportSize(size)
  }
  return summary.innerText()
}

/** Where the keyboard stands. */
export async function hasFocus(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(`${selector}:focus`)
    .count()
    .then((count) => count === 1)
}
