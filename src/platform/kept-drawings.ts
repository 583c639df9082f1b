import { KeptPages } from './kept-pages.ts'

interface Held<Drawn> {
  readonly revision: string
  readonly drawn: Drawn
}

const seconds = 600

/** Parts of pages that are the same for whoever reads, each kept as long as its revision holds. */
export class KeptDrawings<Drawn extends { readonly html: string }> {
  private readonly held = new KeptPages<Held<Drawn>>(seconds)

  /** As `drawOnce` in public-pages.ts, for a part: nothing of whoever reads may be in it. */
  async once(key: string, revision: string, draw: () => Promise<Drawn>): Promise<Drawn> {
    const known = this.held.get(key)
    if (known?.revision === revision) return known.drawn
    const drawn = await draw()
    this.held.keep(key, { revision, drawn }, drawn.html.length * 2)
    return drawn
  }
}
