import { oneLine } from '../../platform/rst.ts'
import type { Block, Inline } from './source.ts'

/** The words without their markup; footnote marks are left out. */
export function plainInline(runs: readonly Inline[]): string {
  return oneLine(runs.map((run) => (run.kind === 'footnote' ? '' : run.text)).join('')).replace(/ (?=[.,;:)])/g, '')
}

/** A run of blocks as lines of plain text; list items begin with '- '. */
export function plainBlocks(blocks: readonly Block[]): string {
  return blocks
    .map(plainBlock)
    .filter((text) => text !== '')
    .join('\n')
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return plainInline(block.text)
    case 'list':
      return block.items.map((item) => `- ${plainBlocks(item)}`).join('\n')
    case 'definitions':
      return block.items.map((item) => `${plainInline(item.term)}\n${plainBlocks(item.blocks)}`).join('\n')
    case 'note':
      return [plainInline(block.title), plainBlocks(block.blocks)].join('\n').trim()
    case 'table':
      return [...block.head, ...block.body].map((row) => row.cells.map((cell) => oneLine(plainBlocks(cell.blocks))).join(' | ')).join('\n')
    case 'figure':
      return block.alt
    case 'literal':
      return block.text
    case 'quote':
    case 'footnote':
      return plainBlocks(block.blocks)
    case 'action':
      return ''
  }
}
