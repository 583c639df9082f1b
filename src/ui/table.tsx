import type { Child } from 'hono/jsx'
import { ColumnHeader, type Sort, SortWords } from './sort.tsx'

export interface Column<Row> {
  readonly label: string
  readonly cell: (row: Row) => Child
  readonly sort?: Sort
  readonly numeric?: boolean
  /** The cell that names its row. */
  readonly rowHeader?: boolean
  /** On a phone the rows stand as blocks: the cell says its label, unless it speaks for itself. */
  readonly selfEvident?: boolean
}

export interface TableProps<Row> {
  readonly caption: Child
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Figures close together; on a phone it scrolls sideways instead of becoming blocks. */
  readonly compact?: boolean
}

/** A table of records. Over an empty list the page shows `Empty` instead. */
export function Table<Row>({ caption, captionHidden, columns, rows, compact }: TableProps<Row>) {
  const sortable = columns.some(({ sort }) => sort)
  const look = ['table', compact ? 'compact' : 'stack', sortable && !compact ? 'stack--sortable' : ''].filter(Boolean).join(' ')
  return (
    <div class="scroll">
      <table class={look}>
        <caption {...(captionHidden ? { class: 'visually-hidden' } : {})}>
          {caption}
          <SortWords columns={columns} />
        </caption>
        <thead>
          <tr>
            {columns.map(({ label, sort, numeric }) => (
              <ColumnHeader label={label} {...(sort ? { sort } : {})} {...(numeric ? { numeric } : {})} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map((column) => (
                <Cell column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const content = column.cell(row)
  if (column.rowHeader) return <th scope="row">{content}</th>
  const empty = content === null || content === undefined || content === ''
  return (
    <td {...(column.numeric ? { class: 'num' } : {})} {...(column.selfEvident || empty ? {} : { 'data-label': column.label })}>
      {content}
    </td>
  )
}
