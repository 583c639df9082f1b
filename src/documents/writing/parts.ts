import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import type { Lang } from '../../kernel/lang.ts'
import type { Part, Run, Words } from '../../platform/papers.ts'
import type { Block } from '../rules/blocks.ts'
import { exportWords } from './words.ts'

export interface Around {
  readonly lang: Lang
  /** The pictures of figures, by their file. */
  readonly pictures: ReadonlyMap<string, { readonly bytes: Buffer; readonly type: string }>
}

/** Blocks as the parts of a paper. What a paper says is what the page shows: both are made of the same HTML. */
export function paperParts(blocks: readonly Block[], around: Around): Part[] {
  const labels = new Set(blocks.flatMap(({ kind, data }) => (kind === 'footnote' && data.label ? [data.label] : [])))
  return blocks.flatMap((block) => partOf(block, around, labels))
}

/** What a block is called in every file. */
export const nameOf = (block: Pick<Block, 'id'>): string => `b-${block.id}`

function partOf(block: Block, { lang, pictures }: Around, labels: ReadonlySet<string>): Part[] {
  const id = nameOf(block)
  const words = exportWords[lang]
  const nodes = parseDocument(block.html).children
  const runs = () => runsOf(nodes, labels)
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: block.level, id, runs: runs() }]
    case 'paragraph':
      return [{ kind: 'paragraph', id, runs: runs() }]
    case 'list-item':
      return [{ kind: 'item', depth: block.level, ordered: block.data.ordered ?? false, id, runs: runs() }]
    case 'table':
      return [tableOf(block, nodes, labels)]
    case 'figure': {
      const picture = pictures.get(block.data.fileId ?? '')
      const type = picture?.type === 'image/png' ? 'png' : 'jpeg'
      const alt = block.data.alt ?? ''
      if (picture) return [{ kind: 'picture', type, id, bytes: picture.bytes, alt, caption: runs() }]
      return [{ kind: 'paragraph', id, runs: [{ text: `${words.picture}: ${alt} `, emphasis: true }, ...runs()] }]
    }
    case 'footnote':
      return [{ kind: 'note', label: block.data.label ?? block.id.slice(-6), id, runs: runs() }]
    case 'perimeter-item': {
      const { place = 'inside', about = 'subjects' } = block.data
      return [
        { kind: 'item', depth: 1, ordered: false, id, runs: [{ text: `${words[place]} (${words[about]}): `, strong: true }, ...runs()] },
      ]
    }
    case 'objective':
    case 'intervention':
      return [{ kind: 'item', depth: 1, ordered: false, id, runs: [{ text: `${words[block.kind]}: `, strong: true }, ...runs()] }]
  }
}

function tableOf(block: Block, nodes: readonly ChildNode[], labels: ReadonlySet<string>): Part {
  const rows = elements(nodes, 'tr').map((row) => row.children.filter(isTag).map((cell) => runsOf(cell.children, labels)))
  const id = nameOf(block)
  // A table that is none after all is shown as it was written, and so it is here.
  if (rows.length === 0) return { kind: 'paragraph', id, runs: runsOf(nodes, labels) }
  return { kind: 'table', id, head: rows[0] ?? [], rows: rows.slice(1) }
}

function elements(nodes: readonly ChildNode[], name: string): Element[] {
  return nodes.flatMap((node) => (isTag(node) ? (node.name === name ? [node] : elements(node.children, name)) : []))
}

function runsOf(nodes: readonly ChildNode[], labels: ReadonlySet<string>, marks: Omit<Run, 'text'> = {}): Words {
  return nodes.flatMap((node): Words => {
    if (isText(node)) return marks.code ? [{ text: node.data, ...marks }] : called(node.data, labels, marks)
    if (!isTag(node)) return []
    if (node.name === 'br') return [{ text: '\n', break: true }]
    const more: Partial<Record<string, Omit<Run, 'text'>>> = {
      strong: { strong: true },
      em: { emphasis: true },
      s: { struck: true },
      code: { code: true },
      a: node.attribs.href === undefined ? {} : { link: node.attribs.href },
    }
    return runsOf(node.children, labels, { ...marks, ...more[node.name] })
  })
}

/** A text with the calls of those notes that are there. */
function called(text: string, labels: ReadonlySet<string>, marks: Omit<Run, 'text'>): Run[] {
  return text
    .replace(/\n/g, ' ')
    .split(/(\[\^[^\]\s]{1,20}\])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const label = /^\[\^([^\]\s]{1,20})\]$/.exec(piece)?.[1]
      return label !== undefined && labels.has(label) ? { text: piece, footnote: label } : { text: piece, ...marks }
    })
}
