import type { Child } from 'hono/jsx'
import type { State } from '../charter/states.ts'
import { ButtonLink } from './link.tsx'
import { StateMark } from './state.tsx'

export interface Task {
  readonly state: State
  /** 'mancano 6 giorni'; without it the word of the state, with the days of lateness. */
  readonly label?: string
  readonly days?: number | null
  /** 'entro il 28 luglio' */
  readonly due?: Child
  readonly title: Child
  readonly text?: Child
  readonly action?: { readonly to: string; readonly label: string }
}

/** What waits for me, due first, each with the one button that does it; only the first button is primary. */
export function Tasks({ items }: { readonly items: readonly Task[] }) {
  return (
    <ol class="tasks plain">
      {items.map(({ state, label, days = null, due, title, text, action }, index) => (
        <li>
          <p class="when">
            <StateMark state={state} days={days} {...(label ? { label } : {})} />
            {due && (
              <span class="quiet small">
                <br />
                {due}
              </span>
            )}
          </p>
          <div>
            <h3>{title}</h3>
            {text && <p>{text}</p>}
          </div>
          {action && (
            <ButtonLink to={action.to} kind={index === 0 ? 'primary' : 'secondary'}>
              {action.label}
            </ButtonLink>
          )}
        </li>
      ))}
    </ol>
  )
}
