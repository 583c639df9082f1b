import type { State } from '../charter/states.ts'
import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { useFormats, useWords } from './reader.tsx'
import { Legend } from './state.tsx'

export interface GlanceRow {
  readonly label: string
  readonly to?: string
  /** One for each ecosystem, in any order. */
  readonly marks: readonly State[]
}

/** From what is finished to what has not begun, so that rows compare like bars. */
const order: readonly State[] = ['done', 'doing', 'late', 'blocked', 'unmeasured', 'todo']
const perRow = 13
const step = 30.6

/** The whole picture at a glance: one mark per ecosystem. The words beside each row say the same. */
export function Glance({ title, id, rows }: { readonly title: string; readonly id: string; readonly rows: readonly GlanceRow[] }) {
  const used = order.filter((state) => rows.some(({ marks }) => marks.includes(state)))
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ol class="glance plain">
        {rows.map((row) => (
          <li>
            <p>
              {row.to ? (
                <Link to={row.to}>
                  <b>{row.label}</b>
                </Link>
              ) : (
                <b>{row.label}</b>
              )}{' '}
              <span class="quiet small">
                <Summary marks={row.marks} />
              </span>
            </p>
            <Marks marks={order.flatMap((state) => row.marks.filter((mark) => mark === state))} />
          </li>
        ))}
      </ol>
      <Legend only={used} feminine />
    </section>
  )
}

function Summary({ marks }: { readonly marks: readonly State[] }) {
  const t = useWords(messages)
  const { number } = useFormats()
  const told = order
    .filter((state) => state !== 'todo')
    .map((state) => ({ state, count: marks.filter((mark) => mark === state).length }))
    .filter(({ count }) => count > 0)
  if (told.length === 0) return <>{t('glanceNone')}</>
  return <>{told.map(({ state, count }) => `${number(count)} ${t(`count.${state}`, { count })}`).join(', ')}</>
}

function Marks({ marks }: { readonly marks: readonly State[] }) {
  const rows = Math.max(1, Math.ceil(marks.length / perRow))
  return (
    <svg viewBox={`0 0 390 ${rows * 28 - 6}`} aria-hidden="true" focusable="false">
      {marks.map((state, index) => (
        <g class={`state--${state}`}>
          <use
            href={`#s-${state}`}
            x={(1 + (index % perRow) * step).toFixed(1)}
            y={1 + Math.floor(index / perRow) * 28}
            width="20"
            height="20"
          />
        </g>
      ))}
    </svg>
  )
}
