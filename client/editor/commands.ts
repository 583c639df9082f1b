import { chainCommands, exitCode, splitBlockAs } from 'prosemirror-commands'
import type { Node, NodeType } from 'prosemirror-model'
import { type Command, type EditorState, Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { isInTable } from 'prosemirror-tables'
import { nodeOf } from '../../src/documents/editing/document.ts'
import { schema } from '../../src/documents/editing/schema.ts'

const type = (name: string): NodeType => schema.nodes[name] as NodeType

interface Placed {
  readonly node: Node
  readonly pos: number
}

/** The blocks that the selection touches. */
export function chosen({ doc, selection: { from, to } }: EditorState): Placed[] {
  const found: Placed[] = []
  doc.forEach((node, pos) => {
    if (pos < Math.max(to, from + 1) && pos + node.nodeSize > from) found.push({ node, pos })
  })
  return found
}

export const current = (state: EditorState): Placed => {
  const { $head } = state.selection
  const node = $head.depth > 0 ? $head.node(1) : (state.doc.nodeAt($head.pos) ?? state.doc.child(state.doc.childCount - 1))
  return { node, pos: $head.depth > 0 ? $head.before(1) : $head.pos }
}

/** Makes the chosen blocks of another kind. A line that ends where it may not becomes a space. */
export function become(name: string, attrs: Record<string, unknown> = {}): Command {
  return (state, dispatch) => {
    const blocks = chosen(state).filter(({ node }) => node.isTextblock)
    if (blocks.length === 0) return false
    if (!dispatch) return true
    const { tr } = state
    for (const { node, pos } of blocks) {
      if (name === 'heading') breaksToSpaces(tr, node, pos)
      const { key, level } = node.attrs
      const kept = name === 'list_item' && node.type.name === 'list_item' ? { level } : {}
      tr.setNodeMarkup(pos, type(name), { key, ...kept, ...attrs })
    }
    dispatch(tr.scrollIntoView())
    return true
  }
}

function breaksToSpaces(tr: Transaction, node: Node, pos: number): void {
  node.forEach((child, at) => {
    if (child.type.name === 'hard_break') tr.replaceWith(pos + 1 + at, pos + 2 + at, schema.text(' '))
  })
}

const isList = (node: Node, ordered: boolean) => node.type.name === 'list_item' && node.attrs.ordered === ordered

export const areItems = (state: EditorState, ordered: boolean): boolean => chosen(state).every(({ node }) => isList(node, ordered))

export const toggleList =
  (ordered: boolean): Command =>
  (state, dispatch) =>
    areItems(state, ordered) ? become('paragraph')(state, dispatch) : become('list_item', { ordered })(state, dispatch)

/** Items go deeper, or come out. */
export function deeper(by: 1 | -1): Command {
  return (state, dispatch) => {
    const items = chosen(state).filter(({ node }) => {
      const level = node.attrs.level + by
      return node.type.name === 'list_item' && level >= 1 && level <= 6
    })
    if (items.length === 0) return false
    const { tr } = state
    for (const { node, pos } of items) tr.setNodeAttribute(pos, 'level', node.attrs.level + by)
    dispatch?.(tr)
    return true
  }
}

/** A block changes place with the one before or after it, and stays the block it is. */
export function move(by: 1 | -1): Command {
  return (state, dispatch) => {
    const { node, pos } = current(state)
    const other = by < 0 ? state.doc.resolve(pos).nodeBefore : state.doc.resolve(pos + node.nodeSize).nodeAfter
    if (!other) return false
    if (!dispatch) return true
    const to = by < 0 ? pos - other.nodeSize : pos + other.nodeSize
    const inside = state.selection.head - pos
    const tr = state.tr.delete(pos, pos + node.nodeSize).insert(to, node)
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(to + inside))).scrollIntoView())
    return true
  }
}

export const insertTable: Command = (state, dispatch) => {
  const table = nodeOf({ key: '', kind: 'table', level: 0, ordered: false, source: '' })
  if (!table || isInTable(state)) return false
  if (!dispatch) return true
  const { node, pos } = current(state)
  const empty = node.isTextblock && node.content.size === 0
  const at = empty ? pos : pos + node.nodeSize
  const tr = empty ? state.tr.replaceWith(pos, pos + node.nodeSize, table) : state.tr.insert(at, table)
  dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView())
  return true
}

/** The words chosen call a note, which is written at the end of the section. */
export function insertNote(label: string, key: string): Command {
  return (state, dispatch) => {
    const { $to } = state.selection
    const within = current(state).node.type.name
    if (!$to.parent.isTextblock || within === 'footnote') return false
    if (!dispatch) return true
    const tr = state.tr.insert($to.pos, schema.node('call', { label }))
    const end = tr.doc.content.size
    tr.insert(end, type('footnote').create({ key }))
    dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView())
    return true
  }
}

/** Notes already called, or written, in this section. */
export function labelsIn(doc: Node): string[] {
  const labels: string[] = []
  doc.descendants((node) => {
    if (node.type.name === 'call') labels.push(String(node.attrs.label))
  })
  return labels
}

const goesOn = new Set(['list_item', 'perimeter_item', 'objective', 'intervention'])

/** Another of the same kind follows; from an empty one the list ends. */
const nextOfItsKind: Command = (state, dispatch, view) => {
  const { node } = current(state)
  if (!goesOn.has(node.type.name)) return false
  if (node.content.size > 0) return splitBlockAs((one) => ({ type: one.type, attrs: { ...one.attrs, key: '' } }))(state, dispatch)
  return chainCommands(deeper(-1), become('paragraph'))(state, dispatch, view)
}

const outOfList: Command = (state, dispatch, view) => {
  const { node, pos } = current(state)
  const { selection } = state
  if (node.type.name !== 'list_item' || !selection.empty || selection.head !== pos + 1) return false
  return chainCommands(deeper(-1), become('paragraph'))(state, dispatch, view)
}

const lineEnd: Command = chainCommands(exitCode, (state, dispatch) => {
  const { $from } = state.selection
  if (!$from.parent.type.contentMatch.matchType(type('hard_break'))) return true
  dispatch?.(state.tr.replaceSelectionWith(schema.node('hard_break')).scrollIntoView())
  return true
})

/** A cell holds one line. */
const nothingInTable: Command = (state) => isInTable(state)

export const enter = chainCommands(nothingInTable, nextOfItsKind)
export const backspace = outOfList
export const shiftEnter = chainCommands(nothingInTable, lineEnd)
