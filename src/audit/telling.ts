import { paths } from '../charter/paths.ts'
import type { Lang } from '../kernel/lang.ts'
import { say } from '../kernel/words.ts'
import type { DatedItem } from '../ui/dated-list.tsx'
import { messages } from './messages.ts'
import { aboutOf, type Names, placeOf, sentenceOf } from './names.ts'
import { isOfficial, type RecordedAct } from './rules.ts'

/** Where an act happened and what it was about: 'Welfare: Chiedere aiuto una volta sola'. */
export function placeAndAbout(lang: Lang, act: RecordedAct, names: Names): string {
  const about = aboutOf(lang, act, names).map(({ name }) => (lang === 'it' ? `«${name}»` : `“${name}”`))
  // What somebody does as themselves happens nowhere on the platform.
  const nowhere = act.placeKind === 'person' ? '' : say(lang, messages, 'platform')
  const place = placeOf(lang, act, names)?.name ?? nowhere
  return [place, about.join(', ')].filter(Boolean).join(': ')
}

/** An act as a line of a list; those that are nobody else's business have no page to lead to. */
export function lineOf(lang: Lang, act: RecordedAct, names: Names): DatedItem {
  const line = { day: act.day, title: sentenceOf(lang, act, names), text: placeAndAbout(lang, act, names) }
  return isOfficial(act.act) ? { ...line, to: paths.act(act.id) } : line
}
