import type { Ctx } from '../../platform/http.ts'
import { KeptDrawings } from '../../platform/kept-drawings.ts'
import { type Piece, pieceOf } from '../../platform/pieces.ts'
import { ReaderContext } from '../../ui/reader.tsx'
import type { Answers } from '../answers-told.ts'
import { stateOn } from '../rules/consultation.ts'
import { hear, type Numbered, type Reading } from './reading.ts'
import { TextBlock } from './text-block.tsx'

const mostKept = 10_000
const kept = new KeptDrawings<Piece>(({ bytes }) => bytes.length, mostKept)

/** The blocks with what is said on them. A block of a version never changes: it is drawn again only when what is said on it did. */
export async function drawBlocks(c: Ctx, answers: Answers, reading: Reading): Promise<Piece[]> {
  const { reader, today } = c.var
  const { whole, version, filters, tallies, fullHeat, elsewhere } = reading
  const { chi, ordine } = filters
  const state = stateOn(today, whole.consultation)
  // All that a drawing depends on: nothing of whoever reads but the language.
  const key = JSON.stringify([reader.lang, whole.consultation.id, version.id, chi, ordine])
  const all = reading.blocks.map((one) => {
    const { visible = 0, changes = 0 } = tallies.get(one.block.id) ?? {}
    return { ...one, key: `${key}${one.block.id}`, visible, revision: `${state} ${fullHeat} ${elsewhere} ${visible} ${changes}` }
  })
  const known = all.map((one) => kept.get(one.key, one.revision))
  const heard = all.flatMap(({ block, visible }, at) => (!known[at] && visible > 0 ? [block.id as string] : []))
  const said = await hear(c, answers, reading, heard)
  return all.map(({ block, number, key, revision }, at) => {
    const piece = known[at] ?? drawBlock({ block, number })
    if (!known[at]) kept.keep(key, revision, piece)
    return piece
  })

  function drawBlock(one: Numbered): Piece {
    const drawn = (
      <ReaderContext.Provider value={reader}>
        <TextBlock {...one} reading={reading} said={said} />
      </ReaderContext.Provider>
    )
    return pieceOf(String(drawn.toString()))
  }
}
