import type { State } from '../../charter/states.ts'
import { type Day, daysBetween } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export type ProjectId = Id<'project'>

export const projectKinds = ['project', 'priority-service', 'existing-project'] as const
export type ProjectKind = (typeof projectKinds)[number]

export const audiences = ['citizens', 'firms', 'administrations'] as const
export type AudienceKind = (typeof audiences)[number]

/** How far a project answers a need. */
export const extents = ['fully', 'partly'] as const
export type Extent = (typeof extents)[number]

export interface AnsweredNeed {
  readonly needId: string
  readonly extent: Extent
  readonly since: Day
}

/** What a project says of itself. */
export interface Description {
  readonly kind: ProjectKind
  readonly titleIt: string
  readonly titleEn: string | null
  readonly summaryIt: string
  readonly summaryEn: string | null
  readonly audiences: readonly AudienceKind[]
  readonly partOfId: ProjectId | null
  readonly expectedStart: Day | null
  readonly expectedEnd: Day | null
  readonly startedOn: Day | null
  readonly endedOn: Day | null
  readonly link: string | null
  /** Who answers for it, the first one first. */
  readonly organisationIds: readonly string[]
}

/** A project, a priority service, or an existing project to integrate. */
export interface Project extends Description {
  readonly id: ProjectId
  readonly ecosystemId: string
  readonly stoppedOn: Day | null
  readonly stoppedReason: string | null
  readonly revision: number
  readonly addedOn: Day
  readonly withdrawnOn: Day | null
  readonly withdrawnReason: string | null
  readonly needs: readonly AnsweredNeed[]
}

export const projectStates = ['not-started', 'running', 'ended', 'stopped'] as const
export type ProjectState = (typeof projectStates)[number]

type Dates = Pick<Project, 'kind' | 'expectedStart' | 'expectedEnd' | 'startedOn' | 'endedOn' | 'stoppedOn'>

/** An existing project is there already, even when nobody knows since when. */
export function projectState({ kind, startedOn, endedOn, stoppedOn }: Dates, today: Day): ProjectState {
  if (endedOn && endedOn <= today) return 'ended'
  if (stoppedOn && stoppedOn <= today) return 'stopped'
  return kind === 'existing-project' || (startedOn && startedOn <= today) ? 'running' : 'not-started'
}

/** Days past the day on which it was expected to begin, or to end. A project that stands still says that instead. */
export function daysLate(project: Dates, today: Day): number | null {
  const state = projectState(project, today)
  const due = state === 'running' ? project.expectedEnd : state === 'not-started' ? (project.expectedStart ?? project.expectedEnd) : null
  return due && due < today ? daysBetween(due, today) : null
}

const marks: Record<ProjectState, State> = { 'not-started': 'todo', running: 'doing', ended: 'done', stopped: 'blocked' }

/** How the state is drawn; lateness comes before it. */
export function markOf(project: Dates, today: Day): State {
  return daysLate(project, today) === null ? marks[projectState(project, today)] : 'late'
}

export const titleIn = (lang: Lang, { titleIt, titleEn }: Pick<Project, 'titleIt' | 'titleEn'>) => (lang === 'en' && titleEn) || titleIt
export const summaryIn = (lang: Lang, { summaryIt, summaryEn }: Pick<Project, 'summaryIt' | 'summaryEn'>) =>
  (lang === 'en' && summaryEn) || summaryIt

export const endBeforeStart = {
  slug: 'project-end-before-start',
  status: 422,
  it: 'La fine non può venire prima dell’inizio ({from}).',
  en: 'The end cannot come before the start ({from}).',
} as const satisfies ProblemKind

export const notYet = {
  slug: 'project-day-ahead',
  status: 422,
  it: 'Questo giorno deve ancora venire: scrivilo quando sarà passato. Per ciò che si prevede ci sono le date previste.',
  en: 'This day is still to come: write it once it has passed. For what is foreseen there are the expected days.',
} as const satisfies ProblemKind

export const endWithoutStart = {
  slug: 'project-end-without-start',
  status: 422,
  it: 'Se si è concluso, scrivi anche quando è cominciato.',
  en: 'If it has ended, write when it started too.',
} as const satisfies ProblemKind

export const wholeElsewhere = {
  slug: 'project-whole-elsewhere',
  status: 422,
  it: 'Il progetto di cui fa parte non è tra quelli di questo ecosistema: scegline un altro, o nessuno.',
  en: 'The project that it is a part of is not one of this ecosystem: choose another, or none.',
} as const satisfies ProblemKind

export const insideItself = {
  slug: 'project-inside-itself',
  status: 409,
  it: 'Un progetto non può far parte di se stesso, né di uno che ne fa parte: scegline un altro, o nessuno.',
  en: 'A project cannot be a part of itself, nor of one of its own parts: choose another, or none.',
} as const satisfies ProblemKind

export const withdrawnAlready = {
  slug: 'project-withdrawn',
  status: 409,
  it: 'Il progetto è stato ritirato il {on}: non si cambia più. Se serve ancora, aggiungilo di nuovo.',
  en: 'The project was withdrawn on {on}: it does not change any more. If it is needed after all, add it again.',
} as const satisfies ProblemKind

export const hasParts = {
  slug: 'project-has-parts',
  status: 409,
  it: '{count, plural, one {Un altro progetto ne fa} other {Altri # progetti ne fanno}} parte: prima ritira o correggi {count, plural, one {quello} other {quelli}}.',
  en: '{count, plural, one {Another project is a part} other {# other projects are parts}} of it: withdraw or correct {count, plural, one {that} other {those}} first.',
} as const satisfies ProblemKind

export const stoppedAlready = {
  slug: 'project-stopped-already',
  status: 409,
  it: 'Il progetto è già fermo dal {on}.',
  en: 'The project has been at a standstill since {on}.',
} as const satisfies ProblemKind

export const notStopped = {
  slug: 'project-not-stopped',
  status: 409,
  it: 'Il progetto non è fermo: non c’è nulla da far riprendere.',
  en: 'The project is not at a standstill: there is nothing to take up again.',
} as const satisfies ProblemKind

export const endedAlready = {
  slug: 'project-ended-already',
  status: 409,
  it: 'Il progetto si è concluso il {on}: non si può fermare. Se la data è sbagliata, correggila.',
  en: 'The project ended on {on}: it cannot be stopped. If the day is wrong, correct it.',
} as const satisfies ProblemKind

export function mustFollowInTime({ expectedStart, expectedEnd, startedOn, endedOn }: Description, today: Day): void {
  if (expectedStart && expectedEnd && expectedEnd < expectedStart)
    throw new Problem(endBeforeStart, { field: 'expectedEnd', from: expectedStart })
  if (startedOn && startedOn > today) throw new Problem(notYet, { field: 'startedOn' })
  if (endedOn && endedOn > today) throw new Problem(notYet, { field: 'endedOn' })
  if (startedOn && endedOn && endedOn < startedOn) throw new Problem(endBeforeStart, { field: 'endedOn', from: startedOn })
}

/** An existing project may have begun nobody knows when; of the others somebody knows. */
export function mustHaveStarted({ kind, startedOn, endedOn }: Description): void {
  if (endedOn && !startedOn && kind !== 'existing-project') throw new Problem(endWithoutStart, { field: 'startedOn' })
}

/** `above`: the whole, and what that is a part of, up to the top. */
export function mustNotContainItself(id: string, above: readonly string[]): void {
  if (above.includes(id)) throw new Problem(insideItself, { field: 'partOfId' })
}

export function mustStand({ withdrawnOn }: Project): void {
  if (withdrawnOn) throw new Problem(withdrawnAlready, { on: withdrawnOn })
}

export function mustBeStoppable({ stoppedOn, endedOn }: Project, on: Day, today: Day): void {
  if (stoppedOn) throw new Problem(stoppedAlready, { on: stoppedOn })
  if (endedOn && endedOn <= today) throw new Problem(endedAlready, { on: endedOn })
  if (on > today) throw new Problem(notYet, { field: 'on' })
}
