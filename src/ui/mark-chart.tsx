import type { State } from '../charter/states.ts'
import type { Day } from '../kernel/day.ts'
import { axisOf } from './axis.ts'
import { messages } from './messages.ts'
import { TodayLine, YearLines } from './phase-chart.tsx'
import { useReader, useWords } from './reader.tsx'

export interface MarkRow {
  readonly label: string
  /** Several that fall on one day in one state are one mark with a count. */
  readonly marks: readonly { readonly day: Day; readonly state: State; readonly count: number }[]
}

const row = 44

/**
 * Due dates over time: one row per subject, a mark for each day, and today. A table beside it must say the same. On a
 * phone the drawing keeps its width, so that marks stay apart, and moves under its window.
 */
export function MarkChart({ label, rows }: { readonly label: string; readonly rows: readonly MarkRow[] }) {
  const { today } = useReader()
  const t = useWords(messages)
  const axis = axisOf([today, ...rows.flatMap(({ marks }) => marks.map(({ day }) => day))])
  const bottom = 26 + row * rows.length
  return (
    <div class="chart-window" role="group" aria-label={label} tabindex={0}>
      <svg class="chart" height={bottom + 8} role="img" aria-label={label}>
        <YearLines axis={axis} bottom={bottom} today={today} />
        <TodayLine x={axis.x(today)} bottom={bottom} />
        {rows.map((one, index) => (
          <>
            <line class="grid-line" x1="0" x2="100%" y1={26 + row * index} y2={26 + row * index} />
            <text class="strong" x="0" y={42 + row * index}>
              {one.label}
            </text>
            {one.marks.map((mark) => (
              <g class={`state--${mark.state}`} transform="translate(-7 0)">
                <use href={`#s-${mark.state}`} x={axis.x(mark.day)} y={49 + row * index} width="14" height="14" />
              </g>
            ))}
            {one.marks
              .filter(({ count }) => count > 1)
              .map((mark) => (
                <text class="tally" x={axis.x(mark.day)} y={61 + row * index} dx="10">
                  {String(mark.count)}
                </text>
              ))}
          </>
        ))}
        <text class="strong" x={axis.x(today)} y="14" text-anchor="middle">
          {t('today')}
        </text>
      </svg>
    </div>
  )
}
