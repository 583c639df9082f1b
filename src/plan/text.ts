import type { Block, Inline, Section } from './reading/source.ts'

/** Words without markup, one line for each paragraph, item or cell: for searching and for telling what changed. */
export function plainText(blocks: readonly Block[], sections: readonly Section[] = []): string {
  return [...blocks.flatMap(linesOf), ...sections.flatMap((section) => [section.title, plainText(section.blocks, section.sections)])]
    .filter((line) => line !== '')
    .join('\n')
}

export function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join('')
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [wordsOf(block.text)]
    case 'list':
      return block.items.map((item) => plainText(item))
    case 'definitions':
      return block.items.flatMap(({ term, blocks }) => [wordsOf(term), plainText(blocks)])
    case 'note':
      return [wordsOf(block.title), plainText(block.blocks)]
    case 'table':
      return [wordsOf(block.caption), ...[...block.head, ...block.body].flatMap(({ cells }) => cells.map((cell) => plainText(cell.blocks)))]
    case 'figure':
      return [wordsOf(block.caption) || block.alt]
    case 'literal':
      return [block.text]
    case 'quote':
    case 'footnote':
      return [plainText(block.blocks)]
    case 'action':
      return []
  }
}

/**
 * Where a text stood in its file is for the report of an import, not for what is kept: moving a paragraph down a line
 * changes nothing that anybody reads.
 */
export function withoutPositions<Tree>(tree: Tree): Tree {
  if (Array.isArray(tree)) return tree.map(withoutPositions) as Tree
  if (tree === null || typeof tree !== 'object') return tree
  const kept = Object.entries(tree).filter(([key, value]) => key !== 'line' && (key !== 'file' || typeof value !== 'string'))
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutPositions(value)])) as Tree
}
