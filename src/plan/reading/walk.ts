import type { Block, Chapter, Section } from './source.ts'

/** Every block of a chapter in reading order, those inside others too. */
export function everyBlock(chapter: Pick<Chapter, 'blocks' | 'sections'>): Block[] {
  return [...chapter.blocks.flatMap(withInner), ...chapter.sections.flatMap((section: Section) => everyBlock(section))]
}

function withInner(block: Block): Block[] {
  switch (block.kind) {
    case 'list':
      return [block, ...block.items.flat().flatMap(withInner)]
    case 'definitions':
      return [block, ...block.items.flatMap((item) => item.blocks.flatMap(withInner))]
    case 'note':
    case 'quote':
    case 'footnote':
      return [block, ...block.blocks.flatMap(withInner)]
    default:
      return [block]
  }
}
