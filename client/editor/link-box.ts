import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { schema } from '../../src/documents/editing/schema.ts'
import { linkOf } from '../../src/documents/text/parser.ts'
import { mark } from './plugins.ts'

/** Where a link leads: asked under the bar, not over the page. */
export class LinkBox {
  private readonly box: HTMLElement
  private readonly view: EditorView
  private readonly field: HTMLInputElement

  constructor(box: HTMLElement, view: EditorView) {
    this.box = box
    this.view = view
    this.field = box.querySelector('input') as HTMLInputElement
    const on = (act: string, then: () => void) => box.querySelector(`[data-link="${act}"]`)?.addEventListener('click', then)
    on('apply', () => this.apply())
    on('remove', () => this.put(null))
    on('cancel', () => this.close())
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close()
      if (event.key !== 'Enter' || event.target !== this.field) return
      // Not the form's Enter, which saves.
      event.preventDefault()
      this.apply()
    })
  }

  get isOpen(): boolean {
    return !this.box.hidden
  }

  open(): void {
    this.field.value = hrefAt(this.view.state)
    this.wrong(false)
    this.box.hidden = false
    this.field.focus()
    this.field.select()
  }

  private close(): void {
    this.box.hidden = true
    this.view.focus()
  }

  private wrong(is: boolean): void {
    const error = this.box.querySelector<HTMLElement>('.field-error')
    if (error) error.hidden = !is
    if (is) this.field.setAttribute('aria-invalid', 'true')
    else this.field.removeAttribute('aria-invalid')
  }

  private apply(): void {
    const typed = this.field.value.trim()
    if (typed === '') {
      this.put(null)
      return
    }
    const href = /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(typed)
      ? `https://${typed}`
      : /^[^\s/@:]+@[^\s/@:]+$/.test(typed)
        ? `mailto:${typed}`
        : typed
    if (linkOf(href)) this.put(href)
    else {
      this.wrong(true)
      this.field.focus()
    }
  }

  /** On the words chosen, or on the link where the cursor is; where there is neither, the address itself is written. */
  private put(href: string | null): void {
    const { state } = this.view
    const { from, to, empty } = stretch(state)
    const tr = state.tr.removeMark(from, to, mark('link'))
    if (href && empty) tr.replaceWith(from, to, schema.text(href, [schema.mark('link', { href })]))
    else if (href) tr.addMark(from, to, schema.mark('link', { href }))
    this.view.dispatch(tr)
    this.close()
  }
}

function hrefAt(state: EditorState): string {
  const { from, to } = stretch(state)
  let href = ''
  state.doc.nodesBetween(from, Math.max(to, from + 1), (node) => {
    href ||= String(mark('link').isInSet(node.marks)?.attrs.href ?? '')
  })
  return href
}

/** The stretch that a link is put on. */
function stretch({ selection: { from, to, empty, $from } }: EditorState): { from: number; to: number; empty: boolean } {
  if (!empty) return { from, to, empty: false }
  const { parent, parentOffset } = $from
  const start = from - parentOffset
  const at = parent.childBefore(parentOffset).node && mark('link').isInSet(parent.childBefore(parentOffset).node?.marks ?? [])
  const found = at || mark('link').isInSet(parent.childAfter(parentOffset).node?.marks ?? [])
  if (!found) return { from, to, empty: true }
  let [first, last] = [from, to]
  parent.forEach((child, offset) => {
    if (!found.isInSet(child.marks)) return
    const [begin, end] = [start + offset, start + offset + child.nodeSize]
    if (begin <= last && end >= first) [first, last] = [Math.min(first, begin), Math.max(last, end)]
  })
  return { from: first, to: last, empty: false }
}
