import { type DOMOutputSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { tableNodes } from 'prosemirror-tables'
import type { BlockKind } from '../rules/blocks.ts'

/** The name of a kind of block in the editor, and back. */
export const nodeNameOf = (kind: BlockKind): string => kind.replace('-', '_')
export const kindOf = (name: string): BlockKind => name.replace('_', '-') as BlockKind

/** `key` tells which block of the form a node is: it stays while its words change. */
const key = { key: { default: '' } }

/** Blocks whose words may be any, one beside the other in the text. */
function block(attrs: NodeSpec['attrs'], toDOM: NonNullable<NodeSpec['toDOM']>): NodeSpec {
  return { group: 'block', content: 'inline*', attrs: { ...key, ...attrs }, defining: true, toDOM }
}

const labelled = (kind: string) => block({}, () => ['p', { 'data-kind': kind }, 0])

const itemDOM: NodeSpec['toDOM'] = ({ attrs: { level, ordered } }): DOMOutputSpec => [
  ordered ? 'ol' : 'ul',
  { class: `item item--${Math.min(level, 6)}` },
  ['li', 0],
]

const { table, table_row, table_cell, table_header } = tableNodes({
  cellContent: 'cell_line',
  cellAttributes: { align: { default: null } },
})

/** What a section may hold, and nothing else: whatever is typed or pasted becomes this. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    // Read back only where a browser changes the text by itself: what is pasted comes another way.
    paragraph: { ...block({}, () => ['p', 0]), parseDOM: [{ tag: 'p' }, { tag: 'div' }] },
    heading: {
      ...block({ level: { default: 1 } }, ({ attrs }) => [`h${Math.min(attrs.level + 1, 6)}`, 0]),
      content: '(text | call)*',
    },
    list_item: block({ level: { default: 1 }, ordered: { default: false } }, itemDOM),
    table: { ...table, group: 'block', attrs: key, parseDOM: [] },
    table_row: { ...table_row, parseDOM: [] },
    table_cell: { ...table_cell, parseDOM: [] },
    table_header: { ...table_header, parseDOM: [] },
    cell_line: { content: '(text | call)*', toDOM: () => ['p', 0] },
    figure: block({}, () => ['p', { 'data-kind': 'figure' }, 0]),
    footnote: block({}, () => ['p', { 'data-kind': 'footnote' }, 0]),
    perimeter_item: labelled('perimeter-item'),
    objective: labelled('objective'),
    intervention: labelled('intervention'),
    text: { group: 'inline' },
    hard_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
    call: {
      inline: true,
      group: 'inline',
      atom: true,
      attrs: { label: { default: '1' } },
      leafText: ({ attrs }) => `[^${attrs.label}]`,
      toDOM: ({ attrs }) => ['sup', { class: 'call' }, attrs.label],
    },
  },
  marks: {
    link: { attrs: { href: {} }, inclusive: false, toDOM: ({ attrs }) => ['a', { href: attrs.href }, 0] },
    struck: { toDOM: () => ['s', 0] },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    emphasis: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    code: { toDOM: () => ['code', 0] },
  },
})
