import type { Child } from 'hono/jsx'
import type { State } from '../charter/states.ts'
import type { Day } from '../kernel/day.ts'
import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { useFormats, useWords } from './reader.tsx'
import { StateMark } from './state.tsx'

export interface PhaseStep {
  readonly label: string
  readonly state: State
  readonly days?: number | null
  /** The day it started and it has not concluded: two steps that run together are joined by a bracket. */
  readonly runningSince: Day | null
  readonly dates: Child
  readonly link?: { readonly to: string; readonly label: Child }
}

/** The four phases, each with its state and dates. */
export function Stepper({ steps }: { readonly steps: readonly PhaseStep[] }) {
  const together = runsTogether(steps)
  return (
    <>
      {together && <Bracket {...together} />}
      <ol class="stepper plain">
        {steps.map(({ label, state, days = null, dates, link }, index) => (
          <li class={state}>
            <h3>
              <span>{index + 1}</span>
              {label}
            </h3>
            <p>
              <StateMark state={state} days={days} feminine />
            </p>
            {dates && <p class="quiet">{dates}</p>}
            {link && (
              <p>
                <Link to={link.to}>{link.label}</Link>
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

interface Together {
  readonly from: number
  readonly to: number
  readonly since: Day
}

function Bracket({ from, to, since }: Together) {
  const t = useWords(messages)
  const { day } = useFormats()
  return (
    <p class={`overlap overlap--from-${from} overlap--to-${to}`}>
      <span>{t('togetherSince', { day: day(since) })}</span>
    </p>
  )
}

/** The longest row of neighbouring steps that run at once, counted from 1, and since when all of them do. */
export function runsTogether(steps: readonly Pick<PhaseStep, 'runningSince'>[]): Together | null {
  let best: Together | null = null
  let begun: Day[] = []
  steps.forEach(({ runningSince }, index) => {
    begun = runningSince ? [...begun, runningSince] : []
    const since = begun.toSorted().at(-1)
    if (begun.length < 2 || !since) return
    const from = index + 2 - begun.length
    if (!best || begun.length > best.to - best.from + 1) best = { from, to: index + 1, since }
  })
  return best
}
