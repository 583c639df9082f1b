import { steadyPart } from './order.ts'
import type { Pairing, Read } from './pairing.ts'

/** What is not yet paired between two pairs that follow each other. */
export interface Gap {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The gaps under each heading that is paired, and those of the whole text. Sections first: they tell twins apart. */
export function gapsOf(pairing: Pairing): Gap[] {
  const sections = pairing.before.flatMap((block, at) => {
    const there = pairing.partner[at] ?? -1
    return block.kind === 'heading' && there >= 0 ? [gapsWithin(pairing, under(pairing.before, at), under(pairing.after, there))] : []
  })
  const whole = gapsWithin(pairing, { from: 0, to: pairing.before.length }, { from: 0, to: pairing.after.length })
  return [...sections.flat(), ...whole]
}

function under(blocks: readonly Read[], heading: number): Stretch {
  let to = heading + 1
  while (to < blocks.length && blocks[to]?.kind !== 'heading') to += 1
  return { from: heading + 1, to }
}

/** Between one pair in order and the next; whatever stands there but was moved in or out is not in the way. */
function gapsWithin({ partner, origin }: Pairing, before: Stretch, after: Stretch): Gap[] {
  const kept: [number, number][] = []
  for (let at = before.from; at < before.to; at += 1) {
    const there = partner[at] ?? -1
    if (there >= after.from && there < after.to) kept.push([at, there])
  }
  const steady = steadyPart(kept.map(([, there]) => there))
  const backbone: [number, number][] = [...kept.filter((_, at) => steady.has(at)), [before.to, after.to]]
  let from = before.from
  let there = after.from
  const gaps: Gap[] = []
  for (const [next, nextThere] of backbone) {
    const gap = { before: free(partner, from, next), after: free(origin, there, nextThere) }
    if (gap.before.length > 0 && gap.after.length > 0) gaps.push(gap)
    from = next + 1
    there = nextThere + 1
  }
  return gaps
}

function free(taken: readonly number[], from: number, to: number): number[] {
  const places: number[] = []
  for (let at = from; at < to; at += 1) if (taken[at] === -1) places.push(at)
  return places
}
