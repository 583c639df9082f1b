import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { findBrowser } from '../scripts/browser.mjs'
import { inLang, paths } from '../src/charter/paths.ts'
import { openDoor, withAddress } from '../src/door.ts'
import { furnish, setToWork } from '../src/furnish.ts'
import type { Lang } from '../src/kernel/lang.ts'
import { type Config, readConfig } from '../src/platform/config.ts'
import { type Db, openDatabase } from '../src/platform/db.ts'
import { freshDatabase } from '../src/platform/test-database.ts'
import { demonstrationTemplate } from './demonstration-template.ts'

export interface Site {
  readonly url: string
  readonly config: Config
  readonly db: Db
  readonly browser: Browser
  /** A browser window of its own, closed with the site: nobody has entered yet. */
  visit(options?: VisitOptions): Promise<Page>
}

export interface VisitOptions {
  readonly lang?: Lang
  readonly width?: number
  /** False switches scripts off. */
  readonly script?: boolean
  /** Somebody of the demonstration, who has entered. */
  readonly as?: string
}

/** The real application on a real server, on a copy of the demonstration, with a browser: all gone when the file's tests are done. */
export async function openSite(): Promise<Site> {
  const fresh = await freshDatabase(demonstrationTemplate)
  const db = openDatabase(fresh.url)
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'error', PAGE_CACHE_SECONDS: '0' }, true)
  const door = await openDoor(config)
  const settled = withAddress(config, door)
  door.answerWith(await furnish(settled, db))
  const jobs = await setToWork(settled, db, { appUrl: fresh.url, setRole: null })
  const browser = await chromium.launch(await findBrowser())
  afterAll(async () => {
    await browser.close()
    door.slam()
    await jobs.stop()
    await db.destroy()
    await fresh.drop()
  })
  return {
    url: settled.baseUrl,
    config: settled,
    db,
    browser,
    async visit({ lang = 'it', width = 1280, script = true, as }: VisitOptions = {}) {
      const context = await browser.newContext({
        baseURL: settled.baseUrl,
        viewport: { width, height: 900 },
        locale: lang,
        javaScriptEnabled: script,
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(15_000)
      const page = await context.newPage()
      if (as) await enter(page, as, lang)
      return page
    },
  }
}

/** Enters as one of the people of the demonstration, through its provider of identity. */
export async function enter(page: Page, name: string, lang: Lang = 'it'): Promise<void> {
  await page.goto(inLang(lang, paths.signIn))
  await page.locator('main li', { hasText: name }).getByRole('button').click()
  await page.locator('header .person', { hasText: name }).waitFor()
}

export type { BrowserContext, Page }
