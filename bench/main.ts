import { exportMemory, pageGrowth } from './consultation-million.ts'
import { consultationPageCached, consultationPageFresh } from './consultation-page.ts'
import { run as contributionWrite } from './contribution-write.ts'
import type { Figure } from './figure.ts'
import { run as needs } from './needs.ts'
import { run as organisationsImport } from './organisations-import.ts'
import { firstVisitBytes, pageCached, pageFresh } from './pages.ts'
import { run as planImport } from './plan-import.ts'
import { run as reattachment } from './reattachment.ts'
import { run as search } from './search.ts'

const benches: Readonly<Record<string, () => Promise<Figure[]>>> = {
  'plan-import': planImport,
  'organisations-import': organisationsImport,
  search,
  needs,
  reattachment,
  'consultation-page-fresh': consultationPageFresh,
  'consultation-page-cached': consultationPageCached,
  'consultation-page-growth': pageGrowth,
  'contribution-write': contributionWrite,
  'export-memory': exportMemory,
  'page-fresh': pageFresh,
  'page-cached': pageCached,
  'first-visit-bytes': firstVisitBytes,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}

/** Printed one JSON line per figure; without names, every bench in turn. */
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  for (const figure of (await benches[name]?.()) ?? []) console.log(JSON.stringify(figure))
}
