import type { RstDirective } from 'rst-compiler'
import { type Converting, fileOf, positionOf, refuse } from './converting.ts'
import { inlineOf } from './inline.ts'
import { insideFolder } from './lines.ts'
import { optionOf } from './options.ts'
import type { Block } from './source.ts'
import { captionedTable, csvTable, listTable } from './tables.ts'

const notes = new Set([
  'admonition',
  'note',
  'warning',
  'caution',
  'danger',
  'error',
  'hint',
  'important',
  'tip',
  'attention',
  'seealso',
  'topic',
  'sidebar',
])
const literals = new Set(['code', 'code-block', 'sourcecode', 'parsed-literal', 'math'])
const quotes = new Set(['epigraph', 'highlights', 'pull-quote'])
const transparent = new Set(['glossary', 'container', 'class', 'rst-class', 'only', 'compound', 'centered'])
const silent = new Set(['toctree', 'contents', 'index', 'meta', 'default-role', 'role', 'highlight', 'sectnum', 'tabularcolumns'])
const forbidden = new Set(['raw', 'include', 'literalinclude', 'program-output'])

/** Turns a directive into blocks; one that reaches outside, or that is not known, is reported and never followed. */
export function directiveBlocks(node: RstDirective, at: Converting): Block[] {
  const name = node.directive
  const place = positionOf(node, at)
  const argument = node.initContent.flatMap((part) => inlineOf(part.children))
  const blocks = () => at.nested(node.children, at)
  if (silent.has(name)) return []
  if (forbidden.has(name)) return refuse(node, name, 'forbidden', at)
  if (name === 'rubric') return [{ kind: 'heading', text: argument, anchor: optionOf(node, 'name'), ...place }]
  if (name === 'figure' || name === 'image') return [figureOf(node, at)]
  if (name === 'table') return captionedTable(node, argument, at)
  if (name === 'list-table') return listTable(node, argument, at)
  if (name === 'csv-table') return csvTable(node, argument, at)
  if (notes.has(name)) return [{ kind: 'note', title: argument, blocks: blocks(), ...place }]
  if (literals.has(name)) return node.rawBodyText.trim() === '' ? [] : [{ kind: 'literal', text: node.rawBodyText, ...place }]
  if (quotes.has(name)) return [{ kind: 'quote', blocks: blocks(), ...place }]
  if (!transparent.has(name)) refuse(node, name, 'unknown', at)
  return blocks()
}

/** A picture of the folder keeps its path; of one from elsewhere only the words stay. */
function figureOf(node: RstDirective, at: Converting): Block {
  const path = insideFolder(fileOf(node, at), node.initContentText.trim())
  const drawn = typeof path === 'string' && /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(path)
  if (typeof path !== 'string') refuse(node, node.directive, path.reason, at)
  else if (!drawn) refuse(node, node.directive, 'unknown', at)
  const caption = at.nested(node.children, at).flatMap((block) => (block.kind === 'paragraph' ? block.text : []))
  return { kind: 'figure', path: drawn ? path : null, alt: optionOf(node, 'alt') ?? '', caption, ...positionOf(node, at) }
}
