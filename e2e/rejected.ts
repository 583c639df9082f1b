import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** A form came back: its summary has the focus and leads to fields that say what is wrong. Answers with what the summary says. */
export async function readRejection(page: Page): Promise<string> {
  const summary = page.locator('.error-summary')
  await summary.waitFor()
  expect(await page.title()).toMatch(/^(Errore|Error): /)
  const links = summary.locator('a')
  for (let index = 0; index < (await links.count()); index += 1) {
    const target = await links.nth(index).getAttribute('href')
    expect(await page.locator(target ?? '#').count(), `${target} is on the page`).toBe(1)
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
