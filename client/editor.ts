import { nodeOf, type Piece } from '../src/documents/editing/document.ts'
import { Fieldsets } from './editor/fieldsets.ts'
import { Leaving } from './editor/leaving.ts'
import { Writing } from './editor/writing.ts'

const preference = 'writing as plain text'

/** The form of a section becomes an editor; the form's own fields stay underneath, and are what is sent. */
function enhance(form: HTMLFormElement): void {
  const template = form.querySelector<HTMLTemplateElement>('template[data-editor]')
  if (!template) return
  const tools = template.content.cloneNode(true) as DocumentFragment
  const part = (name: string) => tools.querySelector(`[data-part="${name}"]`) as HTMLElement
  const [box, toPlain, toRich, cannot, restore] = [part('editor'), part('to-plain'), part('to-rich'), part('cannot'), part('restore')]
  const parts = [cannot, restore, toPlain, toRich, box]
  const holder = box.cloneNode(true) as HTMLElement
  const fieldsets = new Fieldsets(form)
  let writing: Writing | null = null
  let editor = box

  const focus = () => writing?.focus()
  const pieces = () => writing?.pieces() ?? fieldsets.read()
  const leaving = new Leaving(form, () => leaving.store(pieces(), fieldsets))

  function show(rich: boolean): void {
    form.classList.toggle('section-form--rich', rich)
    document.querySelector('.how-to')?.toggleAttribute('hidden', rich)
    editor.hidden = !rich
    toPlain.hidden = !rich
    toRich.hidden = rich || form.dataset.editor === 'clash'
  }

  function plain(): void {
    if (writing) fieldsets.write(writing.pieces())
    writing?.end()
    writing = null
    show(false)
  }

  /** False where a block holds what the editor cannot: then the form stays, and says which. */
  function rich(given: readonly Piece[]): boolean {
    const nodes = given.map((piece) => ({ piece, node: nodeOf(piece) }))
    const unheld = nodes.flatMap(({ piece, node }) => (node ? [] : [piece]))
    cannot.hidden = unheld.length === 0
    const link = cannot.querySelector('a')
    const [first] = unheld
    if (first && link) {
      link.href = `#${fieldsets.of(first).id}`
      link.textContent = fieldsets.of(first).querySelector('legend')?.textContent ?? ''
    }
    if (first) {
      plain()
      return false
    }
    const fresh = holder.cloneNode(true) as HTMLElement
    editor.replaceWith(fresh)
    editor = fresh
    show(true)
    const origins = new Map(nodes.flatMap(({ piece, node }) => (node ? [[piece.key, { piece, node }] as const] : [])))
    writing = new Writing({
      box: editor,
      fieldsets,
      nodes: nodes.flatMap(({ node }) => node ?? []),
      origins,
      notes: (form.dataset.notes ?? '').split(' '),
      onChange: () => leaving.change(),
    })
    return true
  }

  toPlain.querySelector('button')?.addEventListener('click', () => {
    plain()
    prefer('yes')
    toRich.querySelector('button')?.focus()
  })
  toRich.querySelector('button')?.addEventListener('click', () => {
    if (!rich(fieldsets.read())) {
      cannot.focus()
      return
    }
    prefer('no')
    focus()
  })
  form.addEventListener('submit', () => {
    if (writing) fieldsets.write(writing.pieces())
  })

  form.querySelector('.plain-only')?.before(...parts)
  const before = leaving.found(fieldsets.read(), fieldsets)
  restore.hidden = before === null
  restore.querySelector('[data-restore="yes"]')?.addEventListener('click', () => {
    restore.hidden = true
    if (!before) return
    before.tell()
    writing?.end()
    writing = null
    fieldsets.write(before.pieces)
    if (rich(before.pieces)) focus()
    leaving.change()
  })
  restore.querySelector('[data-restore="no"]')?.addEventListener('click', () => {
    restore.hidden = true
    leaving.forget()
    focus()
  })
  if (form.dataset.editor === 'off' || form.dataset.editor === 'clash' || preferred() === 'yes') plain()
  else if (rich(fieldsets.read())) answer()

  /** Somebody searched for what a block is about: the answer is among its fields. */
  function answer(): void {
    const asked = [...form.querySelectorAll<HTMLInputElement>('.refs input[name^="search-"]')].find(({ value }) => value.trim() !== '')
    const key = asked?.closest<HTMLElement>('.block-fields')?.dataset.key
    if (!asked || !key) return
    writing?.goTo(key)
    asked.focus()
  }
}

function prefer(plain: 'yes' | 'no'): void {
  try {
    localStorage.setItem(preference, plain)
  } catch {
    // Then it is asked again next time.
  }
}

function preferred(): string | null {
  try {
    return localStorage.getItem(preference)
  } catch {
    return null
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('.section-form')) enhance(form)
