import { paths } from '../charter/paths.ts'
import { type DocumentFact, documentFacts } from '../documents/index.ts'
import { annulments } from '../groups/index.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { catalogue, formatDay, formatList, say, type Values } from '../kernel/words.ts'
import type { Db } from '../platform/db.ts'
import type { Evidence } from './rules.ts'

const words = catalogue({
  it: {
    published: 'Perimetro e visione sono adottati e pubblicati, tutti e due dal {on}.',
    perimeter: 'il perimetro',
    vision: 'la visione',
    'at.none': '{what} è da cominciare',
    'at.draft': '{what} è in bozza',
    'at.frozen': '{what} ha una versione congelata, da adottare',
    'at.final': '{what} ha un testo definitivo, da adottare',
    'at.adopted': '{what} ha una versione adottata, da pubblicare',
    'at.published': '{what} è in vigore dal {on}',
    works: 'Il lavoro è in corso: {what}.',
    missing: '{what}.',
    text: 'Il documento',
  },
  en: {
    published: 'Perimeter and vision are adopted and published, both since {on}.',
    perimeter: 'the perimeter',
    vision: 'the vision',
    'at.none': '{what} is to be begun',
    'at.draft': '{what} is a draft',
    'at.frozen': '{what} has a frozen version, to be adopted',
    'at.final': '{what} has a final text, to be adopted',
    'at.adopted': '{what} has an adopted version, to be published',
    'at.published': '{what} has been in force since {on}',
    works: 'Work is under way: {what}.',
    missing: '{what}.',
    text: 'The document',
  },
})

type Key = keyof typeof words.it

const both = (tell: (lang: Lang) => string): Record<Lang, string> => ({ it: tell('it'), en: tell('en') })
const tellIn = (key: Key, { on, ...values }: Values & { on?: Day } = {}) =>
  both((lang) => say(lang, words, key, { ...values, ...(on ? { on: formatDay(lang, on) } : {}) }))

/** What the texts of an ecosystem prove: perimeter and vision, adopted and published (action 51). */
export async function documentsEvidence(db: Db, ecosystemIds: readonly string[], day: Day): Promise<Map<string, Evidence>> {
  const facts = await documentFacts(db, ecosystemIds, day, annulments)
  return new Map([...facts].map(([id, documents]) => [id, evidenceFrom(documents)]))
}

const kinds = ['perimeter', 'vision'] as const

function evidenceFrom(documents: readonly DocumentFact[]): Evidence {
  const found = kinds.map((kind) => ({ kind, fact: documents.find((document) => document.kind === kind) }))
  const begun = found.flatMap(({ fact }) => fact ?? [])
  const [first] = begun
  if (!first) return {}
  const link = { to: paths.document(first.id), label: tellIn('text') }
  const days = begun.flatMap(({ published }) => published?.publishedOn ?? [])
  if (days.length === kinds.length) {
    const on = days.reduce((last, day) => (day > last ? day : last))
    return { 'perimeter-published': { met: true, on, says: tellIn('published', { on }), link } }
  }
  const told = (which: typeof found) =>
    both((lang) =>
      formatList(
        lang,
        which.map(({ kind, fact }) => stateIn(lang, kind, fact)),
      ),
    )
  const works = told(found.filter(({ fact }) => fact))
  const missing = told(found.filter(({ fact }) => !fact?.published))
  const on = begun.reduce((day, { begunOn }) => (begunOn < day ? begunOn : day), first.begunOn)
  return {
    'perimeter-published': {
      met: false,
      on,
      says: both((lang) => say(lang, words, 'works', { what: works[lang] })),
      missing: both((lang) => say(lang, words, 'missing', { what: missing[lang] })),
      link,
    },
  }
}

function stateIn(lang: Lang, kind: (typeof kinds)[number], fact: DocumentFact | undefined): string {
  const what = say(lang, words, kind)
  const publishedOn = fact?.published?.publishedOn
  if (publishedOn) return say(lang, words, 'at.published', { what, on: formatDay(lang, publishedOn) })
  return say(lang, words, fact ? `at.${fact.state}` : 'at.none', { what })
}
