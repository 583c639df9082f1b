import type { Child } from 'hono/jsx'
import { ButtonLink } from './link.tsx'

export interface NowItem {
  readonly title: Child
  readonly text?: Child
  /** One link, or a small form of the page's own. */
  readonly action?: { readonly to: string; readonly label: string; readonly primary?: boolean } | Child
}

const isLink = (action: NowItem['action']): action is { to: string; label: string; primary?: boolean } =>
  typeof action === 'object' && action !== null && 'to' in action && 'label' in action

/** What is open to me now, the most pressing first. */
export function NowList({ items }: { readonly items: readonly NowItem[] }) {
  return (
    <ul class="now plain">
      {items.map(({ title, text, action }) => (
        <li>
          <div>
            <h3>{title}</h3>
            {text && <p>{text}</p>}
          </div>
          {isLink(action) ? (
            <ButtonLink to={action.to} kind={action.primary ? 'primary' : 'secondary'}>
              {action.label}
            </ButtonLink>
          ) : (
            action
          )}
        </li>
      ))}
    </ul>
  )
}
