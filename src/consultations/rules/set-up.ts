import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Consultation } from './consultation.ts'
import type { Material } from './materials.ts'
import type { Milestone } from './milestones.ts'
import type { StrategyPart } from './parts.ts'
import { mustHoldItsParts } from './parts.ts'
import type { Question } from './questions.ts'
import { earliestClosing } from './windows.ts'

export const steps = ['object', 'aims', 'materials', 'questions', 'participation', 'contacts', 'calendar', 'dates'] as const
export type Step = (typeof steps)[number]

/** A consultation can do without these. */
export const optionalSteps: readonly Step[] = ['materials', 'questions', 'dates']

/** What still stands between a consultation and its opening, step by step. */
export const unmetKinds = [
  'vision-missing',
  'perimeter-missing',
  'strategy-missing',
  'aims-missing',
  'materials-untranslated',
  'questions-untranslated',
  'channel-missing',
  'contact-missing',
  'certified-mail-missing',
  'paper-address-missing',
  'days-missing',
  'opening-past',
  'too-short',
  'dates-untranslated',
  'dates-past',
] as const
export type Unmet = (typeof unmetKinds)[number]

const stepOf: Record<Unmet, Step> = {
  'vision-missing': 'object',
  'perimeter-missing': 'object',
  'strategy-missing': 'object',
  'aims-missing': 'aims',
  'materials-untranslated': 'materials',
  'questions-untranslated': 'questions',
  'channel-missing': 'participation',
  'contact-missing': 'contacts',
  'certified-mail-missing': 'contacts',
  'paper-address-missing': 'contacts',
  'days-missing': 'calendar',
  'opening-past': 'calendar',
  'too-short': 'calendar',
  'dates-untranslated': 'dates',
  'dates-past': 'dates',
}

export interface Missing {
  readonly step: Step
  readonly what: Unmet
}

/** What stands beside a consultation: its parts that are many. */
export interface Beside {
  readonly questions: readonly Question[]
  readonly materials: readonly Material[]
  readonly milestones: readonly Milestone[]
  /** The parts that the text must hold and does not. */
  readonly lacking: readonly StrategyPart[]
}

/** The same list is the page's checklist and the reason of a refusal. */
export function unmet(consultation: Consultation, { questions, materials, milestones, lacking }: Beside, today: string): Missing[] {
  const { aimsIt, channels, languages, opensOn, closesOn, minimumDays } = consultation
  const found: Unmet[] = lacking.map((part) => `${part}-missing` as const)
  if (!aimsIt || (languages.includes('en') && !(consultation.aimsEn && consultation.titleEn))) found.push('aims-missing')
  if (languages.includes('en') && materials.some(({ titleEn }) => titleEn === null)) found.push('materials-untranslated')
  if (languages.includes('en') && questions.some((question) => !isTranslated(question))) found.push('questions-untranslated')
  if (!channels.includes('platform')) found.push('channel-missing')
  if (!consultation.contactOffice || !consultation.contactMail) found.push('contact-missing')
  if (channels.includes('certified-mail') && !consultation.contactCertifiedMail) found.push('certified-mail-missing')
  if (channels.includes('paper') && !consultation.contactAddress) found.push('paper-address-missing')
  if (!opensOn || !closesOn) found.push('days-missing')
  else {
    if (opensOn < today) found.push('opening-past')
    if (closesOn < earliestClosing(opensOn, minimumDays)) found.push('too-short')
  }
  if (languages.includes('en') && milestones.some(({ titleEn }) => titleEn === null)) found.push('dates-untranslated')
  if (milestones.some(({ day }) => day < today)) found.push('dates-past')
  return found.map((what) => ({ step: stepOf[what], what }))
}

function isTranslated({ textEn, options, rows }: Question): boolean {
  return textEn !== null && [...options, ...rows].every(({ en }) => en !== null)
}

export const notReady = {
  slug: 'consultation-not-ready',
  status: 422,
  it: 'Prima di aprire {count, plural, one {manca ancora una cosa} other {mancano ancora # cose}}: l’elenco dei passi dice quali.',
  en: 'Before opening {count, plural, one {one thing is} other {# things are}} still missing: the list of steps says which.',
} as const satisfies ProblemKind

export const changedMeanwhile = {
  slug: 'consultation-changed-meanwhile',
  status: 409,
  it: 'Mentre scrivevi qualcun altro ha cambiato la consultazione: rileggi, e salva di nuovo ciò che serve.',
  en: 'While you were writing somebody else changed the consultation: read it again, and save what is still needed.',
} as const satisfies ProblemKind

/** What the text lacks is mended elsewhere, so it is told by itself. */
export function mustBeReady(missing: readonly Missing[], { lacking }: Pick<Beside, 'lacking'>): void {
  mustHoldItsParts(lacking)
  if (missing.length > 0) throw new Problem(notReady, { count: missing.length, missing: missing.map(({ what }) => what) })
}

/** Whoever saves a step says which revision they were reading. */
export function mustBeFresh({ revision }: Pick<Consultation, 'revision'>, reading: number | null): void {
  if (reading !== null && reading !== revision) throw new Problem(changedMeanwhile)
}
