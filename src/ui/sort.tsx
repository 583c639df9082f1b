import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { useWords } from './reader.tsx'

export interface Sort {
  /** Where the list stands sorted by this column, or the other way round when it is sorted by it already. */
  readonly to: string
  readonly now: 'ascending' | 'descending' | 'none'
}

export interface SortableHeader {
  readonly label: string
  readonly sort?: Sort
  readonly numeric?: boolean
}

/** The head of a column. Its order is said by a shape, by aria-sort and by hidden words. */
export function ColumnHeader({ label, sort, numeric }: SortableHeader) {
  const t = useWords(messages)
  const look = numeric ? { class: 'num' } : {}
  if (!sort) {
    return (
      <th scope="col" {...look}>
        {label}
      </th>
    )
  }
  const [shape, words] = {
    none: ['↕', t('sortBy')],
    ascending: ['▲', t('sortAscending')],
    descending: ['▼', t('sortDescending')],
  }[sort.now] as [string, string]
  return (
    <th scope="col" aria-sort={sort.now} {...look}>
      <Link to={sort.to}>
        {label}
        {'\u00A0'}
        <span aria-hidden="true">{shape}</span>
        <span class="visually-hidden">, {words}</span>
      </Link>
    </th>
  )
}

/** 'Ordinata per scadenza, crescente': for the caption, because a shape alone is not enough. */
export function SortWords({ columns }: { readonly columns: readonly SortableHeader[] }) {
  const t = useWords(messages)
  const sorted = columns.find(({ sort }) => sort && sort.now !== 'none')
  if (!sorted?.sort) return <></>
  return <> {t(sorted.sort.now === 'ascending' ? 'sortedUp' : 'sortedDown', { column: sorted.label })}</>
}
