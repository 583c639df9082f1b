/** A line of text and where it was written. */
export interface SourceLine {
  readonly text: string
  readonly file: string
  readonly line: number
}
