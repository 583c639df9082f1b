import type { State } from '../charter/states.ts'
import type { Day } from '../kernel/day.ts'
import { type ActionId, type ResultId, type Scope, type Standing, severity, type When } from './rules.ts'

export interface Named {
  readonly slug: string
  readonly name: string
}

export interface ListedResult extends Standing {
  readonly id: ResultId
  readonly position: number
  readonly due: When | null
  readonly deadline: Day | null
}

/** An action as a list shows it, on some day. */
export interface ListedAction extends Standing {
  readonly id: ActionId
  readonly code: string
  readonly number: number
  readonly title: string
  readonly chapter: (Named & { readonly number: number | null }) | null
  readonly scopes: readonly Scope[]
  readonly timingText: string
  readonly timing: When | null
  readonly actors: readonly Named[]
  readonly areas: readonly Named[]
  readonly results: readonly ListedResult[]
  /** The soonest due day still owed; when nothing is owed, the last one there was. */
  readonly deadline: Day | null
}

export const facets = ['chapter', 'state', 'year', 'actor', 'area', 'scope'] as const
export type Facet = (typeof facets)[number]

export type Filters = Partial<Record<Facet, string>>

export const sortKeys = ['code', 'title', 'due', 'state'] as const
export type SortKey = (typeof sortKeys)[number]

export interface Order {
  readonly by: SortKey
  readonly descending: boolean
}

/** Where an action falls in each facet. An action may fall in several actors, areas, scopes and years. */
export function valuesIn(facet: Facet, action: ListedAction): readonly string[] {
  switch (facet) {
    case 'chapter':
      return action.chapter ? [action.chapter.slug] : []
    case 'state':
      return [action.state]
    case 'year':
      return [...new Set(action.results.flatMap(({ deadline }) => deadline?.slice(0, 4) ?? []))]
    case 'actor':
      return action.actors.map(({ slug }) => slug)
    case 'area':
      return action.areas.map(({ slug }) => slug)
    case 'scope':
      return action.scopes
  }
}

function passes(action: ListedAction, filters: Filters, except?: Facet): boolean {
  return facets.every((facet) => {
    const wanted = filters[facet]
    return facet === except || wanted === undefined || valuesIn(facet, action).includes(wanted)
  })
}

export function matching(actions: readonly ListedAction[], filters: Filters): ListedAction[] {
  return actions.filter((action) => passes(action, filters))
}

/** How many actions each value of a facet would leave, the other filters standing. */
export function counts(actions: readonly ListedAction[], filters: Filters, facet: Facet): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const action of actions) {
    if (!passes(action, filters, facet)) continue
    for (const value of valuesIn(facet, action)) found.set(value, (found.get(value) ?? 0) + 1)
  }
  return found
}

export function countsByState(actions: readonly Standing[]): Readonly<Record<State, number>> {
  const found: Record<State, number> = { todo: 0, doing: 0, done: 0, late: 0, blocked: 0, unmeasured: 0 }
  for (const { state } of actions) found[state] += 1
  return found
}

const italian = new Intl.Collator('it')
const byDay = (a: Day | null, b: Day | null) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)

const comparisons: Record<SortKey, (a: ListedAction, b: ListedAction) => number> = {
  code: (a, b) => a.number - b.number,
  title: (a, b) => italian.compare(a.title, b.title),
  due: (a, b) => byDay(a.deadline, b.deadline),
  state: (a, b) => severity.indexOf(a.state) - severity.indexOf(b.state) || (b.days ?? 0) - (a.days ?? 0),
}

/** Ties keep the plan's own order. Without a due day comes last, whichever way. */
export function sorted(actions: readonly ListedAction[], { by, descending }: Order): ListedAction[] {
  const sign = descending ? -1 : 1
  const undated = (action: ListedAction) => (by === 'due' && action.deadline === null ? 1 : 0)
  return actions.toSorted((a, b) => undated(a) - undated(b) || sign * comparisons[by](a, b) || a.number - b.number)
}

/** The soonest due day still owed; when nothing is owed, the last one there was. */
export function deadlineAmong(results: readonly ListedResult[]): Day | null {
  const days = (some: readonly ListedResult[]) => some.flatMap(({ deadline }) => deadline ?? []).sort()
  return days(results.filter(({ state }) => state !== 'done'))[0] ?? days(results).at(-1) ?? null
}
