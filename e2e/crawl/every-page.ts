import { expect, inject, test } from 'vitest'
import { paths } from '../../src/charter/paths.ts'
import type { Lang } from '../../src/kernel/lang.ts'
import { openSite } from '../site.ts'
import { type Crawl, crawl } from './crawl.ts'
import { tellWords, wordsTold } from './words.ts'

const visitors = [
  { who: 'whoever passes by', as: null, perKind: 2 },
  { who: 'the officer', as: 'Giulia Ferrante', perKind: 1 },
  { who: 'the administrator', as: 'Marco Tavella', perKind: 1 },
] as const

/** The same in both languages. */
const shared = new Set(['Simbiosi', 'Menu', 'Design', 'Envisioning', 'Make or Buy', 'Growth', 'File', 'Welfare', 'Note', 'Webinar'])

/** The tests of every page in one language: each has a file of its own, so that they run side by side. */
export async function testEveryPage(lang: Lang): Promise<void> {
  const site = await openSite()
  const seen = new Set<string>()
  const siteWords = new Set<string>()

  for (const { who, as, perKind } of visitors)
    test(`every page that ${who} reaches is sound`, { timeout: 600_000 }, async () => {
      const done: Crawl = await crawl(site, { as, lang, perKind, from: [paths.home, paths.search], seen })
      for (const word of done.siteWords) siteWords.add(word)
      console.log(
        `${who}, ${lang}: ${done.pages} pages in ${Math.round(done.seconds)} s, ${done.looks} looked at, ${done.kinds.size} kinds`,
      )
      expect(done.faults.sort()).toEqual([])
      expect(done.pages).toBeGreaterThan(50)
    })

  test('everybody reads every page in one language', async () => {
    await tellWords(inject('adminUrl'), lang, siteWords)
    // Whichever language is told last is compared with the one told before.
    const others = await wordsTold(inject('adminUrl'), lang === 'it' ? 'en' : 'it')
    expect(others.filter((word) => siteWords.has(word) && !shared.has(word))).toEqual([])
  })
}
