import type { Block } from '../../documents/index.ts'
import type { Spot } from '../rules/carrying.ts'

const around = 300

interface PassageProps {
  readonly spot: Spot
  readonly block: Block
}

/** A passage marked in its block; of a long block, what is around it. */
export function PassageText(props: PassageProps) {
  return (
    <p>
      <Passage {...props} />
    </p>
  )
}

/** The same, within a line. */
export function Passage({ spot, block }: PassageProps) {
  const [starts, ends] = [spot.starts ?? 0, spot.ends ?? block.text.length]
  const whole = spot.starts === null
  const from = whole ? 0 : Math.max(0, starts - around)
  const to = whole ? block.text.length : Math.min(block.text.length, ends + around)
  return (
    <span lang="it">
      {from > 0 && '…'}
      {block.text.slice(from, starts).toWellFormed()}
      <mark>{block.text.slice(starts, ends).toWellFormed()}</mark>
      {block.text.slice(ends, to).toWellFormed()}
      {to < block.text.length && '…'}
    </span>
  )
}

const shortest = 90

export function excerptOf(block: Pick<Block, 'text'>, spot?: Spot, most = shortest): string {
  const text = spot && spot.starts !== null && spot.ends !== null ? block.text.slice(spot.starts, spot.ends) : block.text
  return text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text
}
