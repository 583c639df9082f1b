import { type AnswerFact, answerFacts } from '../answers/index.ts'
import { paths } from '../charter/paths.ts'
import { type ConsultationFact, consultationFacts } from '../consultations/index.ts'
import { type DocumentFact, documentFacts } from '../documents/index.ts'
import { cyclesOn } from '../ecosystems/index.ts'
import { annulments } from '../groups/index.ts'
import { addDays, type Day, daysBetween } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { catalogue, formatDay, say, type Values } from '../kernel/words.ts'
import type { Db } from '../platform/db.ts'
import type { Evidence, Proof } from './rules.ts'

const words = catalogue({
  it: {
    opened: 'Il documento è in consultazione dal {on}.',
    published: 'Il documento è pubblicato dal {on}.',
    document: 'Il documento',
    consultation: 'La consultazione',
    lasted: 'È durata {days} giorni interi, fino al {on}.',
    runs: '{gone} giorni su {days}: chiude il {on}.',
    account: '{answered} con risposta, {withdrawn} ritirate e {moderated} moderate su {received} arrivate.',
    waiting: 'la risposta a {count, plural, one {# osservazione} other {# osservazioni}}.',
    answers: 'Le osservazioni',
    outcomes: 'Gli esiti sono pubblicati dal {on}.',
    report: 'Gli esiti',
    adopted: 'La versione {number} è adottata dal {on}.',
  },
  en: {
    opened: 'The document has been in consultation since {on}.',
    published: 'The document has been published since {on}.',
    document: 'The document',
    consultation: 'The consultation',
    lasted: 'It lasted {days} whole days, until {on}.',
    runs: '{gone} days of {days}: it closes on {on}.',
    account: '{answered} answered, {withdrawn} withdrawn and {moderated} moderated of {received} received.',
    waiting: 'the answer to {count, plural, one {# contribution} other {# contributions}}.',
    answers: 'The contributions',
    outcomes: 'The outcomes have been published since {on}.',
    report: 'The outcomes',
    adopted: 'Version {number} has been adopted since {on}.',
  },
})

type Key = keyof typeof words.it

function tellIn(key: Key, { on, ...values }: Values & { on?: Day } = {}): Record<Lang, string> {
  const inLang = (lang: Lang) => say(lang, words, key, { ...values, ...(on ? { on: formatDay(lang, on) } : {}) })
  return { it: inLang('it'), en: inLang('en') }
}

const leastDays = 60

/**
 * What the consultation upon the strategy document proves (action 52): open for at least 60 whole days, an answer for
 * every contribution, outcomes published, the final version adopted. As of any day, in statements that do not grow.
 */
export async function consultationsEvidence(db: Db, ecosystemIds: readonly string[], day: Day): Promise<Map<string, Evidence>> {
  const cycles = await cyclesOn(db, ecosystemIds, day)
  const all = await consultationFacts(db, ecosystemIds, day)
  const strategies = all.filter(
    ({ kind, ecosystemId, cycleId, opensOn }) => kind === 'strategy' && cycles.get(ecosystemId) === cycleId && opensOn <= day,
  )
  const answers = await answerFacts(
    db,
    strategies.map(({ id }) => id),
    day,
  )
  const documents = await documentFacts(db, ecosystemIds, day, annulments)
  return new Map(
    ecosystemIds.map((id) => {
      const consultation = strategies.find(({ ecosystemId }) => ecosystemId === id)
      const strategy = documents.get(id)?.find(({ kind }) => kind === 'strategy')
      return [id, evidenceFrom(day, strategy, consultation, consultation && answers.get(consultation.id))]
    }),
  )
}

function evidenceFrom(
  day: Day,
  strategy: DocumentFact | undefined,
  consultation: ConsultationFact | undefined,
  answers: AnswerFact | undefined,
): Evidence {
  return {
    ...documentOf(strategy, consultation),
    ...(consultation && { 'consulted-sixty-days': windowOf(day, consultation) }),
    ...(consultation && answers && answersOf(day, consultation, answers)),
    ...adoptionOf(strategy, consultation),
  }
}

function documentOf(strategy: DocumentFact | undefined, consultation: ConsultationFact | undefined): Evidence {
  const on = consultation?.opensOn ?? strategy?.published?.publishedOn
  if (!on || !strategy) return {}
  const says = tellIn(consultation ? 'opened' : 'published', { on })
  return { 'document-published': { met: true, on, says, link: { to: paths.document(strategy.id), label: tellIn('document') } } }
}

function windowOf(day: Day, { id, opensOn, closesOn, days }: ConsultationFact): Proof {
  const link = { to: paths.consultation(id), label: tellIn('consultation') }
  if (closesOn < day && days >= leastDays)
    return { met: true, on: addDays(closesOn, 1), says: tellIn('lasted', { days, on: closesOn }), link }
  const gone = Math.min(days, daysBetween(opensOn, day))
  return {
    met: false,
    on: opensOn,
    running: true,
    says: tellIn('runs', { gone, days, on: closesOn }),
    progress: { value: gone, max: days },
    link,
  }
}

function answersOf(day: Day, { id, closesOn }: ConsultationFact, { account, toAnswer, lastAnsweredOn, publishedOn }: AnswerFact): Evidence {
  const { received, answered, withdrawn, moderated } = account
  const settled = received - toAnswer
  // The last answer and the closing, whichever came later: only then does the account stand.
  const evenSince = lastAnsweredOn && lastAnsweredOn > closesOn ? lastAnsweredOn : addDays(closesOn, 1)
  const even = toAnswer === 0 && closesOn < day && evenSince <= day
  const proof: Proof = {
    met: even || publishedOn !== null,
    on: even || publishedOn ? evenSince : closesOn,
    says: tellIn('account', { received, answered, withdrawn, moderated }),
    link: { to: paths.contributions(id), label: tellIn('answers') },
    ...(even ? {} : { progress: { value: settled, max: received } }),
    ...(toAnswer > 0 ? { missing: tellIn('waiting', { count: toAnswer }) } : {}),
  }
  return {
    ...(received > 0 || closesOn < day ? { 'contributions-answered': proof } : {}),
    ...(publishedOn && {
      'outcome-published': {
        met: true,
        on: publishedOn,
        says: tellIn('outcomes', { on: publishedOn }),
        link: { to: paths.outcomes(id), label: tellIn('report') },
      },
    }),
  }
}

/** A version later than the one consulted upon: what was adopted before the consultation is not what came of it. */
function adoptionOf(strategy: DocumentFact | undefined, consultation: ConsultationFact | undefined): Evidence {
  const adopted = strategy?.adopted
  if (
    !strategy ||
    !adopted?.adoptedOn ||
    !consultation ||
    adopted.id === consultation.versionId ||
    adopted.adoptedOn <= consultation.closesOn
  )
    return {}
  return {
    'final-version-adopted': {
      met: true,
      on: adopted.adoptedOn,
      says: tellIn('adopted', { number: adopted.number, on: adopted.adoptedOn }),
      link: { to: paths.document(strategy.id), label: tellIn('document') },
    },
  }
}
