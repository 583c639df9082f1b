/** A piece of text with its marks. */
export interface Run {
  readonly text: string
  readonly strong?: boolean
  readonly emphasis?: boolean
  readonly struck?: boolean
  readonly code?: boolean
  readonly link?: string
  /** The label of a footnote called here. */
  readonly footnote?: string
  /** A line ends here. */
  readonly break?: boolean
}
