import type { Child } from 'hono/jsx'
import type { Day } from '../kernel/day.ts'
import { messages } from './messages.ts'
import { useFormats, useReader, useWords } from './reader.tsx'

export interface Happening {
  readonly day: Day
  /** Said instead of the day: 'entro ottobre 2020'. */
  readonly when?: string
  readonly text: Child
}

type Point = Happening & { readonly kind: 'past' | 'today' | 'next' }

/** What happened, today, what comes: a thin line of time, in up to three columns on a wide screen. */
export function TimeLine({ items, columns = 3 }: { readonly items: readonly Happening[]; readonly columns?: 1 | 3 }) {
  const { today } = useReader()
  const t = useWords(messages)
  const sorted = items.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const points: Point[] = [
    ...sorted.filter((item) => item.day <= today).map((item) => ({ ...item, kind: 'past' as const })),
    { day: today, text: t('todayTitle'), kind: 'today' },
    ...sorted.filter((item) => item.day > today).map((item) => ({ ...item, kind: 'next' as const })),
  ]
  if (columns === 1) return <Line points={points} start={1} />
  const size = Math.max(2, Math.ceil(points.length / columns))
  const starts = Array.from({ length: Math.ceil(points.length / size) }, (_, index) => index * size)
  return (
    <div class="columns columns--tight columns--after">
      {starts.map((start) => (
        <Line points={points.slice(start, start + size)} start={start + 1} />
      ))}
    </div>
  )
}

function Line({ points, start }: { readonly points: readonly Point[]; readonly start: number }) {
  const { day: words } = useFormats()
  return (
    <ol class="line plain" {...(start > 1 ? { start } : {})}>
      {points.map(({ day, when, text, kind }) => (
        <li {...(kind === 'past' ? {} : { class: kind })}>
          <time datetime={day}>{when ?? words(day)}</time>
          {text}
        </li>
      ))}
    </ol>
  )
}
