import type { Child } from 'hono/jsx'

export interface HeroProps {
  readonly title: Child
  readonly lead: Child
  readonly action?: Child
  /** What stands beside the words, on white. */
  readonly children?: Child
}

/** The first band of the home page: what this is, the one thing to do, and the state of things at a glance. */
export function Hero({ title, lead, action, children }: HeroProps) {
  return (
    <div class="hero">
      <div class="container">
        <div>
          <h1>{title}</h1>
          <p class="lead">{lead}</p>
          {action && <p>{action}</p>}
        </div>
        {children}
      </div>
    </div>
  )
}
