import type { Child } from 'hono/jsx'
import { Link } from './link.tsx'

export interface Way {
  readonly label: Child
  readonly to: string
  readonly text?: Child
}

/** The ways on from a page, each with a line that tells what is there. */
export function Ways({ items }: { readonly items: readonly Way[] }) {
  return (
    <ul class="ways plain">
      {items.map(({ label, to, text }) => (
        <li>
          <Link to={to}>{label}</Link>
          {text && <p>{text}</p>}
        </li>
      ))}
    </ul>
  )
}
