import type { Page } from 'playwright-core'

/** Walks with the Tab key to the thing of this name, as somebody without a mouse does. */
export async function tabTo(page: Page, name: RegExp, most = 80): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    if ((await focused.count()) === 0) continue
    const said = await focused.evaluate(
      (one) => [one.getAttribute('aria-label'), one.labels?.[0]?.innerText, one.innerText].find(Boolean) ?? '',
    )
    if (name.test(said)) return
  }
  throw new Error(`Nothing called ${name} is reached within ${most} steps of the keyboard`)
}
