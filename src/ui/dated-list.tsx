import type { Child } from 'hono/jsx'
import type { Day } from '../kernel/day.ts'
import { Link } from './link.tsx'
import { useFormats } from './reader.tsx'

export interface DatedItem {
  readonly day: Day
  readonly title: Child
  readonly to?: string
  readonly text?: Child
  /** Buttons, under its text. */
  readonly doings?: Child
}

/** Things with a day, the number of the day standing out. */
export function DatedList({ items }: { readonly items: readonly DatedItem[] }) {
  return (
    <ol class="dated plain">
      {items.map(({ day, title, to, text, doings }) => (
        <li>
          <p class="day">
            <BigDay day={day} />
          </p>
          <div>
            {to ? <Link to={to}>{title}</Link> : <b>{title}</b>}
            {text && <p>{text}</p>}
            {doings}
          </div>
        </li>
      ))}
    </ol>
  )
}

function BigDay({ day }: { readonly day: Day }) {
  const words = useFormats().day(day, 'short')
  const end = words.indexOf(' ')
  return (
    <time datetime={day}>
      <b>{words.slice(0, end)}</b>
      {words.slice(end)}
    </time>
  )
}
