import { steadyPart } from './order.ts'
import type { Pairing } from './pairing.ts'

export type Match =
  | { readonly kind: 'same' | 'moved'; readonly before: number; readonly after: number }
  | { readonly kind: 'changed'; readonly before: number; readonly after: number; readonly moved: boolean }
  | { readonly kind: 'added'; readonly before: null; readonly after: number }
  | { readonly kind: 'removed'; readonly before: number; readonly after: null }

/** In the order of the later text, what was removed last. */
export function matchesOf(pairing: Pairing): Match[] {
  const moved = movedIn(pairing)
  const there = pairing.after.map((block, after): Match => {
    const before = pairing.origin[after] ?? -1
    if (before < 0) return { kind: 'added', before: null, after }
    if (pairing.before[before]?.key !== block.key) return { kind: 'changed', before, after, moved: moved.has(before) }
    return { kind: moved.has(before) ? 'moved' : 'same', before, after }
  })
  const gone = pairing.partner.flatMap((after, before): Match[] => (after === -1 ? [{ kind: 'removed', before, after: null }] : []))
  return [...there, ...gone]
}

/** Blocks that changed their order among those that stayed. */
export function movedIn(pairing: Pairing): ReadonlySet<number> {
  const kept = pairing.partner.flatMap((after, before) => (after === -1 ? [] : [{ before, after }]))
  const steady = steadyPart(kept.map(({ after }) => after))
  return new Set(kept.filter((_, at) => !steady.has(at)).map(({ before }) => before))
}
