import type { Day } from '../../kernel/day.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Run } from './run.ts'

export type { Run }

interface Placed {
  /** Its address within the paper: a name of letters, digits and hyphens. */
  readonly id?: string
}

export type Words = readonly Run[]

export interface Heading extends Placed {
  readonly kind: 'heading'
  /** From 1 to 4, under the title. */
  readonly level: number
  readonly runs: Words
}

export interface Paragraph extends Placed {
  readonly kind: 'paragraph'
  readonly runs: Words
}

export interface Item extends Placed {
  readonly kind: 'item'
  /** From 1. */
  readonly depth: number
  readonly ordered: boolean
  readonly runs: Words
}

export interface Table extends Placed {
  readonly kind: 'table'
  readonly head: readonly Words[]
  readonly rows: readonly (readonly Words[])[]
  readonly caption?: Words
}

/** A picture, or a drawing whose figures stand in a table beside it. */
export interface Picture extends Placed {
  readonly kind: 'picture'
  readonly type: 'png' | 'jpeg' | 'svg'
  readonly bytes: Buffer
  /** What it shows, for who cannot see it. */
  readonly alt: string
  readonly caption: Words
}

export interface Note extends Placed {
  readonly kind: 'note'
  readonly label: string
  readonly runs: Words
}

export type Part = Heading | Paragraph | Item | Table | Picture | Note

/** A text ready to be written in any format: what it says, and nothing of how it looks. */
export interface Paper {
  readonly lang: Lang
  readonly title: string
  /** Who answers for it. */
  readonly author: string
  readonly date: Day
  /** Lines under the title: version, state, address. */
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** The absolute address of the same thing on the site; relative links are read from there. */
  readonly address: string
  readonly parts: readonly Part[]
}

export const textOf = (runs: Words): string => runs.map(({ text, footnote }) => (footnote === undefined ? text : '')).join('')

/** Links of the site itself become whole addresses: a file is read elsewhere. */
export function linkOf(paper: Paper, link: string): string | null {
  if (!URL.canParse(link, paper.address)) return null
  const url = new URL(link, paper.address)
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
}

/** A list's item with the lists inside it. */
export interface Listed {
  readonly item: Item
  readonly inner: List[]
}
export interface List {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly items: Listed[]
}

/** The parts with items gathered into lists, and lists into items. */
export function withLists(parts: readonly Part[]): (Exclude<Part, Item> | List)[] {
  const flow: (Exclude<Part, Item> | List)[] = []
  let open: List[] = []
  for (const part of parts) {
    if (part.kind !== 'item') {
      // A note stands at the foot of the page: a list goes on around it.
      if (part.kind !== 'note') open = []
      flow.push(part)
      continue
    }
    const depth = Math.min(part.depth, open.length + 1)
    open = open.slice(0, depth)
    let list = open[depth - 1]
    if (!list || list.ordered !== part.ordered) {
      list = { kind: 'list', ordered: part.ordered, items: [] }
      const above = open[depth - 2]?.items.at(-1)
      if (above) above.inner.push(list)
      else flow.push(list)
      open = [...open.slice(0, depth - 1), list]
    }
    list.items.push({ item: part, inner: [] })
  }
  return flow
}

/** Notes by label: each is written where it is first called, the others never. */
export const notesOf = (parts: readonly Part[]): Map<string, Note> =>
  new Map(parts.flatMap((part) => (part.kind === 'note' ? [[part.label, part] as const] : [])))
