import { KeptPages } from './kept-pages.ts'

interface Held<Drawn> {
  readonly revision: string
  readonly drawn: Drawn
}

const seconds = 600

/** Parts of pages that are the same for whoever reads, each kept as long as its revision holds. */
export class KeptDrawings<Drawn> {
  private readonly held: KeptPages<Held<Drawn>>
  private readonly lettersOf: (drawn: Drawn) => number

  constructor(lettersOf: (drawn: Drawn) => number, most?: number) {
    this.held = new KeptPages(seconds, most)
    this.lettersOf = lettersOf
  }

  get(key: string, revision: string): Drawn | undefined {
    const known = this.held.get(key)
    return known?.revision === revision ? known.drawn : undefined
  }

  keep(key: string, revision: string, drawn: Drawn): void {
    this.held.keep(key, { revision, drawn }, this.lettersOf(drawn) * 2)
  }

  /** As `drawOnce` in public-pages.ts, for a part: nothing of whoever reads may be in it. */
  async once(key: string, revision: string, draw: () => Promise<Drawn>): Promise<Drawn> {
    const known = this.get(key, revision)
    if (known !== undefined) return known
    const drawn = await draw()
    this.keep(key, revision, drawn)
    return drawn
  }
}
