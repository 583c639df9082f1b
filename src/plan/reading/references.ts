import type * as rst from '../../platform/rst.ts'
import { insideFolder } from '../../platform/rst.ts'
import type { Block, Inline } from './source.ts'

/** What a reference needs to know of the folder around it. */
export interface Around {
  readonly file: string
  /** Chapter slugs by file. */
  readonly slugs: ReadonlyMap<string, string>
}

/** Gives references their meaning here: an action, a chapter, or only their words. */
export function withReferences(blocks: readonly rst.Block[], around: Around): Block[] {
  return blocks.map((block) => meantBlock(block, around))
}

function meantBlock(block: rst.Block, around: Around): Block {
  const inner = (blocks: readonly rst.Block[]) => withReferences(blocks, around)
  const words = (runs: readonly rst.Inline[]) => inlinesOf(runs, around)
  const rows = (some: readonly rst.Row[]) =>
    some.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, blocks: inner(cell.blocks) })) }))
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, text: words(block.text) }
    case 'list':
      return { ...block, items: block.items.map(inner) }
    case 'definitions':
      return { ...block, items: block.items.map((item) => ({ ...item, term: words(item.term), blocks: inner(item.blocks) })) }
    case 'note':
      return { ...block, title: words(block.title), blocks: inner(block.blocks) }
    case 'table':
      return { ...block, caption: words(block.caption), head: rows(block.head), body: rows(block.body) }
    case 'figure':
      return { ...block, caption: words(block.caption) }
    case 'literal':
      return block
    case 'quote':
    case 'footnote':
      return { ...block, blocks: inner(block.blocks) }
  }
}

function inlinesOf(runs: readonly rst.Inline[], around: Around): Inline[] {
  const told: Inline[] = []
  for (const run of runs) {
    const meant = run.kind === 'reference' ? meaningOf(run, around) : run
    const last = told.at(-1)
    if (meant.kind === 'text' && last?.kind === 'text') told[told.length - 1] = { kind: 'text', text: last.text + meant.text }
    else told.push(meant)
  }
  return told
}

function meaningOf({ role, text, target }: rst.Inline & { readonly kind: 'reference' }, around: Around): Inline {
  const code = /^la(\d{1,3})$/i.exec(target)?.[1]
  if (role === 'ref') return code === undefined ? { kind: 'text', text } : { kind: 'action', text, code: actionCode(code) }
  const path = insideFolder(around.file, target)
  const slug = typeof path === 'string' ? (around.slugs.get(path) ?? around.slugs.get(`${path}.rst`)) : undefined
  return slug === undefined ? { kind: 'text', text } : { kind: 'chapter', text, slug }
}

export function actionCode(digits: string): string {
  return `LA${String(Number(digits)).padStart(2, '0')}`
}
