import type { Child } from 'hono/jsx'
import { type State, states } from '../charter/states.ts'
import { messages } from './messages.ts'
import { useWords } from './reader.tsx'

export interface StateMarkProps {
  readonly state: State
  /** Another word for this state: 'costituito', 'soddisfatta', 'mancano 6 giorni'. */
  readonly label?: Child
  /** Days of lateness, said after the word. */
  readonly days?: number | null
  /** For narrow places: 'in ritardo, 22 giorni' instead of 'in ritardo di 22 giorni'. */
  readonly compact?: boolean
  /** The Italian word agrees with a feminine thing: 'fase conclusa'. */
  readonly feminine?: boolean
  /** Quiet words under the mark. */
  readonly detail?: Child
}

/** A state is a word, a shape and a colour: never one alone. */
export function StateMark({ state, label, days, compact, feminine, detail }: StateMarkProps) {
  return (
    <>
      <span class={`state state--${state}`}>
        <Shape state={state} />
        <b>{label ?? <Word state={state} days={days} compact={compact} feminine={feminine} />}</b>
      </span>
      {detail && <small class="state-detail">{detail}</small>}
    </>
  )
}

export function Shape({ state }: { readonly state: State }) {
  return (
    <svg aria-hidden="true">
      <use href={`#s-${state}`} />
    </svg>
  )
}

function Word({
  state,
  days,
  compact,
  feminine,
}: { [Key in 'days' | 'compact' | 'feminine']: StateMarkProps[Key] | undefined } & { state: State }) {
  const t = useWords(messages)
  if (state === 'late' && days) {
    if (!compact) return <>{t('lateBy', { days })}</>
    return (
      <>
        {t('state.late')}, <span class="nb">{t('days', { days })}</span>
      </>
    )
  }
  return <>{t(feminine ? `state.${state}.f` : `state.${state}`)}</>
}

/** The words and shapes in use beside, so that nobody has to remember them. */
export function Legend({ only = states, feminine = false }: { readonly only?: readonly State[]; readonly feminine?: boolean }) {
  return (
    <p class="legend">
      {only.map((state) => (
        <>
          <StateMark state={state} feminine={feminine} />{' '}
        </>
      ))}
    </p>
  )
}
