import { createHash } from 'node:crypto'

/** A part of a page drawn before, as it is sent. No nonce stands in it. */
export interface Piece {
  readonly bytes: Buffer
  readonly digest: Buffer
}

export function pieceOf(html: string): Piece {
  const bytes = Buffer.from(html)
  return { bytes, digest: createHash('sha256').update(bytes).digest() }
}

/** Where pieces go in what is drawn around them. What people write there is escaped, so that nobody can write this. */
export const piecesHere = '<!--pieces-->'

/** What is drawn around the places of pieces: one more than there are. */
export const around = (html: string): string[] => html.split(piecesHere)

/** What stands around the pieces of a page, with the nonce that it was drawn with. */
export interface Frame {
  readonly html: string
  readonly nonce: string
  readonly revision: string
}

/** A page of which the frame is drawn only when its own revision, a part of the page's, changed. */
export interface Pieced {
  readonly pieces: readonly Piece[]
  readonly frameRevision: string
  readonly drawFrame: () => Promise<string>
}

export interface Drawing {
  readonly frame: Frame
  readonly pieces: readonly Piece[]
}

export async function drawing({ pieces, frameRevision, drawFrame }: Pieced, nonce: string, last?: Frame): Promise<Drawing> {
  if (last?.revision === frameRevision) return { pieces, frame: last }
  return { pieces, frame: { html: await drawFrame(), nonce, revision: frameRevision } }
}

export function wholeText({ frame, pieces }: Drawing): string {
  const [before = '', after = ''] = around(frame.html)
  return before + pieces.map(({ bytes }) => bytes.toString()).join('') + after
}
