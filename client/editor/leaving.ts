import type { Piece } from '../../src/documents/editing/document.ts'
import type { Facts, Fieldsets } from './fieldsets.ts'

/** A block as it is kept in this browser window until the section is saved. */
interface Kept extends Omit<Piece, 'key'> {
  readonly id: string
  readonly facts: Facts
}

/** Whoever leaves with something unsaved is asked; and what was written is offered again when they come back to the same text. */
export class Leaving {
  private readonly name: string
  private readonly sentBack: boolean
  private changed: boolean
  private timer = 0

  constructor(form: HTMLFormElement, keep: () => void) {
    const base = form.elements.namedItem('base')
    this.name = `writing ${location.pathname}${location.search} ${base instanceof HTMLInputElement ? base.value : ''}`
    this.sentBack = form.dataset.unsaved === 'yes'
    this.changed = this.sentBack
    this.keep = keep
    form.addEventListener('input', () => this.change())
    form.addEventListener('submit', () => {
      clearTimeout(this.timer)
      // Should the answer never come, or be a refusal without the form, the text is still here.
      if (this.changed) keep()
      this.changed = false
    })
    addEventListener('beforeunload', (event) => {
      if (!this.changed) return
      keep()
      event.preventDefault()
    })
    // A phone puts a page away without asking.
    addEventListener('pagehide', () => {
      if (this.changed) keep()
    })
  }

  private readonly keep: () => void

  change(): void {
    this.changed = true
    clearTimeout(this.timer)
    this.timer = window.setTimeout(this.keep, 800)
  }

  store(pieces: readonly Piece[], fieldsets: Fieldsets): void {
    attempt(() => sessionStorage.setItem(this.name, JSON.stringify(keptOf(pieces, fieldsets))))
  }

  forget(): void {
    attempt(() => sessionStorage.removeItem(this.name))
  }

  /** What was kept of this very text, when it differs from what is there; its blocks find their own by id. */
  found(pieces: readonly Piece[], fieldsets: Fieldsets): { pieces: Piece[]; tell: () => void } | null {
    // What the server sends back unsaved is the latest there is.
    const stored = this.sentBack ? null : attempt(() => sessionStorage.getItem(this.name))
    if (!stored || stored === JSON.stringify(keptOf(pieces, fieldsets))) return null
    const kept = attempt(() => JSON.parse(stored) as Kept[])
    if (!kept) return null
    const keys = new Map(pieces.map(({ key }) => [fieldsets.idOf(key), key]))
    const found = kept.map(({ id, facts, ...rest }) => ({ piece: { key: (id && keys.get(id)) || fieldsets.newKey(), ...rest }, facts }))
    return {
      pieces: found.map(({ piece }) => piece),
      tell: () => {
        for (const { piece, facts } of found) fieldsets.tell(piece, facts)
      },
    }
  }
}

const keptOf = (pieces: readonly Piece[], fieldsets: Fieldsets): Kept[] =>
  pieces.map(({ key, ...rest }) => ({ id: fieldsets.idOf(key), ...rest, facts: fieldsets.factsOf({ key, kind: rest.kind }) }))

/** A browser may keep nothing: then nothing is offered. */
function attempt<Result>(act: () => Result): Result | null {
  try {
    return act()
  } catch {
    return null
  }
}
