import { toggleMark } from 'prosemirror-commands'
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { type Command, EditorState, Selection } from 'prosemirror-state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import { type Origins, type Piece, piecesOf } from '../../src/documents/editing/document.ts'
import { kindOf, schema } from '../../src/documents/editing/schema.ts'
import { clipboard } from './clipboard.ts'
import { areItems, become, chosen, current, deeper, insertNote, insertTable, labelsIn, move, toggleList } from './commands.ts'
import type { Fieldsets } from './fieldsets.ts'
import { LinkBox } from './link-box.ts'
import { mark, pluginsFor } from './plugins.ts'
import { roving, show } from './toolbar.ts'

interface Given {
  readonly box: HTMLElement
  readonly fieldsets: Fieldsets
  readonly nodes: readonly Node[]
  readonly origins: Origins
  /** The marks of the notes of the whole document: another one must be told apart. */
  readonly notes: readonly string[]
  readonly onChange: () => void
}

/** A section being written in the editor. */
export class Writing {
  private readonly view: EditorView
  private readonly given: Given
  private readonly buttons: HTMLButtonElement[]
  private readonly kinds: HTMLSelectElement
  private readonly link: LinkBox
  private shown = ''

  constructor(given: Given) {
    const { box, nodes, fieldsets } = given
    this.given = given
    this.buttons = [...box.querySelectorAll<HTMLButtonElement>('[role=toolbar] button')]
    this.kinds = this.find('select')
    const text = this.find<HTMLElement>('.editor-text')
    const plugins = pluginsFor({
      newKey: () => fieldsets.newKey(),
      labelOf: (node) => this.labelOf(node),
      openLink: () => this.link.open(),
      toToolbar: () => this.buttons.find(({ tabIndex }) => tabIndex === 0)?.focus(),
    })
    const doc = schema.node('doc', null, nodes.length > 0 ? [...nodes] : [schema.node('paragraph', { key: fieldsets.newKey() })])
    this.view = new EditorView(
      { mount: text },
      {
        state: EditorState.create({ doc, plugins }),
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': text.dataset.name ?? '',
          'aria-describedby': 'editor-keys',
        },
        handleDOMEvents: clipboard(() => this.say('noPictures')),
        nodeViews: { figure: (node) => this.figure(node) },
        dispatchTransaction: (transaction) => {
          this.view.updateState(this.view.state.apply(transaction))
          if (transaction.docChanged) given.onChange()
          this.refresh()
        },
      },
    )
    this.link = new LinkBox(this.find('.editor-link'), this.view)
    for (const bar of box.querySelectorAll<HTMLElement>('[role=toolbar]')) roving(bar, () => this.view.focus())
    for (const button of this.buttons) button.addEventListener('click', () => this.press(button))
    // What is said of a block under the text shows in the text.
    box.closest('form')?.addEventListener('input', this.again)
    this.kinds.addEventListener('change', () => this.choose(this.kinds.value))
    this.refresh()
  }

  focus(): void {
    this.view.focus()
  }

  /** Puts the cursor into a block, so that its own fields are shown. */
  goTo(key: string): void {
    const { doc, tr } = this.view.state
    doc.forEach((node, pos) => {
      if (node.attrs.key === key) this.view.dispatch(tr.setSelection(Selection.near(doc.resolve(pos + 1))))
    })
  }

  pieces(): Piece[] {
    return piecesOf(this.view.state.doc, this.given.origins)
  }

  private readonly again = ({ target }: Event) => {
    if (target instanceof Element && target.closest('.block-fields')) this.view.dispatch(this.view.state.tr)
  }

  end(): void {
    this.given.box.closest('form')?.removeEventListener('input', this.again)
    this.view.destroy()
  }

  private find<Found extends HTMLElement>(selector: string): Found {
    return this.given.box.querySelector(selector) as Found
  }

  private say(name: string): void {
    const status = this.find('[role=status]')
    status.textContent = status.dataset[name] ?? ''
  }

  private readonly acts: Record<string, Command> = {
    strong: toggleMark(mark('strong')),
    emphasis: toggleMark(mark('emphasis')),
    link: (state, dispatch) => {
      if (!chosen(state).some(({ node }) => node.isTextblock || node.type.name === 'table')) return false
      if (dispatch) this.link.open()
      return true
    },
    bulleted: toggleList(false),
    numbered: toggleList(true),
    deeper: deeper(1),
    shallower: deeper(-1),
    table: insertTable,
    note: (state, dispatch, view) => this.note(state, dispatch, view),
    up: move(-1),
    down: move(1),
    undo,
    redo,
    'add-row': addRowAfter,
    'add-column': addColumnAfter,
    'delete-row': deleteRow,
    'delete-column': deleteColumn,
    'delete-table': deleteTable,
  }

  private note: Command = (state, dispatch) => {
    const { fieldsets, notes } = this.given
    const used = [
      ...notes,
      ...labelsIn(state.doc),
      ...this.pieces().map((piece) => (piece.kind === 'footnote' ? fieldsets.fact(piece, 'label') : '')),
    ]
    const label = String(Math.max(0, ...used.map((one) => Number(one) || 0)) + 1)
    if (!dispatch) return insertNote(label, '')(state)
    const key = fieldsets.newKey()
    fieldsets.tell({ key, kind: 'footnote' }, { label })
    this.say('noted')
    return insertNote(label, key)(state, dispatch)
  }

  private press(button: HTMLButtonElement): void {
    const { act = '' } = button.dataset
    if (button.getAttribute('aria-disabled') === 'true') return
    this.acts[act]?.(this.view.state, this.view.dispatch, this.view)
    // The bar of a table goes away with it, and takes the focus along.
    if (!this.link.isOpen && (button.closest('[hidden]') || act === 'note' || act === 'table')) this.view.focus()
  }

  private choose(value: string): void {
    const [name = '', detail] = value.split('.')
    const attrs = name === 'heading' ? { level: Number(detail) } : name === 'list_item' ? { ordered: detail === 'ordered' } : {}
    become(name, attrs)(this.view.state, this.view.dispatch)
  }

  /** The bars and the block's own fields say what is true where the cursor is. */
  private refresh(): void {
    const { state } = this.view
    const { node } = current(state)
    const table = isInTable(state)
    for (const button of this.buttons) {
      const { act = '' } = button.dataset
      const pressed = this.pressed(act)
      const able = act === 'undo' ? undoDepth(state) > 0 : act === 'redo' ? redoDepth(state) > 0 : (this.acts[act]?.(state) ?? false)
      show(button, { able, ...(pressed === undefined ? {} : { pressed }) })
    }
    this.find<HTMLElement>('.editor-table').hidden = !table
    const { level, ordered } = node.attrs
    const detail = node.type.name === 'heading' ? `.${level}` : node.type.name === 'list_item' ? (ordered ? '.ordered' : '.bulleted') : ''
    this.kinds.value = `${node.type.name}${detail}`
    this.kinds.disabled = table
    this.showFields(node)
  }

  private pressed(act: string): boolean | undefined {
    const { state } = this.view
    const { from, to, empty, $from } = state.selection
    if (act === 'bulleted' || act === 'numbered') return areItems(state, act === 'numbered')
    if (act !== 'strong' && act !== 'emphasis' && act !== 'link') return undefined
    const type = mark(act)
    return empty ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, type)
  }

  /** What a block holds besides words is under the text: where it stands, its picture, what it is about. */
  private showFields(node: Node): void {
    const place = { key: String(node.attrs.key), kind: kindOf(node.type.name) }
    const places: { key: string; kind: Piece['kind'] }[] = []
    this.view.state.doc.forEach((one) => {
      places.push({ key: String(one.attrs.key), kind: kindOf(one.type.name) })
    })
    const now = [place, ...places].map(({ key, kind }) => `${key} ${kind}`).join()
    if (now === this.shown) return
    this.shown = now
    this.given.fieldsets.arrange(places)
    const fields = this.given.fieldsets.of(place)
    for (const other of document.querySelectorAll('.block-fields--current')) other.classList.remove('block-fields--current')
    const has = ['perimeter-item', 'figure', 'footnote'].includes(place.kind) || fields.querySelector('.refs') !== null
    if (has) fields.classList.add('block-fields--current')
  }

  private labelOf({ type, attrs }: Node): string {
    const value = type.name === 'heading' ? `heading.${attrs.level}` : type.name
    const option = this.kinds.querySelector<HTMLOptionElement>(`option[value="${value}"]`)
    if (!option || type.name === 'paragraph' || type.name === 'table') return ''
    const detail = this.given.fieldsets.wordsOf({ key: String(attrs.key), kind: kindOf(type.name) })
    return `${option.text}${detail && ` ${detail}`}`
  }

  private figure(node: Node) {
    const dom = document.createElement('figure')
    const caption = document.createElement('figcaption')
    const place = { key: String(node.attrs.key), kind: 'figure' } as const
    const file = this.given.fieldsets.fact(place, 'fileId')
    if (file) {
      const picture = document.createElement('img')
      picture.src = `/file/${encodeURIComponent(file)}`
      picture.alt = this.given.fieldsets.fact(place, 'alt')
      picture.contentEditable = 'false'
      dom.append(picture)
    }
    dom.append(caption)
    return { dom, contentDOM: caption }
  }
}
