import type { Ctx } from '../../platform/http.ts'
import { KeptDrawings } from '../../platform/kept-drawings.ts'
import { type Piece, pieceOf } from '../../platform/pieces.ts'
import { ReaderContext } from '../../ui/reader.tsx'
import type { Answers } from '../answers-told.ts'
import { stateOn } from '../rules/consultation.ts'
import { hear, type Numbered, type Reading } from './reading.ts'
import { TextBlock } from './text-block.tsx'

interface DrawnBlock {
  readonly visible: number
  readonly changes: number
  readonly piece: Piece
}

const texts = new KeptDrawings<ReadonlyMap<string, DrawnBlock>>((blocks) =>
  [...blocks.values()].reduce((sum, { piece }) => sum + piece.bytes.length, 0),
)
const untold = { visible: 0, changes: 0 }

/** The blocks with what is said on them. A block of a version never changes: it is drawn again only when what is said on it did. */
export async function drawBlocks(c: Ctx, answers: Answers, reading: Reading): Promise<Piece[]> {
  const { reader, today } = c.var
  const { whole, version, filters, blocks, tallies, fullHeat, elsewhere } = reading
  // All that the drawings depend on: nothing of whoever reads but the language.
  const key = JSON.stringify([reader.lang, whole.consultation.id, version.id, filters])
  const revision = JSON.stringify([stateOn(today, whole.consultation), fullHeat, elsewhere])
  const known = texts.get(key, revision)
  const holds = (id: string) => {
    const { visible, changes } = tallies.get(id) ?? untold
    const drawn = known?.get(id)
    return drawn?.visible === visible && drawn.changes === changes ? drawn : undefined
  }
  const lacking = blocks.filter(({ block }) => !holds(block.id))
  const heard = lacking.flatMap(({ block }) => ((tallies.get(block.id) ?? untold).visible > 0 ? [block.id as string] : []))
  const said = await hear(c, answers, reading, heard)
  const drawn = new Map(known)
  for (const one of lacking) drawn.set(one.block.id, { ...(tallies.get(one.block.id) ?? untold), piece: drawBlock(one) })
  if (lacking.length > 0) texts.keep(key, revision, drawn)
  return blocks.flatMap(({ block }) => drawn.get(block.id)?.piece ?? [])

  function drawBlock(one: Numbered): Piece {
    const drawn = (
      <ReaderContext.Provider value={reader}>
        <TextBlock {...one} reading={reading} said={said} />
      </ReaderContext.Provider>
    )
    return pieceOf(String(drawn.toString()))
  }
}
