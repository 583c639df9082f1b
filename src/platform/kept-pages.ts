interface Kept<Page> {
  readonly page: Page
  readonly until: number
  readonly bytes: number
}

const mostPages = 500
const mostBytes = 32 * 1024 * 1024
/** A page larger than this would push out too many others. */
const largest = 2 * 1024 * 1024

/** Pages kept for a moment, the oldest let go first. Its size is bounded however many addresses somebody invents. */
export class KeptPages<Page> {
  private readonly pages = new Map<string, Kept<Page>>()
  private readonly seconds: number
  private readonly most: number
  private held = 0

  constructor(seconds: number, most = mostPages) {
    this.seconds = seconds
    this.most = most
  }

  get bytes(): number {
    return this.held
  }

  get(address: string): Page | undefined {
    const found = this.pages.get(address)
    if (found && found.until > performance.now()) return found.page
    this.letGo(address)
    return undefined
  }

  keep(address: string, page: Page, size: number, atMost = this.seconds): void {
    this.letGo(address)
    // An address can be as long as a page.
    const bytes = size + address.length * 2
    if (this.seconds <= 0 || bytes > largest) return
    this.pages.set(address, { page, until: performance.now() + Math.min(this.seconds, atMost) * 1000, bytes })
    this.held += bytes
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= this.most && this.held <= mostBytes) return
      this.letGo(oldest)
    }
  }

  private letGo(address: string): void {
    const found = this.pages.get(address)
    if (!found) return
    this.pages.delete(address)
    this.held -= found.bytes
  }
}
