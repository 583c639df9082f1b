import { type Phase, phases } from '../../charter/phases.ts'
import type { State } from '../../charter/states.ts'
import type { EcosystemView } from '../../ecosystems/index.ts'

export interface Cell {
  readonly phase: Phase
  readonly state: State
  readonly daysLate: number | null
}

/** An ecosystem in the national picture. */
export interface Row {
  readonly ecosystem: EcosystemView
  readonly name: string
  readonly cells: readonly Cell[]
}

export const filters = ['prioritari', 'ritardo', 'in-corso'] as const
export type Filter = (typeof filters)[number]

const tests: Record<Filter, (row: Row) => boolean> = {
  prioritari: ({ ecosystem }) => ecosystem.priority,
  ritardo: ({ cells }) => cells.some(({ state }) => state === 'late'),
  'in-corso': ({ cells }) => cells.some(({ state }) => state === 'doing'),
}

export function filtered(rows: readonly Row[], filter: Filter | null): readonly Row[] {
  return filter ? rows.filter(tests[filter]) : rows
}

export const sortKeys = ['nome', ...phases] as const
export type SortKey = (typeof sortKeys)[number]

export interface Order {
  readonly by: SortKey
  readonly descending: boolean
}

/** Reads '?ordina=-design'. What means nothing is left aside. */
export function orderOf(asked: string | undefined): Order | null {
  const by = sortKeys.find((key) => key === asked?.replace(/^-/, ''))
  return by ? { by, descending: asked?.startsWith('-') ?? false } : null
}

const byName = new Intl.Collator('it').compare
/** What presses most comes first. */
const severity: readonly State[] = ['late', 'blocked', 'doing', 'unmeasured', 'todo', 'done']
const daysOf = (cell: Cell | undefined) => cell?.daysLate ?? 0

/** Unless another order is asked: the latest first, then the priority ones, then by name. So a phone too begins from what matters. */
export function sorted(rows: readonly Row[], order: Order | null): Row[] {
  if (!order)
    return rows.toSorted(
      (a, b) => worst(b) - worst(a) || Number(b.ecosystem.priority) - Number(a.ecosystem.priority) || byName(a.name, b.name),
    )
  const compare = order.by === 'nome' ? (a: Row, b: Row) => byName(a.name, b.name) : comparing(order.by)
  const sign = order.descending ? -1 : 1
  return rows.toSorted((a, b) => sign * compare(a, b) || byName(a.name, b.name))
}

const worst = ({ cells }: Row) => Math.max(...cells.map(daysOf))

function comparing(phase: Phase) {
  const cellOf = ({ cells }: Row) => cells.find((cell) => cell.phase === phase)
  const rank = (cell: Cell | undefined) => severity.indexOf(cell?.state ?? 'todo')
  return (a: Row, b: Row) => rank(cellOf(a)) - rank(cellOf(b)) || daysOf(cellOf(b)) - daysOf(cellOf(a))
}

export interface Lateness {
  readonly phases: number
  readonly longest: number
}

export function lateness(rows: readonly Row[]): Lateness {
  const late = rows.flatMap(({ cells }) => cells.filter(({ state }) => state === 'late'))
  return { phases: late.length, longest: Math.max(0, ...late.map(daysOf)) }
}
