import { createHash } from 'node:crypto'

/** A part of a page drawn before, as it is sent. */
export interface Piece {
  readonly bytes: Buffer
  readonly digest: Buffer
}

export function pieceOf(html: string): Piece {
  const bytes = Buffer.from(html)
  return { bytes, digest: createHash('sha256').update(bytes).digest() }
}

/** Where in a page its pieces go, once. What people write is escaped around them, so that nobody can write this. */
export const piecesHere = '<!--pieces-->'

/** A page drawn around its pieces. */
export interface Pieced {
  readonly html: string
  readonly pieces: readonly Piece[]
}

export const inOnePiece = (html: string): Pieced => ({ html, pieces: [] })

/** The text before the pieces, and after them. */
export function around({ html }: Pieced): [before: string, after: string] {
  const at = html.indexOf(piecesHere)
  return at < 0 ? [html, ''] : [html.slice(0, at), html.slice(at + piecesHere.length)]
}

export function wholeText(page: Pieced): string {
  const [before, after] = around(page)
  return before + page.pieces.map(({ bytes }) => bytes.toString()).join('') + after
}
