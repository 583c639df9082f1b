import { paths } from '../../charter/paths.ts'
import { getEcosystem } from '../../ecosystems/index.ts'
import { namesOf } from '../../organisations/index.ts'
import { csvOf } from '../../platform/csv.ts'
import { router } from '../../platform/http.ts'
import { wordsFor } from '../../ui/reader.tsx'
import { coverageIn, filterFor, type NeedMount } from '../coverage.ts'
import { needWords } from '../messages/needs.ts'
import { codeOf, stateOfNeed } from '../rules/needs.ts'
import { needsOf } from '../store/need-list.ts'
import { readNeedAddress } from './need-address.ts'
import { plainFilter } from './need-list.tsx'

/** A file that a spreadsheet still opens; whoever wants more reads the API page by page. */
const most = 20_000

export function needCsvPages({ covers }: NeedMount) {
  const pages = router()

  pages.get('/ecosistemi/:slug/esigenze.csv', async (c) => {
    const { db, today, reader, config } = c.var
    const t = wordsFor(reader, needWords)
    const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
    const address = readNeedAddress(c.req.query())
    const coverage = await coverageIn(db, covers, ecosystem.id)
    const { items } = await needsOf(db, ecosystem.id, {
      ...plainFilter(address),
      ...filterFor(address.stato, coverage),
      sort: address.ordine,
      descending: !address.verso,
      limit: most,
    })
    const organisations = await namesOf(db, [...new Set(items.flatMap(({ organisationId }) => organisationId ?? []))], today)
    const head = ['code', 'statement', 'why', 'voiceKind', 'organisationId', 'source', 'frequency', 'severity', 'state', 'heard'] as const
    const rows = items.map((need) => [
      codeOf(need),
      need.statement,
      need.why,
      t(`voice.${need.voiceKind}`),
      (need.organisationId && organisations.get(need.organisationId)) || null,
      t(`source.${need.source.kind}`),
      need.frequency,
      need.severity,
      t(`state.${stateOfNeed(need, coverage.get(need.id) ?? [])}`),
      need.recordedOn,
      new URL(paths.need(need.id), config.baseUrl).href,
    ])
    return c.body(csvOf([[...head.map((key) => t(key)), 'URL'], ...rows]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="esigenze-${ecosystem.slug}.csv"`,
    })
  })

  return pages
}
