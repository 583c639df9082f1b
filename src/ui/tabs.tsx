import type { FilterLink } from './filters.tsx'
import { Link } from './link.tsx'
import { useFormats } from './reader.tsx'

/** The faces of one thing, as plain links: each has its own address. */
export function Tabs({ label, items }: { readonly label: string; readonly items: readonly FilterLink[] }) {
  const { number } = useFormats()
  return (
    <nav class="tabs" aria-label={label}>
      <ul class="plain">
        {items.map(({ label: words, to, count, current }) => (
          <li>
            <Link to={to} {...(current ? { 'aria-current': 'page' } : {})}>
              {words}
              {count === undefined ? <></> : <span class="n"> {number(count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
