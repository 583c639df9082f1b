import type { Child } from 'hono/jsx'
import type { State } from '../charter/states.ts'
import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { useWords } from './reader.tsx'
import { ColumnHeader, type SortableHeader, SortWords } from './sort.tsx'
import { StateMark } from './state.tsx'

export interface PictureCell {
  readonly to: string
  readonly state: State
  readonly days?: number | null
  /** What is missing first, or when it concluded. */
  readonly text?: Child
}

export interface PictureRow {
  readonly name: string
  readonly to: string
  readonly priority?: boolean
  /** Who leads. */
  readonly small?: Child
  /** One for each phase, in the order of the columns. */
  readonly cells: readonly PictureCell[]
}

export interface PictureProps {
  readonly caption: Child
  /** The head of the first column, then one for each phase. */
  readonly columns: readonly SortableHeader[]
  readonly rows: readonly PictureRow[]
}

/** The national picture: ecosystems by phases; on a phone each row becomes a name over its cells. */
export function Picture({ caption, columns, rows }: PictureProps) {
  return (
    <table class="table picture">
      <caption>
        {caption}
        <SortWords columns={columns} />
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <ColumnHeader {...column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row row={row} phases={columns.slice(1).map(({ label }) => label)} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, phases }: { readonly row: PictureRow; readonly phases: readonly string[] }) {
  const t = useWords(messages)
  return (
    <tr>
      <th scope="row">
        <Link to={row.to}>{row.name}</Link>
        {row.priority && <span class="quiet small nb"> · {t('priority')}</span>}
        {row.small && <small>{row.small}</small>}
      </th>
      {row.cells.map(({ to, state, days = null, text }, index) => (
        <td class={`is-${state}`}>
          <Link class="cell" to={to}>
            <span class="visually-hidden">
              {row.name}, {phases[index]}:{' '}
            </span>
            <StateMark state={state} days={days} compact feminine />
            {text && <small>{text}</small>}
          </Link>
        </td>
      ))}
    </tr>
  )
}
