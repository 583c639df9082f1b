import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import type { Lang } from '../../src/kernel/lang.ts'
import { pageAddress } from './addresses.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const widths = [1280, 320]

/** What does not fit and, unless told to be brief, what axe finds, on a wide screen and on a phone. */
export async function faultsToTheEye(page: Page, { brief = false } = {}): Promise<string[]> {
  const faults: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    if (!brief) faults.push(...(await faultsForAxe(page, width)))
    const wide = await widerThan(page)
    if (wide) faults.push(`at ${width} px the page is wider than the window: ${wide}`)
  }
  return faults
}

async function faultsForAxe(page: Page, width: number): Promise<string[]> {
  // At the second width axe is in the page already: half a megabyte of script.
  const source = width === widths[0] ? {} : { axeSource: ';' }
  const { violations } = await new AxeBuilder({ page, ...source })
    .withTags(tags)
    // The one frame of the site shows a mail and runs no script: axe could only knock in vain.
    .options({ resultTypes: ['violations'], iframes: false })
    .setLegacyMode()
    .analyze()
  return violations.map(({ id, help, nodes }) => {
    const examples = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))
    return `axe at ${width} px: ${id}, ${help}: ${examples.join(' … ')}`
  })
}

function widerThan(page: Page): Promise<string | null> {
  return page.locator('html').evaluate((root) => {
    const { clientWidth, scrollWidth } = root
    if (scrollWidth <= clientWidth) return null
    const culprits = [...root.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
    return `${scrollWidth} > ${clientWidth}: ${culprits
      .slice(-3)
      .map((one) => one.outerHTML.slice(0, 120))
      .join(' … ')}`
  })
}

/** What every page owes: one title, its language, tokens in its forms. */
export async function faultsOfFrame(page: Page, lang: Lang): Promise<string[]> {
  const titles = await page.locator('h1').count()
  const declared = await page.locator('html').getAttribute('lang')
  const bareForms = await page.locator('form[method=post]:not(:has(input[name=_csrf]:not([value=""])))').count()
  return [
    ...(titles === 1 ? [] : [`${titles} main titles`]),
    ...(declared === lang ? [] : [`lang is “${declared}”`]),
    ...(bareForms === 0 ? [] : [`${bareForms} forms without their token`]),
  ]
}

export interface Found {
  readonly address: string
  readonly lang: Lang
  /** It says that it leads to the page in another language. */
  readonly switches: boolean
}

/** Where the page's links lead within the site. */
export async function linksOf(page: Page): Promise<Found[]> {
  const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => [one.href, one.hreflang] as [string, string]))
  return links.flatMap(([href, hreflang]) => {
    const found = pageAddress(href, page.url())
    return found ? [{ ...found, switches: hreflang !== '' }] : []
  })
}

const own = 'body > :is(header, footer, aside), main :is(h2, button, label, legend, th[scope=col], dt, summary, .btn, .lead, .help)'

/** What the site itself says on a page, not what people wrote: the frame, heads, labels, buttons. What is marked as another language is left out. */
export function wordsOfSite(page: Page): Promise<string[]> {
  return page.locator(own).evaluateAll((frames) => {
    const words: string[] = []
    for (const frame of frames) {
      const { documentElement, createTreeWalker } = frame.ownerDocument
      const walker = createTreeWalker.call(frame.ownerDocument, frame, 4)
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent.trim()
        const lang = walker.currentNode.parentElement.closest('[lang]').getAttribute('lang')
        const name = walker.currentNode.parentElement.closest('.person')
        // What is chosen by its id is called as somebody called it: such a name is no word of the site.
        const choice = walker.currentNode.parentElement.closest('option, .check')
        const value = choice?.value ?? choice?.querySelector('input')?.value ?? ''
        const named = name || /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value)
        if (/\p{L}{2}/u.test(text) && lang === documentElement.lang && !named) words.push(text)
      }
    }
    return words
  })
}
