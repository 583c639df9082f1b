import {
  RstEmphasis,
  RstFootnoteRef,
  RstHyperlinkRef,
  RstInlineLiteral,
  RstInterpretedText,
  type RstNode,
  RstStrongEmphasis,
  RstText,
} from 'rst-compiler'
import { oneLine } from './clean.ts'
import { insideFolder } from './lines.ts'
import type { Block, Inline } from './source.ts'

/** What inline text needs to know of the folder around it. */
export interface Around {
  readonly file: string
  /** Chapter slugs by file. */
  readonly slugs: ReadonlyMap<string, string>
}

export function inlineOf(nodes: readonly RstNode[], around: Around): Inline[] {
  const runs: Inline[] = []
  for (const [position, node] of nodes.entries()) {
    const run =
      insideWord(node, nodes[position + 1]) ??
      (node instanceof RstText ? oneRun(node, around) : ({ kind: 'text', text: node.textContent } as const))
    const text = run.text.replace(/\s+/g, ' ')
    const last = runs.at(-1)
    if (text === '') continue
    if (run.kind === 'text' && last?.kind === 'text') runs[runs.length - 1] = { kind: 'text', text: last.text + text }
    else runs.push({ ...run, text })
  }
  return trimmed(runs)
}

/** The parser takes 'AP_IT' for a reference to 'AP' followed by 'IT': inside a word an underscore is a letter. */
function insideWord(node: RstNode, next: RstNode | undefined): Inline | null {
  if (!(node instanceof RstHyperlinkRef) || node.isEmbeded || !/^[\p{L}\p{N}_]/u.test(next?.textContent ?? '')) return null
  return { kind: 'text', text: `${node.label}${node.isAnonymous ? '__' : '_'}` }
}

function oneRun(node: RstText, around: Around): Inline {
  const text = node.textContent
  if (node instanceof RstEmphasis) return { kind: 'emphasis', text }
  if (node instanceof RstStrongEmphasis) return { kind: 'strong', text }
  if (node instanceof RstInlineLiteral) return { kind: 'code', text }
  if (node instanceof RstFootnoteRef) return { kind: 'footnote', text }
  if (node instanceof RstHyperlinkRef) return link(node)
  return node instanceof RstInterpretedText ? reference(node.role, text, around) : { kind: 'text', text }
}

/** An address may wrap over several lines, which the parser does not see; a reference to a name keeps its words only. */
function link(node: RstHyperlinkRef): Inline {
  const [, label = node.label, target = node.target] = /^(.*?)\s*<([^<>]+)>$/s.exec(node.label) ?? []
  const url = safeUrl(target)
  return url === null ? { kind: 'text', text: label || target } : { kind: 'link', text: label || url, url }
}

function reference(role: string, written: string, around: Around): Inline {
  const [, label = written, target = written] = /^([^<>]*?)\s*<([^<>]+)>$/s.exec(written) ?? []
  const code = /^la(\d{1,3})$/i.exec(oneLine(target))?.[1]
  if (role === 'ref' && code !== undefined) return { kind: 'action', text: label, code: actionCode(code) }
  if (role !== 'doc') return { kind: 'text', text: label }
  const path = insideFolder(around.file, oneLine(target))
  const slug = typeof path === 'string' ? (around.slugs.get(path) ?? around.slugs.get(`${path}.rst`)) : undefined
  return slug === undefined ? { kind: 'text', text: label } : { kind: 'chapter', text: label, slug }
}

export function actionCode(digits: string): string {
  return `LA${String(Number(digits)).padStart(2, '0')}`
}

/** Only addresses that a browser opens without running anything. */
function safeUrl(target: string): string | null {
  const url = target.replace(/\s+/g, '')
  return /^(?:https?:\/\/|mailto:)[^\p{Cc}"<>\\]+$/iu.test(url) && URL.canParse(url) ? url : null
}

function trimmed(runs: readonly Inline[]): Inline[] {
  return runs
    .map((run, i) => {
      const start = i === 0 ? run.text.trimStart() : run.text
      return { ...run, text: i === runs.length - 1 ? start.trimEnd() : start }
    })
    .filter((run) => run.text !== '')
}

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
