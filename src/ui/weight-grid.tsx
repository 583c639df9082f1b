import { Link } from './link.tsx'
import { useFormats } from './reader.tsx'

export interface WeightCell {
  /** From 1 to 5, from the left. */
  readonly across: number
  /** From 1 to 5, from below. */
  readonly up: number
  readonly count: number
  readonly to: string
  /** What the cell says in full: '3 portatori di interesse con interesse alto e influenza media'. */
  readonly label: string
  readonly current?: boolean
}

export interface WeightAxis {
  readonly label: string
  readonly words: readonly string[]
}

export interface WeightGridProps {
  readonly caption: string
  readonly across: WeightAxis
  readonly up: WeightAxis
  readonly cells: readonly WeightCell[]
}

/** A grid of two weights, a disc for how many stand at each: a table that is looked at, and leads to the list beside it. */
export function WeightGrid({ caption, across, up, cells }: WeightGridProps) {
  const most = Math.max(1, ...cells.map(({ count }) => count))
  const rows = up.words.map((word, index) => ({ word, weight: index + 1 })).reverse()
  return (
    <table class="weights">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{up.label}</span>
          </th>
          {across.words.map((word) => (
            <th scope="col">
              <span class="visually-hidden">{across.label} </span>
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ word, weight }) => (
          <tr>
            <th scope="row">
              <span class="visually-hidden">{up.label} </span>
              {word}
            </th>
            {across.words.map((_, index) => {
              const cell = cells.find((one) => one.across === index + 1 && one.up === weight)
              return <td>{cell && <Disc cell={cell} most={most} />}</td>
            })}
          </tr>
        ))}
      </tbody>
      <tfoot aria-hidden="true">
        <tr>
          <td>{up.label} ↑</td>
          <td colspan={across.words.length}>{across.label} →</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** Four sizes: by the square root, so that it is the area that tells how many. */
function Disc({ cell: { to, label, count, current }, most }: { readonly cell: WeightCell; readonly most: number }) {
  const { number } = useFormats()
  const size = Math.max(1, Math.ceil(Math.sqrt(count / most) * 4))
  return (
    <Link to={to} class={`disc disc--${size}`} aria-label={label} {...(current ? { 'aria-current': 'true' } : {})}>
      {number(count)}
    </Link>
  )
}
