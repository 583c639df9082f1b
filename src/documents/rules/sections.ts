import type { Block } from './blocks.ts'

/** A heading and what follows until the next heading of the same or a higher level. Before the first heading: no heading. */
export interface Section<Of extends Block = Block> {
  readonly heading: Of | null
  /** The blocks before its first sub-section, without the heading. */
  readonly blocks: readonly Of[]
  readonly sections: readonly Section<Of>[]
  /** Where it begins in the document, the heading included, and how many blocks it takes, sub-sections included. */
  readonly from: number
  readonly count: number
}

interface Open<Of extends Block> {
  heading: Of | null
  blocks: Of[]
  sections: Open<Of>[]
  from: number
  count: number
}

/** The tree by headings. What stands before the first heading is a section without one, first in the list. */
export function sectionsOf<Of extends Block>(blocks: readonly Of[]): Section<Of>[] {
  const top: Open<Of>[] = []
  const open: Open<Of>[] = []
  const close = (level: number, at: number) => {
    while (open.length > 0 && (open.at(-1)?.heading?.level ?? 0) >= level) {
      const done = open.pop() as Open<Of>
      done.count = at - done.from
    }
  }
  blocks.forEach((block, at) => {
    if (block.kind === 'heading') {
      // A section without a heading ends where the first one begins.
      if (open.length === 1 && open[0]?.heading === null) (open.pop() as Open<Of>).count = at
      close(block.level, at)
      const section: Open<Of> = { heading: block, blocks: [], sections: [], from: at, count: 0 }
      ;(open.at(-1)?.sections ?? top).push(section)
      open.push(section)
      return
    }
    if (open.length === 0) {
      const section: Open<Of> = { heading: null, blocks: [], sections: [], from: at, count: 0 }
      top.push(section)
      open.push(section)
    }
    open.at(-1)?.blocks.push(block)
  })
  while (open.length > 0) {
    const done = open.pop() as Open<Of>
    done.count = blocks.length - done.from
  }
  return top
}

/** Every section, sub-sections after their own, each with its depth from 0. */
export function flatten<Of extends Block>(sections: readonly Section<Of>[], depth = 0): (Section<Of> & { readonly depth: number })[] {
  return sections.flatMap((section) => [{ ...section, depth }, ...flatten(section.sections, depth + 1)])
}

/** What the section before any heading is called in an address. */
export const start = 'inizio'

export const keyOf = (section: Pick<Section, 'heading'>): string => section.heading?.id ?? start

/** Where a section is edited, from its heading to the next heading of any level: short, so that two people seldom meet. */
export function ownRange<Of extends Block>(blocks: readonly Of[], key: string): { readonly from: number; readonly to: number } | null {
  const from = key === start ? 0 : blocks.findIndex(({ id, kind }) => id === key && kind === 'heading')
  if (from < 0) return null
  const next = blocks.findIndex(({ kind }, at) => kind === 'heading' && (key === start ? at >= from : at > from))
  return { from, to: next < 0 ? blocks.length : next }
}
