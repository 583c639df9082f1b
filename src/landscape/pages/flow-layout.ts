import { Graph, layout } from '@dagrejs/dagre'
import type { End, Joined } from '../store/interconnections.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Drawn {
  readonly width: number
  readonly height: number
  /** Each with its centre. */
  readonly boxes: readonly (Point & { readonly end: End })[]
  readonly lines: readonly { readonly flow: Joined; readonly points: readonly Point[] }[]
}

export const box = { width: 190, height: 56 } as const
const between = 52

/** Where everything stands: data flow from left to right wherever they do not turn back. */
export function laidOut(flows: readonly Joined[]): Drawn {
  const ends = new Map(flows.flatMap(({ from, to }) => [[from.id, from] as const, [to.id, to] as const]))
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 20, ranksep: between, marginx: 4, marginy: 4 })
  for (const id of ends.keys()) graph.setNode(id, { ...box })
  for (const { id, fromId, toId } of flows) graph.setEdge(fromId, toId, {}, id)
  layout(graph)
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: [...ends].map(([id, end]) => ({ end, ...at(graph.node(id)) })),
    lines: flows.map((flow) => {
      const { points } = graph.edge(flow.fromId, flow.toId, flow.id) as unknown as { points: Point[] }
      return { flow, points: fromSideToSide(at(graph.node(flow.fromId)), points.map(at), at(graph.node(flow.toId))) }
    }),
  }
}

/** What goes on to the right leaves from the middle of a side and arrives at the middle of another; what turns back goes as it was laid. */
function fromSideToSide(from: Point, points: readonly Point[], to: Point): readonly Point[] {
  if (to.x <= from.x) return points
  const start = { x: from.x + box.width / 2, y: from.y }
  const end = { x: to.x - box.width / 2, y: to.y }
  const near = end.x - start.x <= between + 1
  const out = { x: start.x + between / 3, y: start.y }
  const into = { x: end.x - between / 3, y: end.y }
  return [start, out, ...(near ? [] : points.slice(1, -1)), into, end]
}

const at = (point: unknown): Point => {
  const { x, y } = point as Point
  return { x: Math.round(x), y: Math.round(y) }
}

/** A line through some points, its corners rounded and its ends straight. */
export function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points
  const last = rest.pop()
  if (!first || !last) return ''
  const through = rest.map((point, index) => {
    const next = rest[index + 1] ?? last
    return `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`
  })
  return [`M${first.x} ${first.y}`, ...through, `L${last.x} ${last.y}`].join(' ')
}

/** A name on at most two lines of a box. */
export function onTwoLines(name: string, most = 24): [string, string] {
  if (name.length <= most) return [name, '']
  const cut = name.lastIndexOf(' ', most)
  const first = cut > 0 ? name.slice(0, cut) : name.slice(0, most)
  const rest = name.slice(first.length).trim()
  return [first, rest.length > most ? `${rest.slice(0, most - 1).trimEnd()}…` : rest]
}
