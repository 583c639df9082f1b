import type { Child } from 'hono/jsx'
import { Link } from './link.tsx'

export interface KeyNumber {
  readonly value: string
  readonly label: string
  readonly to: string
  readonly text?: Child
  readonly late?: boolean
}

/** Key numbers, each leading to its list. */
export function Numbers({ label, items }: { readonly label: string; readonly items: readonly KeyNumber[] }) {
  return (
    <ul class="numbers plain" aria-label={label}>
      {items.map((item) => (
        <li {...(item.late ? { class: 'late' } : {})}>
          <Link to={item.to}>
            <b>{item.value}</b>
            <span class="label">{item.label}</span>
            {item.text && <span class="small quiet">{item.text}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}
