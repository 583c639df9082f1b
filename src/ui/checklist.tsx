import type { Child } from 'hono/jsx'
import type { State } from '../charter/states.ts'
import { messages } from './messages.ts'
import { Meter } from './meter.tsx'
import { useWords } from './reader.tsx'
import { StateMark } from './state.tsx'

export interface Condition {
  readonly state: State
  /** 'soddisfatta' reads better than 'conclusa' for a condition. */
  readonly word?: string
  readonly days?: number | null
  readonly title: Child
  readonly evidence?: Child
  readonly progress?: { readonly value: number; readonly max: number }
  readonly missing?: Child
  /** Whose turn it is. */
  readonly who?: Child
  readonly since?: Child
}

/** One line per condition: its state, its evidence or what is missing, whose turn, since when. */
export function Checklist({ items }: { readonly items: readonly Condition[] }) {
  const t = useWords(messages)
  return (
    <ol class="checklist plain">
      {items.map(({ state, word, days = null, title, evidence, progress, missing, who, since }) => (
        <li>
          <p>
            <StateMark state={state} days={days} feminine {...(word ? { label: word } : {})} />
          </p>
          <div>
            <h3>{title}</h3>
            {evidence && <p>{evidence}</p>}
            {progress && <Meter {...progress} />}
            {missing && (
              <p class="missing">
                <b>{t('missing')}</b> {missing}
              </p>
            )}
          </div>
          {(who || since) && (
            <p class="turn quiet">
              {who && <b>{who}</b>}
              {since}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
