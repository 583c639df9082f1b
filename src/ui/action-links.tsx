import type { Child } from 'hono/jsx'
import { ButtonLink } from './link.tsx'

export interface ActionLink {
  readonly label: Child
  readonly to: string
  /** Whether whoever reads may do it, as things stand. */
  readonly shown: boolean
}

interface ActionLinksProps {
  readonly items: readonly ActionLink[]
  /** The first of those shown is what this page is for. */
  readonly primary?: boolean
}

/** What can be done from a page; nothing where nothing can. */
export function ActionLinks({ items, primary = true }: ActionLinksProps) {
  const shown = items.filter((item) => item.shown)
  if (shown.length === 0) return <></>
  return (
    <p class="actions">
      {shown.map(({ label, to }, at) => (
        <ButtonLink to={to} kind={primary && at === 0 ? 'primary' : 'secondary'}>
          {label}
        </ButtonLink>
      ))}
    </p>
  )
}
