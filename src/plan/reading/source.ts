import type { Position, Refused } from '../../platform/rst.ts'
import type { Impact } from './areas.ts'
import type { Timing } from './timing.ts'

export type { Position, Refused }

/** What a plan's source says, and nothing that it does not say: what could not be placed stands in `unplaced`. */
export interface PlanSource {
  readonly title: string
  readonly chapters: readonly Chapter[]
  readonly actions: readonly PlanAction[]
  readonly ecosystems: readonly EcosystemRow[]
  /** What the closing chapter asks of the administrations, year by year, for each action. */
  readonly indications: readonly Indication[]
  /** Acronyms the plan itself explains: 'MEF' → 'Ministero dell’Economia e delle finanze'. */
  readonly acronyms: Readonly<Record<string, string>>
  readonly unplaced: readonly Unplaced[]
  readonly refused: readonly Refused[]
}

export interface Chapter {
  readonly position: number
  /** Null for what the plan does not number: thanks, appendices, annexes. */
  readonly number: number | null
  readonly slug: string
  readonly title: string
  /** The part of the plan the chapter stands in, as its table of contents calls it. */
  readonly part: string | null
  readonly file: string
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}

export interface Section {
  readonly slug: string
  readonly title: string
  readonly line: number
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}

/** Text reduced to what a page may show without cleaning: no markup passes through, links are http(s) or mailto. */
export type Inline =
  | { readonly kind: 'text' | 'emphasis' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'action'; readonly text: string; readonly code: string }
  | { readonly kind: 'chapter'; readonly text: string; readonly slug: string }
  | { readonly kind: 'footnote'; readonly text: string }

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
    /** Here stands an action; its fields are in `actions`. */
    | { readonly kind: 'action'; readonly code: string }
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

export type Scope = 'central' | 'territorial'

export interface PlanAction {
  readonly code: string
  readonly number: number
  readonly title: string
  readonly file: string
  readonly line: number
  /** Where to read more: the chapter and the anchor in it. Null where the source does not tell. */
  readonly readMore: { readonly chapter: string; readonly anchor: string } | null
  readonly timingText: string
  readonly timing: Timing | null
  readonly actorsText: string
  readonly actors: readonly { readonly name: string }[]
  readonly description: readonly Block[]
  readonly results: readonly ActionResult[]
  readonly areasText: string
  readonly areas: readonly Impact[]
  /** The kinds of administration the source names. Positive facts: what is missing is unknown, not denied. */
  readonly scope: readonly Scope[]
}

export interface ActionResult {
  readonly line: number
  readonly text: string
  /** The one deadline the result names; null with none, or with several that differ. */
  readonly due: Timing | null
  /** Every date the result names as a deadline. */
  readonly dates: readonly Timing[]
}

export interface EcosystemRow {
  readonly name: string
  readonly description: string
  readonly leads: readonly string[]
  /** The other administrations involved, leads excluded. */
  readonly actors: readonly string[]
  readonly status: string
  /** The action whose result names this ecosystem among the first to begin. */
  readonly priority: { readonly action: string; readonly file: string; readonly line: number } | null
  readonly file: string
  readonly line: number
}

export interface Indication {
  readonly action: string
  readonly text: string
  /** The year's heading, as written: '2020', 'Dal 2019'. */
  readonly year: string
  readonly topic: string
  readonly section: string
  readonly file: string
  readonly line: number
}

export type Reason =
  | 'missing'
  | 'duplicate-code'
  | 'no-date'
  | 'year-only'
  | 'no-year'
  | 'impossible-day'
  | 'several-dates'
  | 'more-than-a-date'
  | 'unknown-form'
  | 'perhaps-two-names'
  | 'not-a-name'
  | 'not-told'
  | 'indication-not-confirmed'
  | 'unknown-ecosystem'
  | 'unknown-action'
  | 'no-lead'
  | 'tabs-differ'

export interface Unplaced {
  readonly file: string
  readonly line: number
  readonly action?: string
  readonly field: 'action' | 'timing' | 'actors' | 'description' | 'results' | 'areas' | 'scope' | 'ecosystem'
  readonly text: string
  readonly reason: Reason
}

/** Collects, while reading, what the reader could not or would not take. */
export interface Report {
  readonly unplaced: Unplaced[]
  readonly refused: Refused[]
}
