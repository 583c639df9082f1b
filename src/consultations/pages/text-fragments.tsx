import { raw } from 'hono/html'
import type { Reader } from '../../platform/reader.ts'
import { ReaderContext } from '../../ui/reader.tsx'
import { stateOn } from '../rules/consultation.ts'
import type { Numbered, Reading } from './reading.ts'
import { TextBlock } from './text-block.tsx'

const kept = new Map<string, string>()
const mostKept = 5000

interface KeptProps extends Numbered {
  readonly reader: Reader
  readonly reading: Reading
  readonly hottest: number
}

/** A block of a version never changes: it is drawn again only when what is said on it does. */
export function KeptBlock({ reader, ...block }: KeptProps) {
  const key = keyOf(reader, block)
  const known = kept.get(key)
  if (known !== undefined) return raw(known)
  const drawn = (
    <ReaderContext.Provider value={reader}>
      <TextBlock {...block} />
    </ReaderContext.Provider>
  )
  const text = String(drawn.toString())
  for (const oldest of kept.keys()) if (kept.size >= mostKept) kept.delete(oldest)
  kept.set(key, text)
  return raw(text)
}

/** All that its drawing depends on: nothing of whoever reads but the language. */
function keyOf({ lang, today }: Reader, { block, number, reading, hottest }: Omit<KeptProps, 'reader'>): string {
  const { whole, version, heat, notes, by, answers, filters } = reading
  const said = (notes.get(block.id) ?? []).map((note) => [note.id, note.revision, note.supports, by(note), answers.get(note.id)])
  const state = stateOn(today, whole.consultation)
  return JSON.stringify([
    lang,
    whole.consultation.id,
    version.id,
    block.id,
    number,
    state,
    heat.get(block.id) ?? 0,
    hottest,
    filters.chi,
    said,
  ])
}
