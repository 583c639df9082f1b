import type { Child } from 'hono/jsx'
import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { useFormats, useWords } from './reader.tsx'

export interface FilterLink {
  readonly label: string
  readonly to: string
  readonly count?: number
  readonly current?: boolean
}

/** A few ways to see one list, as pills. */
export function FilterPills({ label, items }: { readonly label: string; readonly items: readonly FilterLink[] }) {
  return (
    <nav aria-label={label}>
      <ul class="filters plain">
        {items.map((item) => (
          <li>
            <Pill {...item} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Pill({ label, to, count, current }: FilterLink) {
  const { number } = useFormats()
  return (
    <Link to={to} {...(current ? { 'aria-current': 'true' } : {})}>
      {label}
      {count === undefined ? '' : ` ${number(count)}`}
    </Link>
  )
}

export interface FilterGroup {
  readonly title: string
  readonly items: readonly FilterLink[]
}

export interface FilterPanelProps {
  readonly groups: readonly FilterGroup[]
  /** The filters in force; each leads to the list without it. */
  readonly chosen: readonly { readonly label: string; readonly remove: string }[]
  /** The list without any filter. */
  readonly clear: string
  /** A form that searches words within the list. */
  readonly search?: Child
}

/** Every filter is a link that can be shared. At the left on a desktop, closed in a `details` on a phone. */
export function FilterPanel({ groups, chosen, clear, search }: FilterPanelProps) {
  const t = useWords(messages)
  return (
    <div class="filter-panel">
      {search}
      <Chosen chosen={chosen} clear={clear} />
      <details>
        <summary>{chosen.length > 0 ? t('filtersChosen', { count: chosen.length }) : t('filters')}</summary>
        <nav aria-label={t('filters')}>
          {groups
            .filter(({ items }) => items.length > 0)
            .map(({ title, items }) => (
              <Group title={title} items={items} />
            ))}
        </nav>
      </details>
    </div>
  )
}

function Group({ title, items }: FilterGroup) {
  const { number } = useFormats()
  return (
    <div class="filter-group">
      <h2>{title}</h2>
      <ul class="plain">
        {items.map(({ label, to, count, current }) => (
          <li>
            <Link to={to} {...(current ? { 'aria-current': 'true' } : {})}>
              <span>{label}</span> {count === undefined ? '' : <span class="n">{number(count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Chosen({ chosen, clear }: Pick<FilterPanelProps, 'chosen' | 'clear'>) {
  const t = useWords(messages)
  if (chosen.length === 0) return <></>
  return (
    <nav class="chosen" aria-label={t('chosenFilters')}>
      <ul class="filters plain">
        {chosen.map(({ label, remove }) => (
          <li>
            <Link to={remove} aria-label={t('removeFilter', { filter: label })}>
              {label} <span aria-hidden="true">✕</span>
            </Link>
          </li>
        ))}
      </ul>
      {chosen.length > 1 && (
        <p class="small">
          <Link to={clear}>{t('clearFilters')}</Link>
        </p>
      )}
    </nav>
  )
}

/** A list with its filters beside it. */
export function FilteredList({ panel, children }: { readonly panel: Child; readonly children?: Child }) {
  return (
    <div class="filtered">
      {panel}
      <div>{children}</div>
    </div>
  )
}
