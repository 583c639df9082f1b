import { expect, test } from 'vitest'
import { paths } from '../src/charter/paths.ts'
import { type Lang, langs } from '../src/kernel/lang.ts'
import { type Crawl, crawl } from './crawl/crawl.ts'
import { openSite } from './site.ts'

const site = await openSite()

const visitors = [
  { who: 'whoever passes by', as: null, perKind: 2 },
  { who: 'the officer', as: 'Giulia Ferrante', perKind: 1 },
  { who: 'the administrator', as: 'Marco Tavella', perKind: 1 },
] as const

const seen = new Set<string>()
const crawls: Record<string, Partial<Record<Lang, Crawl>>> = {}

for (const { who, as, perKind } of visitors)
  for (const lang of langs)
    test(`every page that ${who} reaches in ${lang === 'it' ? 'Italian' : 'English'} is sound`, { timeout: 300_000 }, async () => {
      const done = await crawl(site, { as, lang, perKind, from: [paths.home, paths.search], seen })
      crawls[who] = { ...crawls[who], [lang]: done }
      console.log(`${who}, ${lang}: ${done.pages} pages in ${Math.round(done.seconds)} s, ${done.kinds.size} kinds`)
      expect(done.faults.sort()).toEqual([])
      expect(done.pages).toBeGreaterThan(50)
    })

/** The same in both languages. */
const shared = new Set(['Simbiosi', 'Menu', 'Design', 'Envisioning', 'Make or Buy', 'Growth', 'File', 'Welfare'])

for (const { who } of visitors)
  test(`${who} reads every page in one language`, () => {
    const { it, en } = crawls[who] ?? {}
    if (!it || !en) throw new Error('the crawl did not end')
    const both = [...it.siteWords].filter((word) => en.siteWords.has(word) && !shared.has(word))
    expect(both).toEqual([])
  })
