import { notFound, Problem } from '../../kernel/problem.ts'
import { router } from '../../platform/http.ts'
import { KeptDrawings } from '../../platform/kept-drawings.ts'
import type { Piece } from '../../platform/pieces.ts'
import { drawOnce, freshFor } from '../../platform/public-pages.ts'
import type { Answers } from '../answers-told.ts'
import { signaturesOf } from '../people.ts'
import { listContributions } from '../store/listing.ts'
import { textOfVersion } from '../version-text.ts'
import { around, openedWithRevision } from './around.tsx'
import { BlockPage } from './block-view.tsx'
import { laterText } from './later-text.tsx'
import { filtersIn, gather, kindOf } from './reading.ts'
import { drawBlocks } from './text-fragments.tsx'
import { type DrawnText, drawCounted, drawFixed, TextPage } from './text-view.tsx'

const texts = new KeptDrawings<DrawnText>(({ pieces }) => pieces.length * 100)
const bytesOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { bytes }) => sum + bytes.length, 0)
const [fixed, counts] = [new KeptDrawings(bytesOf), new KeptDrawings(bytesOf)]

export function textPages(answers: Answers) {
  const pages = router()

  pages.get('/consultazioni/:id/testo', async (c) => {
    freshFor(c, 2)
    const { reader } = c.var
    const counted = await openedWithRevision(c)
    const { consultation, revision } = counted
    const { versione } = c.req.query()
    if (versione) {
      const consulted = await textOfVersion(c.var.db, consultation.versionId)
      if (versione !== String(consulted.number)) return c.html(await laterText(c, await around(c, consultation), versione))
    }
    const key = JSON.stringify([reader.lang, consultation.id, filtersIn(c.req.query())])
    // All but what is counted, which shows beside the text and on its blocks.
    const frameRevision = JSON.stringify([c.var.today, counted.elsewhere, consultation])
    return drawOnce(c, revision, async () => {
      const text = await texts.once(key, revision, async () => {
        const reading = await gather(c, answers, counted)
        const { whole, received, parts, heatOfPart } = reading
        const shown = JSON.stringify([frameRevision, received, parts.map(heatOfPart)])
        const [head, beforeContents, beforeBlocks, after] = await fixed.once(key, frameRevision, async () => drawFixed(reader, reading))
        const [bar, contents] = await counts.once(key, shown, async () => drawCounted(reader, reading))
        const blocks = await drawBlocks(c, answers, reading)
        return { whole, pieces: [head, bar, beforeContents, contents, beforeBlocks, ...blocks, after].filter((one) => one !== undefined) }
      })
      return {
        pieces: text.pieces,
        frameRevision,
        drawFrame: async () => String(await (<TextPage reader={reader} whole={text.whole} />)),
      }
    })
  })

  /** All that was written on one block, by pages. */
  pages.get('/consultazioni/:id/testo/:block', async (c) => {
    freshFor(c, 2)
    const { db, reader } = c.var
    const { consultation, revision } = await openedWithRevision(c)
    const { id, versionId } = consultation
    const { blocks, positions } = await textOfVersion(db, versionId)
    const block = blocks[positions.get(c.req.param('block')) ?? -1]
    if (!block) throw new Problem(notFound)
    const { da } = c.req.query()
    const { chi } = filtersIn(c.req.query())
    return drawOnce(c, revision, async () => {
      const whole = await around(c, consultation)
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
      const drawFrame = async () => String(await (<BlockPage {...{ reader, whole, block, found, by, da, chi, told }} />))
      return { pieces: [], frameRevision: revision, drawFrame }
    })
  })
  return pages
}
