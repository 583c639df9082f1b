import type { Child } from 'hono/jsx'
import type { State } from '../charter/states.ts'
import { Shape, StateMark } from './state.tsx'

export interface ResultBoxProps {
  readonly title: Child
  readonly state: State
  readonly days?: number | null
  /** 'scadenza 31 dicembre 2019' */
  readonly due?: Child
  /** When the result counts things: how many are done of how many. */
  readonly done?: number
  readonly total?: number
  readonly children?: Child
}

const most = 12

/** A result of an action beside its state: what was asked, how far it got, how late it is. */
export function ResultBox({ title, state, days = null, due, done = 0, total = 0, children }: ResultBoxProps) {
  const rest: State = state === 'done' ? 'done' : state
  return (
    <div class={`result result--${state}`}>
      <h3>{title}</h3>
      <p class="count">
        {total > 1 && total <= most && (
          <span class="marks" aria-hidden="true">
            {Array.from({ length: total }, (_, index) => (
              <span class={`state state--${index < done ? 'done' : rest}`}>
                <Shape state={index < done ? 'done' : rest} />
              </span>
            ))}
          </span>
        )}
        <span>
          <StateMark state={state} days={days} />
          {due && (
            <>
              <br />
              <span class="quiet small">{due}</span>
            </>
          )}
        </span>
      </p>
      {children && <div class="small">{children}</div>}
    </div>
  )
}
