import type { State } from '../charter/states.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import { type Axis, axisOf } from './axis.ts'
import { messages } from './messages.ts'
import { useReader, useWords } from './reader.tsx'

export interface PhaseSpan {
  readonly label: string
  readonly state: State
  readonly begun: Day | null
  readonly ended: Day | null
  /** When it should begin and be over, where somebody set it. */
  readonly planned: Day | null
  readonly due: Day | null
}

const row = 35

/** The phases over time: full bars for what happened, dashed ones for what is planned, and today. */
export function PhaseChart({ label, spans }: { readonly label: string; readonly spans: readonly PhaseSpan[] }) {
  const { today } = useReader()
  const t = useWords(messages)
  const axis = axisOf([today, ...spans.flatMap(({ begun, ended, planned, due }) => [begun, ended, planned, due])])
  const bottom = 28 + row * spans.length
  return (
    <svg class="chart" height={bottom + 8} role="img" aria-label={label}>
      <YearLines axis={axis} bottom={bottom} today={today} />
      <TodayLine
        x={axis.x(today)}
        bottom={bottom}
        gaps={spans.map((span, index) => (crosses(span, axis, today) ? 31 + row * index : 0)).filter(Boolean)}
      />
      {spans.map((span, index) => (
        <Span span={span} axis={axis} today={today} y={48 + row * index} />
      ))}
      <text class="strong" x={axis.x(today)} y="14" text-anchor="middle">
        {t('today')}
      </text>
    </svg>
  )
}

const startOf = ({ begun, planned, due }: PhaseSpan) => begun ?? planned ?? due

/** Whether a label, written from its start on a narrow screen (2.3% of the width a letter), would meet today's line. */
function crosses(span: PhaseSpan, axis: Axis, today: Day): boolean {
  const start = startOf(span)
  if (!start || start > today) return false
  return axis.at(today) - axis.at(start) < span.label.length * 2.3
}

/** Today, leaving the labels it would strike through. */
export function TodayLine({ x, bottom, gaps = [] }: { readonly x: string; readonly bottom: number; readonly gaps?: readonly number[] }) {
  const ends = [...gaps, bottom + 4]
  return (
    <>
      {ends.map((end, index) => (
        <line class="today-line" x1={x} x2={x} y1={index === 0 ? 22 : (gaps[index - 1] ?? 0) + 17} y2={end} />
      ))}
    </>
  )
}

/** A year is named where its line stands, unless "today" is written there. */
export function YearLines({ axis, bottom, today }: { readonly axis: Axis; readonly bottom: number; readonly today: Day }) {
  const near = (start: Day) => Math.abs(daysBetween(start, today)) < axis.length / 10
  return (
    <>
      {axis.years.map((start) => (
        <>
          <line class="grid-line" x1={axis.x(start)} x2={axis.x(start)} y1="22" y2={bottom} />
          {near(start) ? (
            <></>
          ) : (
            <text x={axis.x(start)} y="14">
              {start.slice(0, 4)}
            </text>
          )}
        </>
      ))}
    </>
  )
}

function Span({ span, axis, today, y }: { readonly span: PhaseSpan; readonly axis: Axis; readonly today: Day; readonly y: number }) {
  const { begun, ended, due, state, label } = span
  const start = startOf(span)
  if (!start) return <></>
  const restFrom = begun ? today : start
  const late = axis.at(start) > 70
  return (
    <>
      <text class="strong" x={late ? '100%' : axis.x(start)} y={y - 6} {...(late ? { 'text-anchor': 'end' } : {})}>
        {label}
      </text>
      {begun && <rect class={`bar bar--${state}`} x={axis.x(begun)} y={y} width={axis.width(begun, ended ?? today)} height="12" rx="2" />}
      {!ended && due && restFrom < due && (
        <rect class={`bar bar--planned bar--${state}`} x={axis.x(restFrom)} y={y} width={axis.width(restFrom, due)} height="12" rx="2" />
      )}
    </>
  )
}
