import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from '../scripts/browser.mjs'
import { inLang } from '../src/charter/paths.ts'
import { langs } from '../src/kernel/lang.ts'
import { projectRoot } from '../src/platform/project-root.ts'

const widths = [320, 1280]
const folder = path.join(projectRoot, 'look')
const server = (process.env.BASE_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '')
const pages = process.argv.slice(2)

if (pages.length === 0) {
  console.error('Say which pages to look at: npm run look -- / /piano /ecosistemi')
  process.exit(2)
}
if (!(await answers())) {
  console.error(`Nobody answers at ${server}: start the site first with "npm start", or set BASE_URL.`)
  process.exit(1)
}

await mkdir(folder, { recursive: true })
const browser = await chromium.launch(await findBrowser())
try {
  for (const page of pages)
    for (const lang of langs) for (const width of widths) console.log(await picture(inLang(lang, page), lang, width))
} finally {
  await browser.close()
}

async function answers(): Promise<boolean> {
  const response = await fetch(`${server}/health/live`).catch(() => null)
  return response?.ok ?? false
}

/** The whole page, from top to bottom, at one width. Answers with the file it wrote. */
async function picture(address: string, lang: string, width: number): Promise<string> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: lang, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    const response = await page.goto(server + address, { waitUntil: 'networkidle' })
    const file = path.join(folder, `${nameOf(address)}-${lang}-${width}.png`)
    await page.screenshot({ path: file, fullPage: true })
    return `${path.relative(process.cwd(), file)}  ${response?.status() ?? '?'}`
  } finally {
    await context.close()
  }
}

/** '/en/piano?anno=2020' → 'piano-anno-2020': the language stands apart in the file's name. */
function nameOf(address: string): string {
  return (
    address
      .replace(/^\/en(?=\/|$)/, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'home'
  )
}
