import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import type { MarkType, Node } from 'prosemirror-model'
import { type Command, Plugin } from 'prosemirror-state'
import { goToNextCell, tableEditing } from 'prosemirror-tables'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { schema } from '../../src/documents/editing/schema.ts'
import { backspace, become, deeper, enter, move, shiftEnter, toggleList } from './commands.ts'

export const mark = (name: string): MarkType => schema.marks[name] as MarkType

interface Given {
  readonly newKey: () => string
  readonly labelOf: (node: Node) => string
  readonly openLink: () => void
  readonly toToolbar: () => void
}

export function pluginsFor({ newKey, labelOf, openLink, toToolbar }: Given): Plugin[] {
  const then =
    (act: () => void): Command =>
    (_state, dispatch) => {
      if (dispatch) act()
      return true
    }
  return [
    keymap({
      'Mod-b': toggleMark(mark('strong')),
      'Mod-i': toggleMark(mark('emphasis')),
      'Mod-k': then(openLink),
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      'Mod-Alt-0': become('paragraph'),
      ...Object.fromEntries([1, 2, 3, 4].map((level) => [`Mod-Alt-${level}`, become('heading', { level })])),
      'Mod-Shift-7': toggleList(true),
      'Mod-Shift-8': toggleList(false),
      'Mod-]': deeper(1),
      'Mod-[': deeper(-1),
      'Alt-ArrowUp': move(-1),
      'Alt-ArrowDown': move(1),
      'Alt-F10': then(toToolbar),
      Enter: enter,
      'Shift-Enter': shiftEnter,
      Backspace: backspace,
      // At either end of a table the key goes on through the page.
      Tab: goToNextCell(1),
      'Shift-Tab': goToNextCell(-1),
    }),
    keymap({ ...baseKeymap, Enter: chainCommands(baseKeymap.Enter as Command) }),
    history(),
    tableEditing(),
    regular(newKey),
    new Plugin({ props: { decorations: ({ doc }) => decorated(doc, labelOf) } }),
  ]
}

/** Each block has a key of its own: of two with the same one, the one with words keeps it. A text never ends with a table. */
function regular(newKey: () => string): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, { doc, tr }) {
      if (!transactions.some(({ docChanged }) => docChanged)) return null
      const holders = new Map<string, { readonly node: Node; readonly pos: number }>()
      doc.forEach((node, pos) => {
        const held = holders.get(node.attrs.key)
        if (!held || (held.node.content.size === 0 && node.content.size > 0)) holders.set(node.attrs.key, { node, pos })
      })
      doc.forEach(({ attrs: { key } }, pos) => {
        if (key === '' || holders.get(key)?.pos !== pos) tr.setNodeAttribute(pos, 'key', newKey())
      })
      if (doc.lastChild?.type.name === 'table') tr.insert(tr.doc.content.size, schema.node('paragraph', { key: newKey() }))
      return tr.docChanged ? tr : null
    },
  })
}

/** The number of each numbered item, and what a block is where its look does not tell. */
function decorated(doc: Node, labelOf: (node: Node) => string): DecorationSet {
  const decorations: Decoration[] = []
  let numbers: number[] = []
  doc.forEach((node, pos) => {
    const { level, ordered } = node.attrs
    if (node.type.name === 'list_item') {
      numbers = [...numbers.slice(0, level), ...Array.from({ length: Math.max(0, level - numbers.length) }, () => 0)]
      numbers[level - 1] = ordered ? (numbers[level - 1] ?? 0) + 1 : 0
      if (ordered) decorations.push(Decoration.node(pos, pos + node.nodeSize, { start: String(numbers[level - 1]) }))
    } else numbers = []
    const label = labelOf(node)
    // A heading looks like one, once it has words.
    const where = node.type.name !== 'heading' ? 'data-label' : node.content.size === 0 ? 'data-empty' : null
    if (label && where) decorations.push(Decoration.node(pos, pos + node.nodeSize, { [where]: label }))
  })
  return DecorationSet.create(doc, decorations)
}
