/** Text reduced to what a page may show without cleaning: no markup passes through, links are http(s) or mailto. */
export type Inline =
  | { readonly kind: 'text' | 'emphasis' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'reference'; readonly text: string; readonly role: 'ref' | 'doc'; readonly target: string }
  | { readonly kind: 'footnote'; readonly text: string }

/** `line` counts from 1 in the file that is read, or in `file` where the text was included from another one. */
export interface Position {
  readonly line: number
  readonly file?: string
}

export type Block = Position &
  (
    | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
    | { readonly kind: 'heading'; readonly text: readonly Inline[]; readonly anchor: string | null }
    | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
    | { readonly kind: 'definitions'; readonly items: readonly Definition[] }
    | { readonly kind: 'note'; readonly title: readonly Inline[]; readonly blocks: readonly Block[] }
    | { readonly kind: 'table'; readonly caption: readonly Inline[]; readonly head: readonly Row[]; readonly body: readonly Row[] }
    | { readonly kind: 'figure'; readonly path: string | null; readonly alt: string; readonly caption: readonly Inline[] }
    | { readonly kind: 'literal'; readonly text: string }
    | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
    | { readonly kind: 'footnote'; readonly label: string; readonly blocks: readonly Block[] }
  )

export interface Definition extends Position {
  readonly term: readonly Inline[]
  readonly blocks: readonly Block[]
}

export interface Row extends Position {
  readonly cells: readonly Cell[]
}

export interface Cell {
  readonly blocks: readonly Block[]
  readonly columns: number
  readonly rows: number
}

export interface Refused {
  readonly file: string
  readonly line: number
  readonly directive: string
  readonly reason: 'forbidden' | 'remote' | 'outside' | 'missing' | 'too-deep' | 'circular' | 'options' | 'unknown' | 'unreadable'
}

/** Collects, while reading, what the reader would not take. */
export interface Report {
  readonly refused: Refused[]
}
