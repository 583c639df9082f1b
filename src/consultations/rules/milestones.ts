import type { Day } from '../../kernel/day.ts'
import type { Lang } from '../../kernel/lang.ts'
import { notFound, Problem, type ProblemKind } from '../../kernel/problem.ts'

export const milestoneKinds = ['meeting', 'webinar', 'other'] as const
export type MilestoneKind = (typeof milestoneKinds)[number]

/** A day that matters besides opening and closing: a public meeting, a webinar, anything between. */
export interface Milestone {
  readonly consultationId: string
  readonly id: string
  readonly kind: MilestoneKind
  readonly day: Day
  /** By the clock in Rome: '17:30'. Null for the whole day. */
  readonly starts: string | null
  readonly ends: string | null
  readonly titleIt: string
  readonly titleEn: string | null
  readonly place: string | null
  /** Where to follow it from afar. */
  readonly address: string | null
  readonly addedAt: Date
  readonly changedAt: Date
  readonly revision: number
  /** When it was called off; one announced to everybody never just disappears. */
  readonly cancelledAt: Date | null
}

export const mostMilestones = 50

export const tooManyMilestones = {
  slug: 'too-many-dates',
  status: 422,
  it: 'Le date sono già {most}: togline una prima di aggiungerne un’altra.',
  en: 'There are {most} dates already: remove one before adding another.',
} as const satisfies ProblemKind

export const endsBeforeItStarts = {
  slug: 'date-ends-before-it-starts',
  status: 422,
  it: 'L’ora di fine viene dopo quella d’inizio: correggi una delle due.',
  en: 'The end comes after the start: correct one of the two.',
} as const satisfies ProblemKind

export const endsWithoutStart = {
  slug: 'date-ends-without-start',
  status: 422,
  it: 'Se c’è un’ora di fine serve anche quella d’inizio.',
  en: 'With a time of end, a time of start is needed too.',
} as const satisfies ProblemKind

export const dateInThePast = {
  slug: 'date-in-the-past',
  status: 422,
  it: 'Questo giorno è già passato: scegli oggi o un giorno successivo.',
  en: 'This day is past already: choose today or a later day.',
} as const satisfies ProblemKind

export const calledOffAlready = {
  slug: 'date-called-off-already',
  status: 409,
  it: 'Questa data è già stata annullata: se serve, aggiungine un’altra.',
  en: 'This date was called off already: add another if need be.',
} as const satisfies ProblemKind

export function mustHaveRoomForDates(all: readonly Milestone[]): void {
  if (all.length >= mostMilestones) throw new Problem(tooManyMilestones, { most: mostMilestones })
}

export function mustBeADateOf(all: readonly Milestone[], id: string): Milestone {
  const one = all.find((milestone) => milestone.id === id)
  if (!one) throw new Problem(notFound, { date: id })
  return one
}

export function mustBeOn({ cancelledAt }: Milestone): void {
  if (cancelledAt) throw new Problem(calledOffAlready)
}

/** A clock's times compare as they are written. */
export function mustEndAfterStart(starts: string | null, ends: string | null): void {
  if (!ends) return
  if (!starts) throw new Problem(endsWithoutStart, { field: 'starts' })
  if (ends <= starts) throw new Problem(endsBeforeItStarts, { field: 'ends' })
}

export function mustBeToCome(day: Day, today: Day): void {
  if (day < today) throw new Problem(dateInThePast, { field: 'day' })
}

export const milestoneTitle = (lang: Lang, { titleIt, titleEn }: Pick<Milestone, 'titleIt' | 'titleEn'>): string =>
  lang === 'en' ? (titleEn ?? titleIt) : titleIt
