import type { Child } from 'hono/jsx'
import { Unbroken } from './unbroken.tsx'

export interface PageHeadProps {
  readonly title: Child
  /** Short facts above the title: where this belongs, its code, its cycle. */
  readonly kicker?: readonly Child[]
  /** The state in one mark. */
  readonly verdict?: Child
  readonly lead?: Child
  readonly children?: Child
}

/** Above the fold: what this is, its state, and what to know first. */
export function PageHead({ title, kicker = [], verdict, lead, children }: PageHeadProps) {
  const facts = kicker.filter((fact) => fact !== null && fact !== undefined && fact !== false && fact !== '')
  return (
    <div class="page-head">
      {facts.length > 0 && (
        <p class="kicker">
          {facts.map((fact) => (
            <span>{fact}</span>
          ))}
        </p>
      )}
      <h1>
        <Unbroken>{title}</Unbroken>
      </h1>
      {verdict && <p class="verdict">{verdict}</p>}
      {lead && <p class="lead">{lead}</p>}
      {children}
    </div>
  )
}
