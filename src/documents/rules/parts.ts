import type { Block } from './blocks.ts'
import type { DocumentKind } from './documents.ts'
import { flatten, sectionsOf } from './sections.ts'

/** What a kind of document must hold. */
export const parts = ['vision', 'perimeter', 'strategy', 'inside', 'border', 'outside', 'objectives', 'interventions'] as const
export type Part = (typeof parts)[number]

const needed: Record<DocumentKind, readonly Part[]> = {
  perimeter: ['inside', 'border', 'outside'],
  vision: ['objectives', 'interventions'],
  strategy: ['vision', 'perimeter', 'strategy'],
  other: [],
}

/** How a strategy document's headings name its parts, in either language. */
const titles: Partial<Record<Part, RegExp>> = {
  vision: /\bvision/i,
  perimeter: /\bperimetr|\bperimeter/i,
  strategy: /\bstrategi|\bstrategy/i,
}

export interface PartFound {
  readonly part: Part
  readonly found: boolean
  /** The section or the block that answers for it. */
  readonly blockId: string | null
}

/** One line for each part that the document must hold, with where it is. */
export function partsOf(kind: DocumentKind, blocks: readonly Block[]): PartFound[] {
  const sections = flatten(sectionsOf(blocks))
  return needed[kind].map((part) => {
    const block = blocks.find((one) => answers(part, one))
    const titled = titles[part]
    const section = titled && sections.find(({ heading, count }) => heading && count > 1 && titled.test(heading.text))
    const blockId = block?.id ?? section?.heading?.id ?? null
    return { part, found: blockId !== null, blockId }
  })
}

function answers(part: Part, { kind, data }: Block): boolean {
  if (part === 'inside' || part === 'border' || part === 'outside') return kind === 'perimeter-item' && data.place === part
  if (part === 'objectives') return kind === 'objective'
  return part === 'interventions' && kind === 'intervention'
}

export const missingParts = (kind: DocumentKind, blocks: readonly Block[]): Part[] =>
  partsOf(kind, blocks).flatMap(({ part, found }) => (found ? [] : [part]))
