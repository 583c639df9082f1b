import type { Child } from 'hono/jsx'
import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { useWords } from './reader.tsx'
import { Shape } from './state.tsx'

export interface ConfirmationProps {
  /** What happened: 'Fase Design conclusa'. */
  readonly title: Child
  /** To whom it went, where it is recorded. */
  readonly children?: Child
  /** What comes next, one thing a line. */
  readonly next?: readonly Child[]
  readonly links?: readonly { readonly label: string; readonly to: string }[]
}

/** The page after an act: what happened, to whom it went, what comes next. */
export function Confirmation({ title, children, next = [], links = [] }: ConfirmationProps) {
  const t = useWords(messages)
  return (
    <div class="confirmation">
      <div class="confirmation-head">
        <Shape state="done" />
        <h1>{title}</h1>
      </div>
      {children && <div class="lead">{children}</div>}
      {next.length > 0 && (
        <>
          <h2>{t('whatNext')}</h2>
          <ul>
            {next.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </>
      )}
      {links.length > 0 && (
        <ul class="plain more">
          {links.map(({ label, to }) => (
            <li>
              <Link to={to}>{label}</Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
