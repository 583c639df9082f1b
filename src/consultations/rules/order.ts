export type Way = 'earlier' | 'later'

/** The same list with one of them a place earlier or later; at the end of its way it stays where it is. */
export function moved<One extends { readonly id: string }>(all: readonly One[], id: string, way: Way): One[] {
  const list = [...all]
  const from = list.findIndex((one) => one.id === id)
  const to = way === 'earlier' ? from - 1 : from + 1
  const [one, other] = [list[from], list[to]]
  if (one && other) [list[from], list[to]] = [other, one]
  return list
}
