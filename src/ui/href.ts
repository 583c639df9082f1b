import { inLang } from '../charter/paths.ts'
import type { Lang } from '../kernel/lang.ts'

const here = 'https://here.invalid'
const allowed = ['http:', 'https:', 'mailto:']

/** A path of ours in plain characters needs no parser to be known as one, and nearly every link is such a path. */
const plainPath = /^\/(?:[\w.~%-][\w.~%/-]*)?(?:[?#][\w.~%/&=+#?-]*)?$/

export interface Href {
  readonly url: string
  readonly external: boolean
}

/**
 * The address a link may have, or null. Renderers escape markup, never schemes: a `javascript:` address typed by
 * somebody would run on a click. The browser's own parser decides, because it drops tabs and line ends as browsers do.
 */
export function hrefOf(lang: Lang, to: string): Href | null {
  if (plainPath.test(to)) return { url: inLang(lang, to), external: false }
  if (!URL.canParse(to, here)) return null
  const parsed = new URL(to, here)
  if (!allowed.includes(parsed.protocol)) return null
  if (/^[a-z][a-z0-9+.-]*:/i.test(to)) return { url: to, external: parsed.protocol !== 'mailto:' }
  if (parsed.origin !== here) return null
  return { url: inLang(lang, to), external: false }
}
