import type { Child } from 'hono/jsx'

export interface Fact {
  readonly term: Child
  /** A fact with nothing to say is left out. */
  readonly details: Child
}

const said = ({ details }: Fact) => details !== null && details !== undefined && details !== false && details !== ''

/** Facts beside a text: who answers, where it belongs, what it holds. */
export function Facts({ items }: { readonly items: readonly Fact[] }) {
  return (
    <dl class="facts">
      {items.filter(said).map(({ term, details }) => (
        <>
          <dt>{term}</dt>
          <dd>{details}</dd>
        </>
      ))}
    </dl>
  )
}

/** Long facts, each on its own line beside its name; the five fields of the plan stand so, in the plan's order. */
export function Fields({ items }: { readonly items: readonly Fact[] }) {
  return (
    <dl class="fields">
      {items.filter(said).map(({ term, details }) => (
        <div>
          <dt>{term}</dt>
          <dd>{details}</dd>
        </div>
      ))}
    </dl>
  )
}
