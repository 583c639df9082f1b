import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'

/** What a page must know of whoever reads it. */
export interface Reader {
  readonly lang: Lang
  /** The address being read, query included, without the language prefix. */
  readonly path: string
  readonly baseUrl: string
  readonly today: Day
  readonly now: Date
  /** Allows this page's scripts under the content security policy. */
  readonly nonce: string
  /** Goes back with every form. */
  readonly csrf: string
  /** How the person who entered is called; null for an anonymous reader. */
  readonly name: string | null
  /** True in a demonstration, whose figures are samples and whose clock is its own. */
  readonly demo: boolean
}
