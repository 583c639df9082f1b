import { mkdir } from 'node:fs/promises'
import { expect } from 'vitest'
import { paths } from '../src/charter/paths.ts'
import { faultsToTheEye } from './crawl/faults.ts'
import type { Hand } from './hands.ts'
import type { Page, Site } from './site.ts'

export interface Story {
  readonly site: Site
  readonly hold: (page: Page) => Hand
  readonly script: boolean
}

export interface Cast {
  readonly lead: Hand
  readonly citizen: Hand
  readonly delegate: Hand
  readonly secretary: Hand
  readonly administrator: Hand
}

export interface Told extends Story {
  readonly cast: Cast
  readonly slug: string
  readonly bodyId: string
  /** The address of the consultation. */
  address: string
  document: string
  go(hand: Hand, path: string): Promise<void>
  /** The heading of the page that one is brought to. */
  sees(hand: Hand, words: string | RegExp): Promise<void>
  look(hand: Hand, name: string): Promise<void>
  wait(step: RegExp): Promise<void>
}

export function ways(script: boolean, cast: Cast): Pick<Told, 'go' | 'sees' | 'look' | 'wait'> {
  const go = async ({ page }: Hand, path: string) => void (await page.goto(path))
  return {
    go,
    sees: ({ page }, words) => page.locator('main').getByText(words).first().waitFor(),
    async look({ page }, name) {
      if (!script) return
      const size = page.viewportSize()
      expect(await faultsToTheEye(page), name).toEqual([])
      if (process.env.LOOK) {
        await mkdir(process.env.LOOK, { recursive: true })
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 900 })
          await page.screenshot({ path: `${process.env.LOOK}/story-${name}-${width}.png`, fullPage: true })
        }
      }
      if (size) await page.setViewportSize(size)
    },
    async wait(step) {
      await go(cast.administrator, paths.demoClock)
      await cast.administrator.press(step)
      await cast.administrator.page.locator('h1', { hasText: /^Adesso è/ }).waitFor()
    },
  }
}

/** The number of the contribution that arrived first, second, third … in this consultation: numbers run over the whole site. */
export async function numberOf({ site, address }: Pick<Told, 'site' | 'address'>, nth: number): Promise<number> {
  const id = address.split('/').at(-1) as string
  const rows = await site.db.selectFrom('contribution').select('number').where('consultationId', '=', id).orderBy('number').execute()
  return rows[nth - 1]?.number ?? 0
}
