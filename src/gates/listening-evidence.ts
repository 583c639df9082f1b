import { paths } from '../charter/paths.ts'
import { namesOfEcosystems } from '../ecosystems/index.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { catalogue, formatDay, formatList, say, type Values } from '../kernel/words.ts'
import { type HearingFacts, hearingFacts, type NeedFacts, needFacts, type VoiceKind } from '../listening/index.ts'
import type { Db } from '../platform/db.ts'
import type { Evidence } from './rules.ts'

const words = catalogue({
  it: {
    final: 'Il verbale dell’audizione numero {number} è definitivo dal {on}.',
    called: 'L’audizione numero {number} è stata indetta il {on}.',
    noMinutes: 'un verbale definitivo.',
    hearing: 'Audizione n. {number}',
    minutes: 'Il verbale dell’audizione n. {number}',
    heard: '{count, plural, one {# esigenza registrata} other {# esigenze registrate}}: {voices}.',
    anotherVoice: 'esigenze di almeno un altro tipo di portatori di interesse.',
    needs: 'Le esigenze',
    'voice.administration': 'amministrazioni',
    'voice.citizens': 'cittadini',
    'voice.firms': 'imprese',
    'voice.other': 'altri',
  },
  en: {
    final: 'The minutes of hearing number {number} have been final since {on}.',
    called: 'Hearing number {number} was called on {on}.',
    noMinutes: 'final minutes.',
    hearing: 'Hearing no. {number}',
    minutes: 'The minutes of hearing no. {number}',
    heard: '{count, plural, one {# need recorded} other {# needs recorded}}: {voices}.',
    anotherVoice: 'needs of at least one more kind of stakeholder.',
    needs: 'The needs',
    'voice.administration': 'administrations',
    'voice.citizens': 'citizens',
    'voice.firms': 'firms',
    'voice.other': 'others',
  },
})

type Key = keyof typeof words.it

/** A sentence in both languages; a day among its values is written out in each. */
function tellIn(key: Key, { on, ...values }: Values & { on?: Day } = {}): Record<Lang, string> {
  const inLang = (lang: Lang) => say(lang, words, key, { ...values, ...(on ? { on: formatDay(lang, on) } : {}) })
  return { it: inLang('it'), en: inLang('en') }
}

function sayIn(inLang: (lang: Lang) => string): Record<Lang, string> {
  return { it: inLang('it'), en: inLang('en') }
}

/** What listening proves of Envisioning (action 51): a hearing held, with final minutes; needs of different voices. */
export async function listeningEvidence(db: Db, ecosystemIds: readonly string[], day: Day): Promise<Map<string, Evidence>> {
  const hearings = await hearingFacts(db, ecosystemIds, day)
  const needs = await needFacts(db, ecosystemIds, day)
  const names = await namesOfEcosystems(db, ecosystemIds)
  return new Map(
    ecosystemIds.map((id) => [id, { ...hearingHeld(hearings.get(id)), ...needsRecorded(needs.get(id), names.get(id)?.slug ?? '') }]),
  )
}

/** How many kinds of stakeholder must have spoken. */
const voicesNeeded = 2

function needsRecorded(facts: NeedFacts | undefined, slug: string): Evidence {
  const first = facts?.voices[0]
  if (!facts || !first) return {}
  const says = sayIn((lang) => {
    const voices = facts.voices.map(({ kind }) => say(lang, words, `voice.${kind satisfies VoiceKind}`))
    return say(lang, words, 'heard', { count: facts.needs, voices: formatList(lang, voices) })
  })
  const link = { to: paths.needs(slug), label: tellIn('needs') }
  const enough = facts.voices[voicesNeeded - 1]
  return enough
    ? { 'needs-recorded': { met: true, on: enough.since, says, link } }
    : { 'needs-recorded': { met: false, on: first.since, says, missing: tellIn('anotherVoice'), link } }
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
