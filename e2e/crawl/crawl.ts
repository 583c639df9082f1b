import type { BrowserContext, Page } from 'playwright-core'
import { inLang } from '../../src/charter/paths.ts'
import type { Lang } from '../../src/kernel/lang.ts'
import { splitLang } from '../../src/platform/http.ts'
import type { Site } from '../site.ts'
import { kindOf, patternOf } from './addresses.ts'
import { faultsOfFrame, faultsToTheEye, linksOf, wordsOfSite } from './faults.ts'
import { faultsOfHtml } from './html.ts'

export interface CrawlOptions {
  /** Whoever enters before; nobody when null. */
  readonly as: string | null
  readonly lang: Lang
  /** How many pages of one kind are opened: they differ in what they say, not in how they are made. */
  readonly perKind: number
  readonly from: readonly string[]
  /** What was looked at before: a page that shows the very same to somebody else is not looked at again. */
  readonly seen: Set<string>
}

export interface Crawl {
  readonly faults: string[]
  readonly kinds: ReadonlySet<string>
  readonly siteWords: ReadonlySet<string>
  readonly pages: number
  /** How many of them axe was asked about. */
  readonly looks: number
  readonly seconds: number
}

/** As many windows as the machine has cores to spare. */
const windows = 2

/** Follows every link of the site, opens some pages of each kind, and tells all that is wrong with them. */
export async function crawl(site: Site, { as, lang, perKind, from, seen }: CrawlOptions): Promise<Crawl> {
  const began = performance.now()
  const context = (await site.visit(as ? { lang, as } : { lang })).context()
  const faults: string[] = []
  const siteWords = new Set<string>()
  const opened = new Map<string, number>()
  const met = new Set<string>(from)
  const queue = [...from]
  let busy = 0
  let pages = 0
  let looks = 0

  function meet(address: string): void {
    if (met.has(address)) return
    met.add(address)
    queue.push(address)
  }

  function next(): string | undefined {
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      const kind = kindOf(address)
      const count = opened.get(kind) ?? 0
      // Of a list only one is opened for each question that can be asked of it.
      if (count >= (kind.includes('?') ? 1 : perKind)) continue
      opened.set(kind, count + 1)
      return address
    }
  }

  async function work(): Promise<void> {
    const page = await context.newPage()
    const heard = listen(page, site.url)
    for (;;) {
      const address = next()
      if (address === undefined) {
        if (busy === 0) return
        await new Promise((resolve) => setTimeout(resolve, 20))
        continue
      }
      busy += 1
      pages += 1
      try {
        const found = await inspect(context, page, inLang(lang, address), lang, seen)
        if (found.looked) looks += 1
        for (const fault of [...found.faults, ...heard.splice(0)]) faults.push(`${inLang(lang, address)}: ${fault}`)
        for (const word of found.words) siteWords.add(word)
        for (const link of found.links) meet(link)
      } finally {
        busy -= 1
      }
    }
  }

  await Promise.all(Array.from({ length: windows }, work))
  if (!as) for (const { name } of await context.cookies()) faults.push(`the cookie ${name} was given to somebody who did not enter`)
  await context.close()
  return { faults, kinds: new Set(opened.keys()), siteWords, pages, looks, seconds: (performance.now() - began) / 1000 }
}

/** Notes what the page says to the console, whom it calls elsewhere, and what breaks. */
function listen(page: Page, home: string): string[] {
  const heard: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => heard.push(`script: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== home && url.protocol !== 'data:') heard.push(`asks ${url.host} for something`)
  })
  return heard
}

interface Inspected {
  readonly faults: string[]
  readonly links: string[]
  readonly words: string[]
  readonly looked?: boolean
}

async function inspect(context: BrowserContext, page: Page, address: string, lang: Lang, seen: Set<string>): Promise<Inspected> {
  const answer = await context.request.get(address)
  if (answer.status() !== 200) return { faults: [`status ${answer.status()}`], links: [], words: [] }
  if (!answer.headers()['content-type']?.startsWith('text/html')) return { faults: [], links: [], words: [] }
  const response = await page.goto(address)
  const links = await linksOf(page)
  const news = await newsOf(page, seen)
  const faults = [
    ...(response?.status() === 200 ? [] : [`status ${response?.status()} in the browser`]),
    ...(await faultsOfHtml(await answer.text())),
    ...(await faultsOfFrame(page, lang)),
    ...links.filter((link) => !link.switches && link.lang !== lang).map((link) => `the link to ${link.address} changes the language`),
    ...links
      .filter(({ address: to }) => patternOf(new URL(to, 'http://site').pathname) === null)
      .map(({ address: to }) => `the charter does not know ${to}`),
    ...(news === 'nothing' ? [] : await faultsToTheEye(page, { brief: news === 'words' })),
  ]
  const to = links.map(({ address: one }) => one)
  return { faults: [...new Set(faults)], links: to, words: await wordsOfSite(page), looked: news === 'makings' }
}

/**
 * By what the page itself shows, its tokens left out; the frame around it is the same on all. A page of a kind that was
 * looked at before, and one that answers a question, have new makings only when they are made of something that no page
 * before was made of: new words alone may still be too wide.
 */
async function newsOf(page: Page, seen: Set<string>): Promise<'makings' | 'words' | 'nothing'> {
  const main = page.locator('main')
  const shown = (await main.innerHTML()).replace(/name="_csrf" value="[^"]*"/g, '')
  if (seen.has(shown)) return 'nothing'
  seen.add(shown)
  const makings = await main.evaluate((root) => {
    const named = (one: { localName: string; className: unknown; role: string | null }) =>
      `${one.localName}.${one.className} ${one.role ?? ''}`
    return [...root.querySelectorAll('*')].map((one) => `${one.closest('[lang]').lang} ${named(one.parentElement)} > ${named(one)}`)
  })
  const { pathname, search } = new URL(page.url())
  const kind = search ? [] : [`kind ${kindOf(splitLang(pathname).path)}`]
  const unknown = [...makings, ...kind].filter((making: string) => !seen.has(making))
  for (const making of unknown) seen.add(making)
  return unknown.length > 0 ? 'makings' : 'words'
}
