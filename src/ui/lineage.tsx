import type { Child } from 'hono/jsx'
import { Link } from './link.tsx'

export interface LineageStep {
  readonly label: string
  readonly to?: string
  readonly current?: boolean
  readonly note?: Child
}

/** Where something comes from and where it goes, as a short line. */
export function Lineage({ steps }: { readonly steps: readonly LineageStep[] }) {
  return (
    <ol class="lineage plain">
      {steps.map(({ label, to, current, note }) => (
        <li>
          {current ? <b>{label}</b> : to ? <Link to={to}>{label}</Link> : <span class="quiet">{label}</span>} {note}
        </li>
      ))}
    </ol>
  )
}
