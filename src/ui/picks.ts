import type { Form } from '../platform/form.ts'
import { valueOf, valuesOf } from './form.tsx'
import { type Suggestion, suggestButton } from './suggest.tsx'
import { addButton, newOne } from './suggest-many.tsx'

/** What a form says of one choice, or of several, among too many to list: without script it takes steps of its own. */
export interface Pick {
  readonly ids: readonly string[]
  /** True when the words written, if any, became a choice. */
  readonly settled: boolean
  /** True when the form was sent only to search, or to add one more. */
  readonly asking: boolean
  /** What the words found, to choose from. */
  readonly options: readonly Suggestion[]
}

type Values = Form<unknown>['values']
type Search = (words: string) => Promise<readonly Suggestion[]>

export async function pickOne(values: Values, name: string, search: Search): Promise<Pick> {
  const words = valueOf(values, `${name}-query`).trim()
  const chosen = words ? valueOf(values, name) : ''
  const searching = valueOf(values, suggestButton(name)) !== ''
  const options = words && (searching || !chosen) ? await search(words) : []
  return { ids: chosen ? [chosen] : [], settled: !searching && (!words || chosen !== ''), asking: searching, options }
}

/** Those ticked and, with them, the one more that was searched for and chosen. */
export async function pickMany(values: Values, name: string, search: Search): Promise<Pick> {
  const one = await pickOne(values, newOne(name), search)
  const asking = one.asking || valueOf(values, addButton(name)) !== ''
  const taken = one.settled || !one.asking ? one.ids : []
  return { ...one, ids: [...new Set([...valuesOf(values, name), ...taken])], asking }
}

/** The values to fill the form in with again: what was added stands among the ticks, no longer in the box. */
export function withPicks(values: Values, name: string, { settled }: Pick): Values {
  const box = newOne(name)
  return settled ? { ...values, [box]: undefined, [`${box}-query`]: undefined } : values
}
