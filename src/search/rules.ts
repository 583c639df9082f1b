import { paths, withQuery } from '../charter/paths.ts'

/** What can be found, in the order in which a list of kinds names them. */
export const kinds = [
  'ecosystem',
  'body',
  'hearing',
  'need',
  'document',
  'consultation',
  'project',
  'system',
  'action',
  'result',
  'chapter',
  'organisation',
] as const
export type Kind = (typeof kinds)[number]

export function isKind(text: string | undefined): text is Kind {
  return (kinds as readonly string[]).includes(text ?? '')
}

/** More than this of one kind are not counted: the words are too few, and counting would cost more than it tells. */
export const countedAtMost = 500

export interface Found {
  readonly kind: Kind
  readonly id: string
  /** What its address is made of; see `addressOf`. */
  readonly place: readonly string[]
  /** The words sought stand between \uE000 and \uE001. */
  readonly title: string
  readonly excerpt: string | null
}

/** Where a thing found is read. */
export function addressOf({ kind, place }: Pick<Found, 'kind' | 'place'>): string {
  const [first = '', second = '', third = ''] = place
  switch (kind) {
    case 'ecosystem':
      return paths.ecosystem(first)
    case 'action':
      return paths.action(first, second)
    case 'result':
      return `${paths.action(first, second)}#risultato-${third}`
    case 'chapter':
      return paths.chapter(first, second)
    case 'organisation':
      return paths.organisation(first)
    case 'body':
      return paths.body(first)
    case 'hearing':
      return second ? `${paths.hearingMinutes(first)}#i-${second}` : paths.hearing(first)
    case 'need':
      return paths.need(first)
    case 'document':
      return withQuery(paths.version(first, Number(second)), { blocco: third || null })
    case 'consultation':
      return paths.consultation(first)
    case 'project':
      return paths.project(first)
    case 'system':
      return paths.system(first)
  }
}

/** How the answer relates to what was asked: all its words, those words set right, or only some of them. */
export type Reading = 'all' | 'corrected' | 'some'

export interface Answer {
  readonly items: readonly Found[]
  readonly next: string | null
  readonly counts: Readonly<Partial<Record<Kind, number>>>
  readonly reading: Reading
  /** The words that were sought in the end. */
  readonly words: string
}

const word = /[\p{L}\p{M}]{3,40}/gu
const mostWords = 10

/** The words of a question that could be mistyped. */
export function wordsOf(question: string): string[] {
  return [...new Set(question.match(word) ?? [])].slice(0, mostWords)
}

/** The question with some of its words replaced, whatever stands around them kept. */
export function setRight(question: string, nearest: ReadonlyMap<string, string>): string {
  return question.replace(word, (written) => nearest.get(written) ?? written)
}
