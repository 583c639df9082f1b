import type { Place } from '../../charter/policy.ts'
import type { State } from '../../charter/states.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export type NeedId = Id<'need'>

export const voiceKinds = ['administration', 'citizens', 'firms', 'other'] as const
/** Whose voice a need is. */
export type VoiceKind = (typeof voiceKinds)[number]

export const sourceKinds = ['hearing', 'forum', 'contribution', 'call', 'secretariat'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** Where a need was heard: the id is of a statement, a post, a contribution or a call. The secretariat is its own source. */
export interface NeedSource {
  readonly kind: SourceKind
  readonly id: string | null
}

export const bySecretariat: NeedSource = { kind: 'secretariat', id: null }

/** How often a need shows, and how much it weighs. */
export const degrees = [1, 2, 3, 4, 5] as const
export type Degree = (typeof degrees)[number]

/** What can be said of a need, and corrected later. */
export interface NeedContent {
  readonly statement: string
  readonly why: string | null
  readonly voiceKind: VoiceKind
  readonly stakeholderId: string | null
  readonly organisationId: string | null
  readonly evidenceText: string | null
  readonly evidenceLink: string | null
  readonly frequency: Degree | null
  readonly severity: Degree | null
}

export interface Need extends NeedContent {
  readonly id: NeedId
  readonly ecosystemId: string
  /** Within its ecosystem: see `codeOf`. */
  readonly number: number
  readonly source: NeedSource
  readonly recordedOn: Day
  readonly recordedBy: string
  /** Grows with every correction. */
  readonly revision: number
  /** The need that it turned out to be the same as. */
  readonly mergedInto: NeedId | null
}

export function placeOfNeed({ ecosystemId }: { readonly ecosystemId: string }): Place {
  return { kind: 'ecosystem', id: ecosystemId }
}

/** 'E-12': what a need is called, for good, even once it is merged. */
export function codeOf({ number }: Pick<Need, 'number'>): string {
  return `E-${number}`
}

/** The number in a code, however it is typed: 'E-12', 'e12', '12'. */
export function codeIn(text: string): number | null {
  const found = /^e?[-\s]*(\d{1,9})$/i.exec(text.trim())
  return found ? Number(found[1]) : null
}

export const coverKinds = ['objective', 'intervention', 'project', 'service'] as const
export type CoverKind = (typeof coverKinds)[number]

/** Something that answers a need. Other rooms keep it: they tell of it where the site is put together. */
export interface Cover {
  readonly kind: CoverKind
  readonly title: string
  /** The page that shows it. */
  readonly path: string
  /** How far it answers the need, where somebody said so. */
  readonly extent?: 'fully' | 'partly'
}

export type NeedState = 'open' | 'partly-covered' | 'covered' | 'merged'
export const needStates = ['open', 'partly-covered', 'covered', 'merged'] as const satisfies readonly NeedState[]

/** An objective or an intervention says that somebody means to; only a project or a service does, and not one that says "in part". */
export function coverageOf(covers: readonly Cover[]): Exclude<NeedState, 'merged'> {
  if (covers.length === 0) return 'open'
  const whole = covers.some(({ kind, extent }) => (kind === 'project' || kind === 'service') && extent !== 'partly')
  return whole ? 'covered' : 'partly-covered'
}

export function stateOfNeed({ mergedInto }: Pick<Need, 'mergedInto'>, covers: readonly Cover[]): NeedState {
  return mergedInto ? 'merged' : coverageOf(covers)
}

export const markOfNeed: Record<NeedState, State> = { open: 'todo', 'partly-covered': 'doing', covered: 'done', merged: 'unmeasured' }

export const parts = [
  'statement',
  'why',
  'voiceKind',
  'stakeholderId',
  'organisationId',
  'evidenceText',
  'evidenceLink',
  'frequency',
  'severity',
] as const satisfies readonly (keyof NeedContent)[]

export function contentOf(need: NeedContent): NeedContent {
  return Object.fromEntries(parts.map((part) => [part, need[part]])) as unknown as NeedContent
}

/** The parts in which two ways of telling a need differ. */
export function changesBetween(before: NeedContent, after: NeedContent): (keyof NeedContent)[] {
  return parts.filter((part) => before[part] !== after[part])
}

export const noSuchVoice = {
  slug: 'need-organisation-unknown',
  status: 422,
  it: 'L’organizzazione scelta non è nell’elenco: cercala per nome, o lascia il campo vuoto.',
  en: 'The organisation chosen is not in the list: search for it by name, or leave the field empty.',
} as const satisfies ProblemKind

export const nothingCorrected = {
  slug: 'need-unchanged',
  status: 422,
  it: 'Non hai cambiato nulla: correggi almeno una parte dell’esigenza, oppure annulla.',
  en: 'Nothing was changed: correct at least one part of the need, or cancel.',
} as const satisfies ProblemKind

export const correctedMeanwhile = {
  slug: 'need-corrected-meanwhile',
  status: 409,
  it: 'Nel frattempo qualcun altro ha corretto questa esigenza. Il tuo testo è ancora qui sotto: confrontalo con quello di ora e manda di nuovo.',
  en: 'Somebody else corrected this need meanwhile. Your text is still below: compare it with the present one and send it again.',
} as const satisfies ProblemKind

export const mergedAlready = {
  slug: 'need-merged',
  status: 409,
  it: 'Questa esigenza è unita a {code}: lavora su quella, oppure prima separale.',
  en: 'This need is merged into {code}: work on that one, or separate them first.',
} as const satisfies ProblemKind

export function mustStand({ mergedInto }: Need, survivor: Pick<Need, 'number'> | null): void {
  if (mergedInto) throw new Problem(mergedAlready, { code: survivor ? codeOf(survivor) : '' })
}

export function mustChange(before: NeedContent, after: NeedContent): void {
  if (changesBetween(before, after).length === 0) throw new Problem(nothingCorrected, { field: 'statement' })
}

/** Nobody writes over a correction that they have not seen. */
export function mustKnowTheLatest(need: Need, seen: number): void {
  if (need.revision !== seen) throw new Problem(correctedMeanwhile)
}
