import { getVersion } from '../../documents/index.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { router } from '../../platform/http.ts'
import { freshFor } from '../../platform/public-pages.ts'
import type { Answers } from '../answers-told.ts'
import { signaturesOf } from '../people.ts'
import { listContributions } from '../store/listing.ts'
import { textOfVersion } from '../version-text.ts'
import { aroundOpened } from './around.tsx'
import { BlockPage } from './block-view.tsx'
import { laterText } from './later-text.tsx'
import { filtersIn, gather, kindOf } from './reading.ts'
import { TextPage } from './text-view.tsx'

export function textPages(answers: Answers) {
  const pages = router()

  pages.get('/consultazioni/:id/testo', async (c) => {
    freshFor(c, 2)
    const { versione } = c.req.query()
    if (versione) {
      const whole = await aroundOpened(c)
      const consulted = await getVersion(c.var.db, whole.consultation.versionId)
      if (versione !== String(consulted.number)) return c.html(await laterText(c, whole, versione))
    }
    return c.html(<TextPage reader={c.var.reader} reading={await gather(c, answers)} />)
  })

  /** All that was written on one block, by pages. */
  pages.get('/consultazioni/:id/testo/:block', async (c) => {
    freshFor(c, 2)
    const { db, reader } = c.var
    const whole = await aroundOpened(c)
    const { id, versionId } = whole.consultation
    const { blocks, positions } = await textOfVersion(db, versionId)
    const block = blocks[positions.get(c.req.param('block')) ?? -1]
    if (!block) throw new Problem(notFound)
    const { da } = c.req.query()
    const { chi } = filtersIn(c.req.query())
    const found = await listContributions(db, {
      consultationId: id,
      blockId: block.id,
      contributorKind: kindOf(chi),
      cursor: da,
      limit: 25,
    })
    const by = await signaturesOf(db, reader.lang, found.items)
    const told = await answers.to(
      db,
      reader.lang,
      id,
      found.items.map((one) => one.id),
    )
    return c.html(<BlockPage {...{ reader, whole, block, found, by, da, chi, told }} />)
  })
  return pages
}
