import type { State } from '../charter/states.ts'
import type { Day } from '../kernel/day.ts'
import type { ListedAction } from './listing.ts'
import { severity } from './rules.ts'

export interface DueMark {
  readonly day: Day
  readonly state: State
  readonly count: number
  /** The actions whose results are due then, in that state. */
  readonly actions: readonly { readonly number: number; readonly code: string }[]
}

export interface TimelineRow {
  readonly chapter: ListedAction['chapter']
  readonly marks: readonly DueMark[]
}

/** One row for each chapter that has something due, in the plan's order; one mark for each day and state. */
export function timelineOf(actions: readonly ListedAction[]): TimelineRow[] {
  const rows = new Map<string, { chapter: ListedAction['chapter']; actions: ListedAction[] }>()
  for (const action of actions) {
    const key = action.chapter?.slug ?? ''
    const row = rows.get(key) ?? { chapter: action.chapter, actions: [] }
    row.actions.push(action)
    rows.set(key, row)
  }
  return [...rows.values()].map(({ chapter, actions: some }) => ({ chapter, marks: marksOf(some) })).filter(({ marks }) => marks.length > 0)
}

function marksOf(actions: readonly ListedAction[]): DueMark[] {
  const marks = new Map<string, { day: Day; state: State; count: number; actions: Map<number, string> }>()
  for (const { number, code, results } of actions) {
    for (const { deadline, state } of results) {
      if (!deadline) continue
      const key = `${deadline} ${state}`
      const mark = marks.get(key) ?? { day: deadline, state, count: 0, actions: new Map<number, string>() }
      mark.count += 1
      mark.actions.set(number, code)
      marks.set(key, mark)
    }
  }
  return [...marks.values()]
    .map((mark) => ({ ...mark, actions: [...mark.actions].map(([number, code]) => ({ number, code })) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : severity.indexOf(a.state) - severity.indexOf(b.state)))
}

/** What a drawing can hold without marks on top of each other: one for each day, in the worst state due then. */
export function worstByDay(marks: readonly DueMark[]): Pick<DueMark, 'day' | 'state' | 'count'>[] {
  const days = new Map<Day, Pick<DueMark, 'day' | 'state' | 'count'>>()
  for (const { day, state, count } of marks) {
    const known = days.get(day)
    const worst = known && severity.indexOf(known.state) < severity.indexOf(state) ? known.state : state
    days.set(day, { day, state: worst, count: count + (known?.count ?? 0) })
  }
  return [...days.values()]
}
