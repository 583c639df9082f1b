/** The places of the longest part of a list that grows: what is outside it changed its order. */
export function steadyPart(positions: readonly number[]): Set<number> {
  const tails: number[] = []
  const previous: number[] = []
  for (const [at, position] of positions.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((positions[tails[middle] as number] as number) < position) low = middle + 1
      else high = middle
    }
    previous[at] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = at
  }
  const steady = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] as number) steady.add(at)
  return steady
}
