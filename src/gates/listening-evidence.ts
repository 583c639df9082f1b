import { paths } from '../charter/paths.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { catalogue, formatDay, say, type Values } from '../kernel/words.ts'
import { type HearingFacts, hearingFacts } from '../listening/index.ts'
import type { Db } from '../platform/db.ts'
import type { Evidence } from './rules.ts'

const words = catalogue({
  it: {
    final: 'Il verbale dell’audizione numero {number} è definitivo dal {on}.',
    called: 'L’audizione numero {number} è stata indetta il {on}.',
    noMinutes: 'un verbale definitivo.',
    hearing: 'Audizione n. {number}',
    minutes: 'Il verbale dell’audizione n. {number}',
  },
  en: {
    final: 'The minutes of hearing number {number} have been final since {on}.',
    called: 'Hearing number {number} was called on {on}.',
    noMinutes: 'final minutes.',
    hearing: 'Hearing no. {number}',
    minutes: 'The minutes of hearing no. {number}',
  },
})

type Key = keyof typeof words.it

/** A sentence in both languages; a day among its values is written out in each. */
function tellIn(key: Key, { on, ...values }: Values & { on?: Day } = {}): Record<Lang, string> {
  const inLang = (lang: Lang) => say(lang, words, key, { ...values, ...(on ? { on: formatDay(lang, on) } : {}) })
  return { it: inLang('it'), en: inLang('en') }
}

/** What listening proves of Envisioning (action 51): a hearing held, with final minutes. */
export async function listeningEvidence(db: Db, ecosystemIds: readonly string[], day: Day): Promise<Map<string, Evidence>> {
  const hearings = await hearingFacts(db, ecosystemIds, day)
  return new Map(ecosystemIds.map((id) => [id, hearingHeld(hearings.get(id))]))
}

function hearingHeld(facts: HearingFacts | undefined): Evidence {
  if (facts?.final) {
    const { id, number, on } = facts.final
    const link = { to: paths.hearingMinutes(id), label: tellIn('minutes', { number }) }
    return { 'hearing-held': { met: true, on, says: tellIn('final', { number, on }), link } }
  }
  if (!facts?.called) return {}
  const { id, number, on } = facts.called
  const link = { to: paths.hearing(id), label: tellIn('hearing', { number }) }
  return { 'hearing-held': { met: false, on, says: tellIn('called', { number, on }), missing: tellIn('noMinutes'), link } }
}
