import type { PersonId } from '../../charter/policy.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Consultation } from './consultation.ts'
import type { Contribution } from './contributions.ts'
import { concludedAlready } from './windows.ts'

/** The rules that everybody can read before writing: nothing is hidden for any other reason. */
export const moderationRules = ['offence', 'personal-data', 'unlawful', 'advertising', 'repeated', 'unrelated-file'] as const
export type ModerationRule = (typeof moderationRules)[number]

export function isModerationRule(text: string): text is ModerationRule {
  return (moderationRules as readonly string[]).includes(text)
}

export const moderationKinds = ['hidden', 'kept', 'appealed', 'upheld', 'restored'] as const
export type ModerationKind = (typeof moderationKinds)[number]

export interface ModerationAct {
  readonly id: string
  readonly contributionId: string
  readonly kind: ModerationKind
  readonly rule: string | null
  readonly reason: string | null
  readonly by: PersonId
  readonly at: Date
}

interface RuleWords {
  readonly title: string
  readonly text: string
}

/** Published as they are: see the page of the rules. */
export const ruleWords: Readonly<Record<ModerationRule, Readonly<Record<Lang, RuleWords>>>> = {
  offence: {
    it: {
      title: 'Offese e odio',
      text: 'Insulti, minacce, incitamento all’odio o alla discriminazione verso persone o gruppi. La critica, anche dura, a un testo o a una scelta non è un’offesa.',
    },
    en: {
      title: 'Offence and hatred',
      text: 'Insults, threats, incitement to hatred or discrimination against people or groups. Criticism of a text or a choice, however harsh, is no offence.',
    },
  },
  'personal-data': {
    it: {
      title: 'Dati personali di altri',
      text: 'Nomi, recapiti, fatti privati di persone che non hanno chiesto di comparire, e in ogni caso i dati sulla salute.',
    },
    en: {
      title: 'Other people’s personal data',
      text: 'Names, addresses, private facts of people who did not ask to appear, and in any case data on health.',
    },
  },
  unlawful: {
    it: { title: 'Contenuti illeciti', text: 'Testi o file che è vietato diffondere, o che violano il diritto d’autore.' },
    en: { title: 'Unlawful content', text: 'Texts or files that it is forbidden to spread, or that breach copyright.' },
  },
  advertising: {
    it: { title: 'Pubblicità', text: 'Offerte di prodotti o servizi senza rapporto con il testo in consultazione.' },
    en: { title: 'Advertising', text: 'Offers of products or services that have nothing to do with the text consulted upon.' },
  },
  repeated: {
    it: {
      title: 'Doppione della stessa persona',
      text: 'La stessa osservazione mandata più volte da chi l’ha scritta. Le osservazioni uguali di persone diverse si contano e si ascoltano tutte.',
    },
    en: {
      title: 'The same person’s double',
      text: 'The same contribution sent several times by whoever wrote it. Equal contributions by different people are all counted and all heard.',
    },
  },
  'unrelated-file': {
    it: { title: 'Allegato estraneo', text: 'Un allegato che non ha nulla a che vedere con l’osservazione, o che non si può aprire.' },
    en: { title: 'Unrelated attachment', text: 'An attachment that has nothing to do with the contribution, or that cannot be opened.' },
  },
}

export const appealedAlready = {
  slug: 'appealed-already',
  status: 409,
  it: 'Il riesame è già stato chiesto, o si è già concluso: si chiede una volta.',
  en: 'The review was already asked for, or is over: it is asked for once.',
} as const satisfies ProblemKind

export const notHidden = {
  slug: 'contribution-not-hidden',
  status: 409,
  it: 'Questa osservazione è visibile: non c’è nulla da riesaminare.',
  en: 'This contribution is visible: there is nothing to review.',
} as const satisfies ProblemKind

export const nothingToReview = {
  slug: 'no-appeal',
  status: 409,
  it: 'Nessuno ha chiesto un riesame di questa osservazione.',
  en: 'Nobody asked for a review of this contribution.',
} as const satisfies ProblemKind

export const judgedByTheSame = {
  slug: 'review-by-the-same',
  status: 409,
  it: 'Il riesame spetta a una persona diversa da chi ha oscurato l’osservazione.',
  en: 'The review is for somebody other than whoever hid the contribution.',
} as const satisfies ProblemKind

export const nothingFlagged = {
  slug: 'nothing-flagged',
  status: 409,
  it: 'Non ci sono segnalazioni aperte su questa osservazione.',
  en: 'There are no open reports on this contribution.',
} as const satisfies ProblemKind

export function mustBeHidden({ hiddenAt }: Contribution): void {
  if (!hiddenAt) throw new Problem(notHidden)
}

/** Asked once: what was upheld on review stays so. What was hidden when the consultation was concluded got no answer, and cannot come back. */
export function mustBeAppealable(
  contribution: Contribution,
  acts: readonly ModerationAct[],
  { concludedAt }: Pick<Consultation, 'concludedAt'>,
): void {
  mustBeHidden(contribution)
  if (concludedAt && contribution.hiddenAt && contribution.hiddenAt < concludedAt) throw new Problem(concludedAlready)
  const last = acts.findLastIndex(({ kind }) => kind === 'hidden')
  if (acts.slice(last + 1).some(({ kind }) => kind === 'appealed')) throw new Problem(appealedAlready)
}

export function mustAwaitReview(contribution: Contribution, acts: readonly ModerationAct[], by: PersonId | null): void {
  if (!contribution.appealedAt) throw new Problem(nothingToReview)
  if (acts.findLast(({ kind }) => kind === 'hidden')?.by === by) throw new Problem(judgedByTheSame)
}
