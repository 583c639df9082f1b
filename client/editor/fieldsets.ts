import type { Piece } from '../../src/documents/editing/document.ts'
import type { BlockKind } from '../../src/documents/rules/blocks.ts'

type Place = Pick<Piece, 'key' | 'kind'>
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** What a block holds besides its words and kind: where it stands, its picture's description, its mark. */
export type Facts = Readonly<Record<string, string>>
const facts = ['place', 'about', 'alt', 'label']

/** The blocks of the plain form. The editor holds their words; all the rest stays in the form's own fields. */
export class Fieldsets {
  private readonly form: HTMLFormElement
  private readonly known = new Map<string, HTMLFieldSetElement>()
  private readonly offset: number
  private fresh = 0

  constructor(form: HTMLFormElement) {
    this.form = form
    this.offset = Number(form.dataset.offset)
    for (const fieldset of this.shown()) this.keep(fieldset, this.newKey())
  }

  newKey(): string {
    this.fresh += 1
    return `k${this.fresh}`
  }

  private shown(): HTMLFieldSetElement[] {
    return [...this.form.querySelectorAll<HTMLFieldSetElement>('.block-fields')]
  }

  private keep(fieldset: HTMLFieldSetElement, key: string): void {
    fieldset.dataset.key = key
    this.known.set(`${key} ${fieldset.dataset.kind}`, fieldset)
  }

  /** The blocks as the form has them now. */
  read(): Piece[] {
    return this.shown().map((fieldset) => {
      const kind = fieldset.dataset.kind as BlockKind
      const level = Number(control(fieldset, 'level')?.value ?? 0)
      const ordered = control(fieldset, 'ordered')?.value === 'yes'
      return { key: fieldset.dataset.key ?? '', kind, level, ordered, source: control(fieldset, 'source')?.value ?? '' }
    })
  }

  /** The fields of a block, which may be new or have become of another kind. */
  of({ key, kind }: Place): HTMLFieldSetElement {
    const kept = this.known.get(`${key} ${kind}`)
    if (kept) return kept
    const template = this.form.querySelector<HTMLTemplateElement>(`template[data-kind="${kind}"]`)
    const fieldset = template?.content.firstElementChild?.cloneNode(true) as HTMLFieldSetElement
    // Far from every number of the form, until it has a place there.
    this.number(fieldset, 100_000 + this.fresh++)
    const former = [...this.known.values()].find((one) => one.dataset.key === key)
    if (former) {
      setValue(fieldset, 'id', valueOf(former, 'id'))
      const refs = former.querySelector('.refs')
      if (refs) (fieldset.querySelector('.refs') ?? fieldset.querySelector('.block-kind'))?.replaceWith(...withKind(fieldset, refs))
    }
    this.keep(fieldset, key)
    return fieldset
  }

  /** Puts the blocks in this order, each with its number, and leaves out all others. */
  arrange(places: readonly Place[]): void {
    const wanted = places.map((place) => this.of(place))
    const now = this.shown()
    if (wanted.length !== now.length || wanted.some((one, at) => one !== now[at])) {
      for (const fieldset of now) if (!wanted.includes(fieldset)) fieldset.remove()
      this.form.querySelector('.form-end')?.before(...wanted)
    }
    // First out of the way: two fields of one name would undo each other's circles.
    wanted.forEach((fieldset, at) => {
      if (Number(fieldset.dataset.at) !== at) this.number(fieldset, 200_000 + at)
    })
    wanted.forEach((fieldset, at) => {
      this.number(fieldset, at)
    })
    const count = this.form.elements.namedItem('count')
    if (count instanceof HTMLInputElement) count.value = String(wanted.length)
  }

  /** Writes the Markdown of each block where the form sends it from. */
  write(pieces: readonly Piece[]): void {
    this.arrange(pieces)
    for (const piece of pieces) {
      const fieldset = this.of(piece)
      setValue(fieldset, 'source', piece.source)
      setValue(fieldset, 'kind', piece.kind)
      setValue(fieldset, 'level', String(piece.level))
      setValue(fieldset, 'ordered', piece.ordered ? 'yes' : 'no')
    }
  }

  fact(place: Place, name: string): string {
    return valueOf(this.of(place), name)
  }

  /** Where it stands, or its mark: what tells it from others of its kind. */
  wordsOf(place: Place): string {
    if (place.kind === 'footnote') return this.fact(place, 'label')
    if (place.kind !== 'perimeter-item') return ''
    const chosen = this.of(place).querySelector<HTMLInputElement>('input[type=radio]:checked')
    return chosen?.labels?.[0]?.textContent?.trim().replace(/^/, '· ') ?? ''
  }

  idOf(key: string): string {
    const fieldset = [...this.known.values()].find((one) => one.dataset.key === key)
    return fieldset ? valueOf(fieldset, 'id') : ''
  }

  factsOf(place: Place): Facts {
    return Object.fromEntries(facts.flatMap((name) => (valueOf(this.of(place), name) ? [[name, valueOf(this.of(place), name)]] : [])))
  }

  tell(place: Place, given: Facts): void {
    for (const [name, value] of Object.entries(given)) setValue(this.of(place), name, value)
  }

  /** Names, ids and words that tell which block of the form this is. */
  private number(fieldset: HTMLFieldSetElement, at: number): void {
    const old = Number(fieldset.dataset.at)
    if (old === at) return
    const told = new RegExp(`-${old}(?=-|$)`)
    for (const element of fieldset.querySelectorAll('*')) {
      for (const name of ['name', 'id', 'for', 'aria-describedby']) {
        const value = element.getAttribute(name)
        if (value)
          element.setAttribute(
            name,
            value
              .split(' ')
              .map((one) => one.replace(told, `-${at}`))
              .join(' '),
          )
      }
      if (element instanceof HTMLButtonElement) element.value = element.value.replace(told, `-${at}`)
    }
    const number = new RegExp(`\\b${this.offset + old + 1}\\b`)
    for (const words of fieldset.querySelectorAll('legend, .visually-hidden')) {
      const text = words.firstChild
      if (text) text.textContent = (text.textContent ?? '').replace(number, String(this.offset + at + 1))
    }
    fieldset.id = `blocco-${this.offset + at + 1}`
    fieldset.dataset.at = String(at)
  }
}

function withKind(fieldset: HTMLFieldSetElement, refs: Element): Element[] {
  const kind = fieldset.querySelector('.block-kind')
  return fieldset.querySelector('.refs') || !kind ? [refs] : [refs, kind]
}

function controls(fieldset: HTMLFieldSetElement, name: string): Control[] {
  return [...fieldset.querySelectorAll<Control>(`[name="${name}-${fieldset.dataset.at}"]`)]
}

function control(fieldset: HTMLFieldSetElement, name: string): Control | undefined {
  return controls(fieldset, name)[0]
}

function valueOf(fieldset: HTMLFieldSetElement, name: string): string {
  const all = controls(fieldset, name)
  const chosen = all.find((one) => !(one instanceof HTMLInputElement && one.type === 'radio') || one.checked)
  return chosen?.value ?? ''
}

function setValue(fieldset: HTMLFieldSetElement, name: string, value: string): void {
  for (const one of controls(fieldset, name)) {
    if (one instanceof HTMLInputElement && one.type === 'radio') one.checked = one.value === value
    else if (one.value !== value) one.value = value
  }
}
