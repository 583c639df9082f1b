import type { Sent } from './merge.ts'

/** A paragraph, or an item of a list, with empty lines in it is several, as whoever typed it meant: the first keeps the id. */
export function splitBlocks(sent: readonly Sent[]): Sent[] {
  return sent.flatMap((block) => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return block
    const pieces = block.source.split(/\n[^\S\n]*\n\s*/).filter((piece) => piece.trim())
    return pieces.map((source, at) => ({ ...block, source, id: at === 0 ? block.id : null }))
  })
}
