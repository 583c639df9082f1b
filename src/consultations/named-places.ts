import { blocksOf } from '../documents/index.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'
import type { Db } from '../platform/db.ts'
import type { TargetKind } from './rules/contributions.ts'

export const placeUnknown = {
  slug: 'place-unknown',
  status: 422,
  it: 'Nel testo in consultazione non c’è «{place}»: scrivi il numero del paragrafo, o il titolo della sezione.',
  en: 'There is no “{place}” in the text consulted upon: write the number of the paragraph, or the title of the section.',
} as const satisfies ProblemKind

interface Place {
  readonly target: TargetKind
  readonly blockId: string | null
}

export type NamedPlaces = ReadonlyMap<string, Place>

/** Paragraphs by the number that stands in their margin, sections by their title, both also by their id. */
export async function namedPlacesOf(db: Db, versionId: string): Promise<NamedPlaces> {
  const places = new Map<string, Place>()
  let number = 0
  for (const { id, kind, text } of await blocksOf(db, versionId)) {
    const place = { target: kind === 'heading' ? 'section' : 'block', blockId: id } as const
    places.set(id, place)
    const name = kind === 'heading' ? folded(text) : String(++number)
    // A title that recurs says no place.
    places.set(name, places.has(name) ? nowhere : place)
  }
  return places
}

const nowhere: Place = { target: 'whole', blockId: null }
const folded = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()

/** Nothing written means the whole text. */
export function namedPlaceIn(text: string, places: NamedPlaces): Place {
  if (text === '') return nowhere
  const name = folded(text).replace(/^(?:¶|§|par(?:agrafo|agraph|\.)?|n\.)\s*(?=\d+$)/, '')
  const place = places.get(name)
  if (!place || place === nowhere) throw new Problem(placeUnknown, { field: 'place', place: text.slice(0, 200) })
  return place
}
