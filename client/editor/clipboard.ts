import { Fragment, type Node, Slice } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { blocksFromHtml, blocksFromText } from '../../src/documents/editing/paste.ts'
import { schema } from '../../src/documents/editing/schema.ts'

/** Tells that a picture was among what was pasted, and did not come. */
type OnPicture = () => void

/** The editor's own reading of what is pasted or dropped: the library would have the browser build a page of it. */
export function clipboard(onPicture: OnPicture) {
  return {
    paste(view: EditorView, event: ClipboardEvent): boolean {
      event.preventDefault()
      if (event.clipboardData) put(view, event.clipboardData, event, onPicture)
      return true
    },
    drop(view: EditorView, event: DragEvent): boolean {
      event.preventDefault()
      const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
      if (!place || !event.dataTransfer) return true
      view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))))
      put(view, event.dataTransfer, null, onPicture)
      return true
    },
    dragstart(_view: EditorView, event: DragEvent): boolean {
      event.preventDefault()
      return true
    },
  }
}

function put(view: EditorView, data: DataTransfer, event: ClipboardEvent | null, onPicture: OnPicture): void {
  const html = data.getData('text/html')
  const fromHtml = html ? blocksFromHtml(html) : []
  const blocks = fromHtml.length > 0 ? fromHtml : blocksFromText(data.getData('text/plain'))
  if (data.files.length > 0 || /<img\b/i.test(html)) onPicture()
  if (blocks.length === 0) return
  const { state } = view
  const { parent } = state.selection.$from
  const isLine = parent.type.name === 'cell_line' || parent.type.name === 'heading'
  const slice = isLine && !blocks.some(({ type }) => type.name === 'table') ? lineOf(blocks) : sliceOf(blocks)
  if (event && view.someProp('handlePaste', (handle) => handle(view, event, slice))) return
  view.dispatch(state.tr.replaceSelection(slice).scrollIntoView())
}

function sliceOf(blocks: readonly Node[]): Slice {
  const open = (node: Node | undefined) => (node?.type.name === 'paragraph' ? 1 : 0)
  const [first, last] = [blocks[0], blocks.at(-1)]
  const alone = blocks.length === 1 && first?.isTextblock ? 1 : 0
  return new Slice(Fragment.from(blocks), Math.max(open(first), alone), Math.max(open(last), alone))
}

/** All in one line, where only one fits. */
function lineOf(blocks: readonly Node[]): Slice {
  const words: Node[] = []
  for (const block of blocks) {
    if (words.length > 0) words.push(schema.text(' '))
    block.forEach((child) => {
      words.push(child.type.name === 'hard_break' ? schema.text(' ') : child)
    })
  }
  return new Slice(Fragment.from(words), 0, 0)
}
